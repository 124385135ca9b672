package dev.sdpoint.app.runs;

import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunSummary;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A line of the list. It stays the same object while the run changes, so that selection and scrolling stay too. JavaFX thread only. */
final class RunRow {
    private final ReadOnlyObjectWrapper<RunSummary> run;
    private String searched;

    RunRow(RunSummary run) {
        this.run = new ReadOnlyObjectWrapper<>(run);
        searched = searched(run);
    }

    RunId id() {
        return run().id();
    }

    /** The run as it was read last. */
    RunSummary run() {
        return run.get();
    }

    ReadOnlyObjectProperty<RunSummary> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Takes the same run as it is now. @return whether anything differs */
    boolean take(RunSummary now) {
        if (now.equals(run())) {
            return false;
        }
        searched = searched(now);
        run.set(now);
        return true;
    }

    /**
     * Whether every word occurs in name, tags, notes, recipe, data set or state.
     *
     * @param query words in any case; an empty one matches
     */
    boolean matches(String query) {
        return Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(searched::contains);
    }

    private static String searched(RunSummary run) {
        return String.join(
                        "\n",
                        run.label().name(),
                        String.join("\n", run.label().tags()),
                        run.label().note(),
                        run.origin().method().title(),
                        run.origin().recipeText(),
                        run.origin().dataTitle(),
                        RunWords.state(run))
                .toLowerCase(Locale.ROOT);
    }
}
