package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.GalleryModel.Stage;
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
        boolean working = stage == Stage.SORTING || (stage == Stage.NO_OUTCOMES && !offered);
        busy.setVisible(working && visible);
        busy.setManaged(working);
        action.setVisible(false);
        action.setManaged(false);
        switch (stage) {
            case NO_MODEL -> {
                say(
                        "No model is open yet",
                        "Images are sorted by what a model needs to get them right. Train one to begin.");
                offer("Go to Train", train);
            }
            case NO_DATA -> say("No data set is open yet", "Its validation images appear here as soon as it is read.");
            case NO_OUTCOMES -> {
                if (offered) {
                    say(
                            "These images are not sorted yet",
                            "Every one of the " + sorting.instances() + " instances classifies every one of the "
                                    + Figures.images(sorting.images())
                                    + ". The pictures appear while that goes on, by the least cost that gets them right; it"
                                    + " can be stopped and goes on later.");
                    offer("Sort " + Figures.images(sorting.images()), sorting.begin());
                } else {
                    say(
                            "The sweep is being computed",
                            "Every instance classifies every validation image. The pictures appear here while that goes on,"
                                    + " sorted by the least cost that gets them right.");
                }
            }
            case SORTING -> say("Sorting the images", "This takes a moment.");
            case FAILED -> say("The gallery is empty", problem);
            case READY -> {
                say("No image matches", remedy.map(Remedy::sentence).orElse(Remedy.ALL_HIDDEN));
                offer(
                        remedy.map(Remedy::action).orElse("Clear filters"),
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
