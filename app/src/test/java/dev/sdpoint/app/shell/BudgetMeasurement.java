package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.sdpoint.Instance;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Drags of the budget slider over its whole range and back, a step in every frame, with another picture every two seconds. Whatever
 * answer appears meanwhile must be that of the instance which is selected then, and at the end that of the last position.
 */
final class BudgetMeasurement {
    private static final int FRAMES = 900;
    /** No whole number: every swing stops at other positions, so that none of the instances is skipped each time. */
    private static final double FRAMES_TO_AND_FRO = 233.7;

    private static final int FRAMES_A_PICTURE = 120;
    private static final Duration LAST_ANSWER = Duration.ofSeconds(60);

    private final BenchmarkWindow window;
    private final Goals goals;
    private final Set<Instance> passed = new HashSet<>();
    private int pictures;
    private int answers;
    private int stale;

    BudgetMeasurement(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    void run(String when) throws Exception {
        window.guide().goTo(PlaceId.BUDGET);
        Node slider = window.guide().node("#budget-slider");
        Label answered = window.onFx(() -> window.find("#answer-chosen .card-title", Label.class));
        window.guide()
                .until("the first answer", LAST_ANSWER, () -> answered.getText().equals(title()));
        passed.clear();
        answers = 0;
        stale = 0;
        ChangeListener<String> answer = (property, before, now) -> {
            answers++;
            stale += now.equals(title()) ? 0 : 1;
        };
        window.onFx(() -> {
            answered.textProperty().addListener(answer);
            return answered;
        });
        goals.frames("budget slider dragged, " + when, window.frames(FRAMES, frame -> drag(slider, frame)));
        window.guide()
                .until(
                        "the answer to the last position",
                        LAST_ANSWER,
                        () -> answered.getText().equals(title()));
        window.onFx(() -> {
            answered.textProperty().removeListener(answer);
            return answered;
        });
        goals.atMost("budget slider dragged, " + when + ": instances that were not passed", 0, missed(), "");
        goals.atMost("budget slider dragged, " + when + ": stale ones of " + answers + " other answers", 0, stale, "");
    }

    /** What stands over the answer of the instance that is selected. */
    private String title() {
        String label = window.workspace().selectedInstanceProperty().get().label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private long missed() {
        return window.workspace().modelProperty().get().stream()
                .flatMap(open ->
                        new BudgetMenu(open.model().sweep(), open.model().space()).offers().stream())
                .filter(offer -> !passed.contains(offer.instance()))
                .peek(offer ->
                        System.out.println("not passed: " + offer.instance().label()))
                .count();
    }

    private void drag(Node slider, int frame) {
        double phase = frame % FRAMES_TO_AND_FRO / FRAMES_TO_AND_FRO;
        double share = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
        // An event that nobody has picked counts from the scene.
        Point2D at = slider.localToScene(share * slider.getLayoutBounds().getWidth(), 40);
        Event.fireEvent(
                slider,
                new MouseEvent(
                        MouseEvent.MOUSE_DRAGGED,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
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
        passed.add(window.workspace().selectedInstanceProperty().get());
        if (frame % FRAMES_A_PICTURE == 0) {
            pictures++;
            window.workspace().selectedImageProperty().set(Optional.of(pictures));
        }
    }
}
