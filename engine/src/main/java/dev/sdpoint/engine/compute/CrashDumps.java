package dev.sdpoint.engine.compute;

/**
 * DL4J's habit of writing a file about the machine into the folder that the program was started in, when memory runs out: drives,
 * network names, the user's folders. Nobody asked for it, so it is off; whoever wants it sets the property himself.
 */
final class CrashDumps {
    /** DL4J reads it when memory runs out for the first time. */
    static final String SWITCH = "org.deeplearning4j.crash.reporting.enabled";

    private CrashDumps() {}

    /** Call it before anything of DL4J. */
    static void off() {
        if (System.getProperty(SWITCH, "").isEmpty()) {
            System.setProperty(SWITCH, "false");
        }
    }
}
