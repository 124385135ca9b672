package dev.sdpoint.app.shell;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Tells when a scene has been laid out and drawn for the first time. */
final class FirstPulse {
    private FirstPulse() {}

    /** Calls once, with the pulse after the first one in which the scene's window shows. */
    static void of(Scene scene, Runnable action) {
        new AnimationTimer() {
            private int shown;

            @Override
            public void handle(long now) {
                if (scene.getWindow() != null && scene.getWindow().isShowing() && ++shown == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
