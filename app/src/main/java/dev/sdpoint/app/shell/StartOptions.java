package dev.sdpoint.app.shell;

import java.util.Properties;

/**
 * The variable {@code SDPOINT_OPTS} of the environment. The script {@code bin/sdpoint} gives it to Java; the launcher of an installed program does
 * not look at it, so that its system properties are taken over here. What else may be in it, such as the size of the heap, is for a Java
 * that has not started yet. Stateless.
 */
final class StartOptions {
    private static final String VARIABLE = "SDPOINT_OPTS";

    private StartOptions() {}

    /** Takes the properties over, before anything asks for them. */
    static void take() {
        String options = System.getenv(VARIABLE);
        if (options != null) {
            take(options, System.getProperties());
        }
    }

    /**
     * @param options divided by white space, as the script divides them
     * @param properties what is there already stays
     */
    static void take(String options, Properties properties) {
        Properties given = new Properties();
        for (String option : options.split("\\s+", -1)) {
            if (option.startsWith("-D") && option.length() > 2) {
                String[] parts = option.substring(2).split("=", 2);
                given.setProperty(parts[0], parts.length > 1 ? parts[1] : ""); // of two, Java takes the last
            }
        }
        given.forEach(properties::putIfAbsent);
    }
}
