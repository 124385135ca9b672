package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Drags of the budget slider from end to end and back, a step in every frame, with another picture every two seconds. */
final class BudgetMeasurement {
    private static final int FRAMES = 900;
    private static final int FRAMES_TO_AND_FRO = 240;
    private static final int FRAMES_A_PICTURE = 120;

    private final BenchmarkWindow window;
    private final Goals goals;
    private int pictures;

    BudgetMeasurement(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    void run(String when) throws Exception {
        window.guide().goTo(PlaceId.BUDGET);
        Node slider = window.guide().node("#budget-slider");
        goals.frames("budget slider dragged, " + when, window.frames(FRAMES, frame -> drag(slider, frame)));
    }

    private void drag(Node slider, int frame) {
        double phase = (double) (frame % FRAMES_TO_AND_FRO) / FRAMES_TO_AND_FRO;
        double share = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
        double x = share * slider.getLayoutBounds().getWidth();
        Event.fireEvent(
                slider,
                new MouseEvent(
                        MouseEvent.MOUSE_DRAGGED,
                        x,
                        40,
                        x,
                        40,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
        if (frame % FRAMES_A_PICTURE == 0) {
            pictures++;
            window.workspace().selectedImageProperty().set(Optional.of(pictures));
        }
    }
}
