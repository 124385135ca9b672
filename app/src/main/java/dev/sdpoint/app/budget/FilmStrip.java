package dev.sdpoint.app.budget;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.budget.FilmModel.Look;
import dev.sdpoint.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Builds the film strip: small pictures about the one that is shown, and the keys and buttons to go through them. */
final class FilmStrip {
    private static final Texts TEXTS = Texts.of(FilmStrip.class);
    private static final double GAP = 8;
    private static final double SIDE = 48;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FilmModel state;
    private final FilmActions actions;
    private final Row row = new Row();
    private final Timeline beats = new Timeline();

    FilmStrip(FilmModel state, FilmActions actions) {
        this.state = state;
        this.actions = actions;
    }

    /** The strip; takes no room while there is no film. */
    VBox build() {
        VBox box = new VBox(GAP, head(), row, buttons(), problems());
        box.setId("film");
        box.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !state.framesProperty().get().isEmpty(), state.framesProperty()));
        box.managedProperty().bind(box.visibleProperty());
        box.setMinHeight(Region.USE_PREF_SIZE);
        state.framesProperty().addListener((o, was, is) -> row.fill());
        state.atProperty().addListener((o, was, is) -> row.fill());
        state.looks().addListener((MapChangeListener<Path, Look>) change -> row.fill());
        beats.setCycleCount(Animation.INDEFINITE);
        state.playingProperty().addListener((o, was, is) -> beat());
        state.perSecondProperty().addListener((o, was, is) -> beat());
        row.fill();
        return box;
    }

    private void beat() {
        beats.stop();
        if (state.playingProperty().get()) {
            Duration pause = Duration.seconds(1.0 / state.perSecondProperty().get());
            beats.getKeyFrames().setAll(new KeyFrame(pause, e -> actions.beat()));
            beats.play();
        }
    }

    private Node head() {
        Label title = new Label();
        title.setId("film-title");
        title.getStyleClass().add("card-subtitle");
        title.setMinWidth(0);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        this::title, state.titleProperty(), state.atProperty(), state.framesProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = button("film-close", Material2AL.CLOSE, TEXTS.get("film.close"), actions::close);
        HBox head = new HBox(GAP, title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String title() {
        String name = state.titleProperty().get();
        String count = Figures.exact(state.framesProperty().get().size());
        int at = state.atProperty().get();
        return at == FilmModel.NONE
                ? TEXTS.get("film.title.none", name, count)
                : TEXTS.get("film.title", name, Figures.exact(at + 1L), count);
    }

    private Node buttons() {
        Button previous =
                button("film-previous", Material2MZ.SKIP_PREVIOUS, TEXTS.get("film.previous"), () -> actions.step(-1));
        Button next = button("film-next", Material2MZ.SKIP_NEXT, TEXTS.get("film.next"), () -> actions.step(1));
        Button play = button("film-play", Material2MZ.PLAY_ARROW, TEXTS.get("film.play"), actions::togglePlaying);
        state.playingProperty().addListener((o, was, is) -> {
            play.setGraphic(new FontIcon(is ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW));
            describe(play, TEXTS.get(is ? "film.pause" : "film.play"));
        });
        ComboBox<Integer> speed = new ComboBox<>();
        speed.setId("film-speed");
        speed.getItems().addAll(1, 2, 5, 10);
        speed.setValue(state.perSecondProperty().get());
        speed.valueProperty()
                .addListener((o, was, is) -> state.perSecondProperty().set(is));
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer perSecond) {
                return TEXTS.get("film.speed", perSecond);
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replaceAll("\\D", ""));
            }
        });
        speed.setAccessibleText(TEXTS.get("film.speed.spoken"));
        speed.setTooltip(new Tooltip(TEXTS.get("film.speed.hint")));
        HBox.setHgrow(speed, Priority.ALWAYS);
        speed.setMaxWidth(Double.MAX_VALUE);
        return new HBox(GAP, previous, play, next, speed);
    }

    private Node problems() {
        Label sentences = new Label();
        sentences.setId("film-problems");
        sentences.setWrapText(true);
        sentences.setMinHeight(Region.USE_PREF_SIZE);
        sentences.textProperty().bind(state.problemsProperty());
        Button dismiss = new Button(TEXTS.get("common.dismiss"));
        dismiss.setId("film-problems-dismiss");
        dismiss.getStyleClass().add(Styles.FLAT);
        dismiss.setOnAction(e -> actions.dismissProblems());
        VBox box = new VBox(GAP, sentences, dismiss);
        box.getStyleClass().add("problem");
        box.visibleProperty().bind(state.problemsProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Button button(String id, Ikon icon, String text, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setOnAction(e -> action.run());
        describe(button, text);
        return button;
    }

    private static void describe(Button button, String text) {
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
    }

    /** As many frames as there is room for, the one that is shown in the middle where it can be. */
    private final class Row extends Region {
        private final List<Frame> frames = new ArrayList<>();

        Row() {
            setId("film-strip");
            getStyleClass().add("film-strip");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.LIST_VIEW);
            addEventHandler(KeyEvent.KEY_PRESSED, this::key);
            widthProperty().addListener((o, was, is) -> fill());
        }

        private void key(KeyEvent event) {
            int count = state.framesProperty().get().size();
            boolean known = true;
            switch (event.getCode()) {
                case LEFT -> actions.step(-1);
                case RIGHT -> actions.step(1);
                case PAGE_UP -> actions.step(-10);
                case PAGE_DOWN -> actions.step(10);
                case HOME -> actions.step(-count);
                case END -> actions.step(count);
                case SPACE -> actions.togglePlaying();
                default -> known = false;
            }
            if (known) {
                event.consume();
            }
        }

        void fill() {
            List<Path> paths = state.framesProperty().get();
            int at = state.atProperty().get();
            int room = (int) Math.max(1, Math.floor((getWidth() - 4 + GAP) / (SIDE + GAP)));
            int shown = Math.min(room, paths.size());
            int first = Math.max(0, Math.min(paths.size() - shown, at - shown / 2));
            while (frames.size() < shown) {
                frames.add(new Frame());
            }
            while (frames.size() > shown) {
                frames.remove(frames.size() - 1);
            }
            for (int i = 0; i < shown; i++) {
                frames.get(i).show(paths.get(first + i), first + i, first + i == at);
            }
            if (getChildren().size() != shown) {
                getChildren().setAll(frames);
            }
            setAccessibleText(
                    at >= 0 && at < paths.size()
                            ? TEXTS.get(
                                    "film.frame",
                                    Integer.toString(at + 1),
                                    Integer.toString(paths.size()),
                                    String.valueOf(paths.get(at).getFileName()))
                            : TEXTS.get("film.pictures", Integer.toString(paths.size())));
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            for (int i = 0; i < frames.size(); i++) {
                frames.get(i).resizeRelocate(2 + i * (SIDE + GAP), 2, SIDE, SIDE);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return SIDE + 4;
        }

        @Override
        protected double computeMinHeight(double width) {
            return SIDE + 4;
        }

        @Override
        protected double computePrefWidth(double height) {
            return SIDE;
        }
    }

    private final class Frame extends StackPane {
        private final PixelCanvas picture = new PixelCanvas();
        private final FontIcon broken = new FontIcon(Material2AL.BROKEN_IMAGE);
        private final Tooltip words = new Tooltip();

        Frame() {
            getStyleClass().add("film-frame");
            broken.getStyleClass().add("film-broken");
            getChildren().addAll(picture, broken);
            Tooltip.install(this, words);
        }

        void show(Path file, int number, boolean selected) {
            Look look = state.looks().get(file);
            boolean isBroken = look != null && look.broken();
            broken.setVisible(isBroken);
            if (look == null || isBroken) {
                picture.clear();
            } else {
                look.thumbnail().ifPresent(picture::show);
            }
            words.setText(look != null && isBroken ? look.problem() : String.valueOf(file.getFileName()));
            setAccessibleText(words.getText());
            pseudoClassStateChanged(SELECTED, selected);
            setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY) {
                    row.requestFocus();
                    actions.show(number);
                }
            });
        }
    }
}
