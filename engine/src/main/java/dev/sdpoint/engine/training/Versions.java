package dev.sdpoint.engine.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/** What a model is made with: program, Java, engine, operating system, processors. */
public final class Versions {
    /** What this program is called. */
    public static final String NAME = "SDPoint Explorer";

    private static final String MAVEN = "/META-INF/maven/dev.sdpoint/engine/pom.properties";

    private Versions() {}

    static Map<String, String> here() {
        return Map.of(
                "program",
                NAME + " " + number(),
                "java",
                System.getProperty("java.version", "unknown"),
                "engine",
                "deeplearning4j 1.0.0-M2.1",
                "system",
                System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", ""),
                "processors",
                String.valueOf(Runtime.getRuntime().availableProcessors()));
    }

    /** The version of the engine's jar; classes that were not packed yet have none. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream(MAVEN)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            properties.clear();
        }
        return properties.getProperty("version", "(not packaged)");
    }
}
