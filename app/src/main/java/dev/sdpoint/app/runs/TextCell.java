package dev.sdpoint.app.runs;

import dev.sdpoint.engine.store.RunSummary;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Says something of a run in words. */
final class TextCell extends TableCell<RunRow, RunSummary> {
    private final Function<RunSummary, String> words;

    TextCell(Function<RunSummary, String> words) {
        super();
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        setText(run == null || empty ? null : words.apply(run));
    }
}
