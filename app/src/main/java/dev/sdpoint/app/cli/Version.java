package dev.sdpoint.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is. */
public final class Version implements IVersionProvider {
    private static final String MAVEN = "/META-INF/maven/dev.sdpoint/app/pom.properties";

    /** For picocli. */
    public Version() {}

    /** What {@code --version} prints. */
    @Override
    public String[] getVersion() {
        String java = System.getProperty("java.runtime.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        return new String[] {"SDPoint Explorer " + number(), "Java " + java};
    }

    /** The version of the jar; classes that were not packed yet have none. */
    public static String number() {
        String packed = Version.class.getPackage().getImplementationVersion();
        if (packed != null) {
            return packed;
        }
        try (InputStream in = Version.class.getResourceAsStream(MAVEN)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(in);
                return properties.getProperty("version", "unknown");
            }
        } catch (IOException e) {
            return "unknown";
        }
        return "(not packaged)";
    }
}
