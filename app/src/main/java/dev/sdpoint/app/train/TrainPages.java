package dev.sdpoint.app.train;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The Train place with its two pages, the run at hand and all recorded runs, and the switch between them beside the title. JavaFX
 * thread only.
 */
public final class TrainPages implements Place {
    private static final Texts TEXTS = Texts.of(TrainPages.class);

    private final TrainPlace run;
    private final Panel all;
    private final StackPane pages = new StackPane();
    private final ToggleButton runButton = button("train-page-run", TEXTS.get("page.run"), TEXTS.get("page.run.help"));
    private final ToggleButton allButton = button("train-page-all", TEXTS.get("page.all"), TEXTS.get("page.all.help"));
    private final HBox control = new HBox(runButton, allButton);
    private Optional<VBox> allPage = Optional.empty();
    private Panel shown;
    private boolean onScreen;

    /**
     * @param run the run at hand
     * @param all the list of all runs
     * @param workspace a recipe that is wanted in it is seen in the form, files of runs in the list
     */
    public TrainPages(TrainPlace run, Panel all, Workspace workspace) {
        this.run = run;
        this.all = all;
        shown = run;
        control.getStyleClass().add("segmented");
        control.setMinWidth(Region.USE_PREF_SIZE);
        control.setMaxHeight(Region.USE_PREF_SIZE); // in the middle of the line, as the title
        runButton.getStyleClass().add(Styles.LEFT_PILL);
        allButton.getStyleClass().add(Styles.RIGHT_PILL);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(runButton, allButton);
        group.selectToggle(runButton);
        group.selectedToggleProperty().addListener((value, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                turnTo(now == allButton ? all : run);
            }
        });
        // Wanted, or taken by the form: it empties the property before it is this listener's turn.
        workspace.wantedRecipeProperty().addListener((value, before, now) -> group.selectToggle(runButton));
        workspace.wantedRunFilesProperty().addListener((value, before, now) -> group.selectToggle(allButton));
        if (!workspace.wantedRunFilesProperty().get().isEmpty()) {
            group.selectToggle(allButton);
        }
    }

    private static ToggleButton button(String id, String text, String help) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    @Override
    public PlaceId id() {
        return PlaceId.TRAIN;
    }

    @Override
    public List<Piece<?>> pieces() {
        List<Piece<?>> pieces = new ArrayList<>(run.pieces());
        pieces.addAll(all.pieces());
        return pieces;
    }

    @Override
    public Parent view() {
        if (pages.getChildren().isEmpty()) {
            pages.getChildren().add(run.view());
            run.headerLine().getChildren().add(1, control);
            if (allButton.isSelected()) {
                turnTo(all);
            }
        }
        return pages;
    }

    private void turnTo(Panel page) {
        Panel before = shown;
        if (page == before || pages.getChildren().isEmpty()) {
            return;
        }
        shown = page;
        if (onScreen) {
            before.hidden();
        }
        boolean toAll = page == all;
        VBox list = allPage.orElseGet(this::newPage);
        HBox header = toAll ? (HBox) list.getChildren().get(0) : run.headerLine();
        header.getChildren().add(1, control); // one switch, which leaves the other line by that
        run.view().setVisible(!toAll);
        list.setVisible(toAll);
        (toAll ? allButton : runButton).requestFocus();
        if (onScreen) {
            page.shown();
        }
    }

    private VBox newPage() {
        Label title = new Label(TEXTS.get("place.title"));
        title.getStyleClass().add("place-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title);
        header.getStyleClass().add("place-header");
        VBox page = new VBox(header, all.view());
        page.getStyleClass().add("place");
        VBox.setVgrow(all.view(), Priority.ALWAYS);
        allPage = Optional.of(page);
        pages.getChildren().add(page);
        return page;
    }

    @Override
    public void shown() {
        onScreen = true;
        shown.shown();
    }

    @Override
    public void hidden() {
        onScreen = false;
        shown.hidden();
    }

    @Override
    public void undo() {
        shown.undo();
    }

    @Override
    public void close() {
        run.close();
        all.close();
    }
}
