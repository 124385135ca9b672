package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.GalleryModel.Stage;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sorting;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where pictures would be: why there are none, and what to do. */
final class EmptyState extends VBox {
    private static final Texts TEXTS = Texts.of(EmptyState.class);

    private final Label title = new Label();
    private final Label text = new Label();
    private final Button action = new Button();
    private final ProgressIndicator busy = new ProgressIndicator();

    EmptyState() {
        super(8);
        setId("gallery-empty");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("section");
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        text.setMinHeight(USE_PREF_SIZE);
        busy.setMaxSize(24, 24);
        action.setId("gallery-empty-action");
        getChildren().addAll(busy, title, text, action);
    }

    /**
     * Shows what fits the state.
     *
     * @param nothingMatches whether a filter hides every image
     * @param remedy what to take away when a filter hides every image
     * @param sorting how far the answers are
     * @param filter takes the filter that remains
     * @return whether there is anything to say, that is, no pictures
     */
    boolean show(
            Stage stage,
            boolean nothingMatches,
            String problem,
            Optional<Remedy> remedy,
            Sorting sorting,
            Runnable train,
            Consumer<GalleryFilter> filter) {
        boolean visible = stage != Stage.READY || nothingMatches;
        setVisible(visible);
        boolean offered = sorting.phase() == Sorting.Phase.OFFERED || sorting.phase() == Sorting.Phase.STOPPED;
        boolean refused = sorting.phase() == Sorting.Phase.REFUSED;
        boolean working = stage == Stage.SORTING || (stage == Stage.NO_OUTCOMES && !offered && !refused);
        busy.setVisible(working && visible);
        busy.setManaged(working);
        action.setVisible(false);
        action.setManaged(false);
        switch (stage) {
            case NO_MODEL -> {
                say(TEXTS.get("empty.no-model"), TEXTS.get("empty.no-model.explanation"));
                offer(TEXTS.get("empty.train"), train);
            }
            case NO_DATA -> say(TEXTS.get("empty.no-data"), TEXTS.get("empty.no-data.explanation"));
            case NO_OUTCOMES -> {
                if (offered) {
                    say(
                            TEXTS.get("empty.unsorted"),
                            TEXTS.get(
                                    "empty.unsorted.explanation",
                                    sorting.instances(),
                                    Figures.images(sorting.images())));
                    offer(TEXTS.get("empty.sort", Figures.images(sorting.images())), sorting.begin());
                } else if (refused) {
                    say(TEXTS.get("empty.refused"), sorting.refusal());
                    offer(TEXTS.get("empty.train"), train);
                } else {
                    say(TEXTS.get("empty.sweeping"), TEXTS.get("empty.sweeping.explanation"));
                }
            }
            case SORTING -> say(TEXTS.get("empty.sorting"), TEXTS.get("empty.sorting.explanation"));
            case FAILED -> say(TEXTS.get("empty.failed"), problem);
            case READY -> {
                say(TEXTS.get("empty.no-match"), remedy.map(Remedy::sentence).orElseGet(Remedy::allHidden));
                offer(
                        remedy.map(Remedy::action).orElse(TEXTS.get("filter.clear")),
                        () -> filter.accept(remedy.map(Remedy::filter).orElse(GalleryFilter.NONE)));
            }
        }
        return visible;
    }

    private void say(String what, String why) {
        title.setText(what);
        text.setText(why);
    }

    private void offer(String label, Runnable run) {
        action.setText(label);
        action.setOnAction(e -> run.run());
        action.setVisible(true);
        action.setManaged(true);
    }
}
