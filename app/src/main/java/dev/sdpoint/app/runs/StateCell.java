package dev.sdpoint.app.runs;

import dev.sdpoint.engine.store.RecordedState;
import dev.sdpoint.engine.store.RunSummary;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A run's state with a dot that says whether one should look at it. */
final class StateCell extends TableCell<RunRow, RunSummary> {
    private final Region dot = new Region();

    StateCell() {
        super();
        dot.getStyleClass().setAll("dot");
    }

    @Override
    protected void updateItem(@Nullable RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (run == null || empty) {
            setText(null);
            setGraphic(null);
            return;
        }
        dot.getStyleClass().setAll(List.of("dot", tone(run.progress().state())));
        setText(RunWords.state(run));
        setGraphic(dot);
    }

    private static String tone(RecordedState state) {
        return switch (state) {
            case RUNNING -> "dot-live";
            case FINISHED -> "dot-good";
            case FAILED -> "dot-bad";
            case INTERRUPTED -> "dot-warning";
            case PAUSED, STOPPED -> "dot-quiet";
        };
    }
}
