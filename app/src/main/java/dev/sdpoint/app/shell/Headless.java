package dev.sdpoint.app.shell;

/** Lets JavaFX draw into memory instead of onto a display. */
final class Headless {
    private Headless() {}

    /** Must run before the toolkit starts; without effect afterwards. */
    static void prepare(int width, int height) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        System.setProperty("headless.geometry", width + "x" + height + "-32");
    }
}
