package dev.sdpoint.app.budget;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Builds the card of the picture: as the model sees it, where it comes from, and the ways to another one. */
final class PicturePane {
    private static final Texts TEXTS = Texts.of(PicturePane.class);
    private static final double GAP = 8;
    private static final double NARROW_GAP = 6;

    private final BudgetModel state;
    private final PictureActions actions;
    private final PictureSources sources;
    private final PixelCanvas canvas = new PixelCanvas();
    private final CropView original;
    private final FilmStrip film;
    private final PictureFinder finder;
    private final Button reset = new Button(TEXTS.get("picture.reset"));
    private final Label originalCaption = new Label();
    private final VBox originalBox = new VBox(4);

    PicturePane(BudgetModel state, BudgetDoors doors, PictureSources sources) {
        this.state = state;
        this.actions = doors.pictures();
        this.original = new CropView(doors.crop());
        this.film = new FilmStrip(state.film(), doors.film());
        this.reset.setOnAction(e -> doors.crop().reset());
        this.finder = new PictureFinder(state, doors.find());
        this.sources = sources;
    }

    /**
     * The card.
     *
     * @param place where its keys are heard
     */
    VBox build(Node place) {
        VBox card = new VBox(GAP);
        card.getStyleClass().addAll("card", "picture-card");
        card.setId("picture-card");
        canvas.setId("picture-canvas");
        Label hint = new Label(TEXTS.get("picture.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> state.pictureProperty().get().isEmpty(), state.pictureProperty()));
        ProgressIndicator reading = new ProgressIndicator();
        reading.setMaxSize(40, 40);
        reading.visibleProperty().bind(state.readingPictureProperty());
        StackPane stage = new StackPane(canvas, hint, reading);
        stage.getStyleClass().add("picture-stage");
        stage.setMinHeight(VBox.USE_PREF_SIZE);
        HardPicks hard = new HardPicks(actions::showImage);
        state.hardPicksProperty().addListener((o, was, is) -> hard.show(is));
        hard.show(state.hardPicksProperty().get());
        VBox.setVgrow(hard, Priority.ALWAYS);
        card.getChildren().addAll(title(), stage, film.build(), facts(), original(), message(), ways(place), hard);
        state.pictureProperty().addListener((o, was, is) -> show(is));
        state.cropProperty().addListener((o, was, is) -> showCrop());
        show(state.pictureProperty().get());
        return card;
    }

    private Node title() {
        Label title = new Label(TEXTS.get("picture.title"));
        title.getStyleClass().add("card-title");
        Label seen = new Label(TEXTS.get("picture.title.seen"));
        seen.getStyleClass().add("muted");
        HBox row = new HBox(GAP, title, seen);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private Node facts() {
        Label name = new Label();
        name.setId("picture-title");
        name.getStyleClass().add("muted");
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> state.pictureProperty().get().map(Picture::title).orElse(""), state.pictureProperty()));
        Label truth = new Label();
        truth.setId("picture-class");
        truth.getStyleClass().add("picture-class");
        truth.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String known = state.trueClassProperty().get();
                            return state.pictureProperty().get().isEmpty()
                                    ? ""
                                    : known.isEmpty()
                                            ? TEXTS.get("picture.class.unknown")
                                            : TEXTS.get("picture.class", known);
                        },
                        state.trueClassProperty(),
                        state.pictureProperty()));
        Label need = new Label();
        need.setId("picture-need");
        need.setWrapText(true);
        need.textProperty().bind(state.needProperty());
        collapseWhenEmpty(need);
        collapseWhenEmpty(truth);
        VBox box = new VBox(2, truth, need, name);
        box.setMinHeight(VBox.USE_PREF_SIZE);
        return box;
    }

    private Node original() {
        originalCaption.getStyleClass().addAll("muted", "small");
        originalCaption.setId("picture-caption");
        originalCaption.setWrapText(true);
        reset.setId("crop-reset");
        reset.getStyleClass().addAll(Styles.SMALL);
        reset.setMinWidth(Button.USE_PREF_SIZE);
        reset.setTooltip(new Tooltip(TEXTS.get("picture.reset.hint")));
        HBox.setHgrow(originalCaption, Priority.ALWAYS);
        originalCaption.setMaxWidth(Double.MAX_VALUE);
        originalCaption.setMinHeight(Label.USE_PREF_SIZE);
        originalBox.getChildren().setAll(original, new HBox(GAP, originalCaption, reset));
        originalBox.managedProperty().bind(originalBox.visibleProperty());
        originalBox.setMinHeight(VBox.USE_PREF_SIZE);
        return originalBox;
    }

    private Node message() {
        Label sentence = new Label();
        sentence.setId("picture-problem");
        sentence.setWrapText(true);
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        sentence.textProperty().bind(state.pictureProblemProperty());
        Button other = button(TEXTS.get("picture.other"), sources::chooseFiles);
        other.setId("picture-problem-action");
        Button dismiss = button(TEXTS.get("common.dismiss"), actions::dismissProblem);
        dismiss.getStyleClass().add(Styles.FLAT);
        VBox box = new VBox(GAP, sentence, new HBox(GAP, other, dismiss));
        box.getStyleClass().add("problem");
        box.visibleProperty().bind(state.pictureProblemProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        box.setMinHeight(VBox.USE_PREF_SIZE);
        return box;
    }

    private Node ways(Node place) {
        Button previous = button("", Material2AL.CHEVRON_LEFT, () -> actions.stepImage(-1));
        Button next = button("", Material2AL.CHEVRON_RIGHT, () -> actions.stepImage(1));
        Button random = button("", Material2MZ.SHUFFLE, actions::randomImage);
        Button hard = button(TEXTS.get("picture.hard"), actions::nextHardImage);
        describe(previous, "image-previous", TEXTS.get("picture.previous"));
        describe(next, "image-next", TEXTS.get("picture.next"));
        describe(random, "image-random", TEXTS.get("picture.random"));
        describe(hard, "image-hard", TEXTS.get("picture.hard.hint"));
        for (Button button : new Button[] {previous, next, random}) {
            button.disableProperty().bind(state.dataOpenProperty().not());
        }
        hard.disableProperty().bind(state.hardKnownProperty().not());
        Button open = button(TEXTS.get("picture.open"), sources::chooseFiles);
        Button paste = button(TEXTS.get("picture.paste"), sources::paste);
        describe(open, "image-open", TEXTS.get("picture.open.hint"));
        describe(paste, "image-paste", TEXTS.get("picture.paste.hint"));
        Button folder = button(TEXTS.get("picture.folder"), sources::chooseFolder);
        describe(folder, "image-folder", TEXTS.get("picture.folder.hint"));
        for (Button button : new Button[] {open, paste, hard, folder}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
        }
        VBox box = new VBox(
                NARROW_GAP,
                finder.build(place),
                new HBox(GAP, previous, next, random, hard),
                new HBox(GAP, open, folder, paste));
        box.setMinHeight(VBox.USE_PREF_SIZE);
        return box;
    }

    private static Button button(String text, Ikon icon, Runnable action) {
        Button button = button(text, action);
        button.setGraphic(new FontIcon(icon));
        if (text.isEmpty()) {
            button.getStyleClass().add(Styles.BUTTON_ICON);
        }
        return button;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static void describe(Button button, String id, String text) {
        button.setId(id);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
    }

    private static void collapseWhenEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void show(Optional<Picture> picture) {
        picture.ifPresentOrElse(p -> canvas.show(p.seen()), canvas::clear);
        canvas.setAccessibleText(picture.map(Picture::title).orElseGet(() -> TEXTS.get("picture.none")));
        originalBox.setVisible(picture.orElse(null) instanceof Picture.Own);
        showCrop();
    }

    private void showCrop() {
        if (!(state.pictureProperty().get().orElse(null) instanceof Picture.Own own)) {
            original.clear();
            return;
        }
        Shot shot = own.shot();
        Crop crop = state.cropProperty().get().orElse(own.crop());
        original.show(shot, crop);
        boolean standard = crop.equals(shot.standard());
        reset.setDisable(standard);
        reset.setVisible(shot.adjustable());
        int side = own.seen().width();
        originalCaption.setText(TEXTS.get(
                standard
                        ? shot.adjustable() ? "picture.original.middle.free" : "picture.original.middle"
                        : shot.adjustable() ? "picture.original.square.free" : "picture.original.square",
                shot.width() + "×" + shot.height(),
                side + "×" + side,
                Integer.toString(crop.side())));
    }
}
