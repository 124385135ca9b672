package dev.sdpoint.app.shell;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Tells when a scene has been laid out and drawn. */
final class FirstPulse {
    private FirstPulse() {}

    /** Calls once, with the pulse after the first one in which the scene's window shows. */
    static void of(Scene scene, Runnable action) {
        after(2, scene, action);
    }

    /** Calls once, with a later pulse in which the scene's window shows. */
    static void after(int pulses, Scene scene, Runnable action) {
        new AnimationTimer() {
            private int shown;

            @Override
            public void handle(long now) {
                if (scene.getWindow() != null && scene.getWindow().isShowing() && ++shown == pulses) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
