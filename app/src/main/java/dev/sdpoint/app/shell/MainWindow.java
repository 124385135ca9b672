package dev.sdpoint.app.shell;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.chart.ChartRehearsal;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.shell.help.Help;
import dev.sdpoint.app.shell.help.Shortcut;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: sidebar, place, status bar; shortcuts, drops and dialogs. JavaFX thread only. */
final class MainWindow {
    private static final Texts TEXTS = Texts.of(MainWindow.class);
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
    private static final List<Integer> ICON_SIDES = List.of(16, 24, 32, 48, 64, 128, 256);

    private final AppServices services;
    private final Stage stage;
    private final WindowMemory memory;
    private final StackPane screen = new StackPane();
    private final Backstage backstage;
    private final RunHerald herald;
    private final Hints hints;
    private final Help help;
    private final GuideWindow guide;
    private final Label dropLabel = new Label();
    private final StackPane dropHint = new StackPane(dropLabel);
    private final StringProperty device = new SimpleStringProperty("");
    private Runnable closed = () -> {};
    private boolean preparing;

    MainWindow(AppServices services, Stage stage) {
        this.services = services;
        this.stage = stage;
        memory = new WindowMemory(services.preferences());
        hints = new Hints(
                services.workspace(), services.preferences(), services.opening().firstEndedProperty());
        backstage = new Backstage(services.navigator(), screen, services.navigator()::arrive);
        help = new Help(
                services.tasks(),
                Logs.file(),
                services.device(),
                keys(),
                new HelpWords(services.opening()),
                new HelpDeeds());
        guide = new GuideWindow(services.tasks(), services.preferences(), MainWindow::icons);
        Scene scene = new Scene(root());
        services.themes().install(scene);
        shortcuts(scene);
        stage.setScene(scene);
        herald = new RunHerald(
                services.workspace(),
                services.tasks(),
                icons -> stage.getIcons().setAll(icons),
                new RunNotes(services.workspace(), stage));
        stage.titleProperty().bind(herald.titleProperty());
        memory.restore(stage);
        stage.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                services.themes().followSystem();
            }
        });
        stage.setOnCloseRequest(event -> close());
    }

    /** Hears when the window is gone and all places are closed. */
    void onClosed(Runnable action) {
        closed = action;
    }

    /**
     * Shows it, and then what computes as soon as the first opening leaves the processor free.
     *
     * @param drawn runs when the window has been drawn for the first time
     */
    void show(Runnable drawn) {
        TaskRunner tasks = services.tasks();
        Thread.setDefaultUncaughtExceptionHandler(new CrashGuard(tasks, services.opening(), help::showLog));
        services.navigator().follow(new Screen());
        hints.begin();
        services.opening().firstEndedProperty().addListener(property -> {
            prepare();
            services.openArchive();
            tasks.run(
                    services.device(),
                    device::set,
                    problem -> LOG.error("The device that computes cannot be named.", problem));
        });
        FirstPulse.of(stage.getScene(), () -> {
            Timing.reached("window shown");
            drawn.run();
            tasks.run(
                    MainWindow::icons,
                    herald::plainIcons,
                    problem -> LOG.error("The window's icons cannot be read.", problem));
        });
        stage.show();
    }

    /** Builds the other places ahead of their first visit; nothing the second time. */
    private void prepare() {
        if (preparing) {
            return;
        }
        preparing = true;
        services.tasks()
                .run(
                        () -> {
                            ChartRehearsal.draw();
                            return stage.getScene();
                        },
                        backstage::open,
                        problem -> {
                            LOG.error("The first chart will take longer: it could not be drawn ahead.", problem);
                            backstage.open(stage.getScene());
                        });
    }

    /** What the person is told on first visits. */
    Hints hints() {
        return hints;
    }

    GuideWindow guide() {
        return guide;
    }

    /** Whether all places are built, so that going to any is short work. */
    boolean prepared() {
        return backstage.done();
    }

    /** Closes the window and all places, and ends what nobody would see; a run writes its checkpoint by itself. */
    void close() {
        memory.remember(stage, services.tasks());
        stage.titleProperty().unbind();
        stage.hide();
        guide.close();
        backstage.close();
        services.close();
        closed.run();
    }

    private StackPane root() {
        BorderPane frame = new BorderPane();
        frame.setLeft(new Sidebar(
                        services.workspace(),
                        services.navigator().factories(),
                        services.themes(),
                        this::askForModel,
                        this::askForData,
                        help::open)
                .view());
        screen.setId("screen");
        frame.setCenter(new MessageBar(
                        new StackPane(Sheets.keeper(), backstage.wings(), screen, new HintBubble(hints).view()),
                        services.opening())
                .view());
        frame.setBottom(new Footer(services.workspace(), services.opening(), device).view());
        dropHint.getStyleClass().add("drop-hint");
        dropHint.setMouseTransparent(true);
        dropHint.setVisible(false);
        StackPane root = new StackPane(frame, dropHint);
        FileDrops.install(root, this::hint, services);
        return root;
    }

    private void hint(Optional<FileDrops.Kind> kind) {
        dropHint.setVisible(kind.isPresent());
        kind.map(FileDrops.Kind::hint).ifPresent(dropLabel::setText);
    }

    private void shortcuts(Scene scene) {
        for (PlaceFactory place : services.navigator().factories()) {
            scene.getAccelerators()
                    .put(
                            Sidebar.shortcut(place.id()),
                            () -> services.workspace().currentPlaceProperty().set(place.id()));
        }
        scene.getAccelerators().put(Sidebar.OPEN_MODEL, this::askForModel);
        scene.getAccelerators().put(Sidebar.OPEN_DATA, this::askForData);
        scene.getAccelerators().put(Panel.UNDO, services.navigator()::undo);
        scene.getAccelerators().put(Help.GUIDE, help::openGuide);
        scene.getAccelerators().put(Help.MENU, () -> help.open(scene.lookup("#help")));
    }

    private final class Screen implements Navigator.Screen {
        @Override
        public boolean isReadyFor(PlaceId id) {
            if (!stage.isShowing() || backstage.isReady(id)) {
                return true;
            }
            Label label = new Label(TEXTS.get("place.preparing", id.title()));
            label.getStyleClass().add(Styles.TEXT_MUTED);
            put(label, label.getText());
            backstage.hurry(id);
            prepare();
            return false;
        }

        @Override
        public void show(Place place) {
            backstage.release(place);
            put(place.view(), place.id().title());
        }

        private void put(Node node, String accessibleText) {
            screen.getChildren().setAll(node);
            screen.setAccessibleText(accessibleText);
        }
    }

    private void askForModel() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("open.model.choose"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(TEXTS.get("open.model.files"), "*.sdp"),
                        new FileChooser.ExtensionFilter(TEXTS.get("open.all-files"), "*"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            services.openModel(file.toPath());
        }
    }

    private void askForData() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("open.data.choose"));
        File folder = chooser.showDialog(stage);
        if (folder != null) {
            services.openData(folder.toPath());
        }
    }

    private List<Shortcut> keys() {
        List<Shortcut> keys = new ArrayList<>();
        for (PlaceFactory place : services.navigator().factories()) {
            String text = Sidebar.shortcut(place.id()).getDisplayText();
            keys.add(new Shortcut(text, TEXTS.get("keys.place", place.id().title())));
        }
        keys.add(new Shortcut(Sidebar.OPEN_MODEL.getDisplayText(), TEXTS.get("keys.open-model")));
        keys.add(new Shortcut(Sidebar.OPEN_DATA.getDisplayText(), TEXTS.get("keys.open-data")));
        keys.add(new Shortcut(Panel.UNDO.getDisplayText(), TEXTS.get("keys.undo")));
        keys.add(new Shortcut(Help.GUIDE.getDisplayText(), TEXTS.get("keys.guide")));
        keys.add(new Shortcut(Help.MENU.getDisplayText(), TEXTS.get("keys.help")));
        return keys;
    }

    /** Says in the bar above the place what the Help menu has to say. */
    private record HelpWords(Opening opening) implements Help.Words {
        @Override
        public void notice(String sentence) {
            opening.say(Message.notice(sentence));
        }

        @Override
        public void problem(String sentence) {
            opening.say(Message.problem(sentence));
        }
    }

    private final class HelpDeeds implements Help.Window {
        @Override
        public void openGuide() {
            guide.open(services.workspace().currentPlaceProperty().get());
        }

        @Override
        public void giveHints() {
            hints.again();
        }
    }

    private static List<Image> icons() {
        return ICON_SIDES.stream().map(MainWindow::icon).toList();
    }

    private static Image icon(int side) {
        String name = "icon-" + side + ".png";
        return new Image(Objects.requireNonNull(MainWindow.class.getResourceAsStream(name), name));
    }
}
