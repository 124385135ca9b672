package dev.sdpoint.app.shell;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Theme;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Leads the tour through the program: opens things, goes to places, waits for conditions, takes pictures. For the tour's thread. */
final class TourGuide extends TourHands {
    private static final long POLL_MILLIS = 30;

    private final AppServices services;
    private final MainWindow window;
    private PlaceId here = PlaceId.BUDGET;

    /** Leads through a window that was made elsewhere. */
    TourGuide(TaskRunner tasks, AppServices services, MainWindow window, Stage stage) {
        super(tasks, stage);
        this.services = services;
        this.window = window;
    }

    /** Opens the real window, with settings that are forgotten afterwards, and loads what comes with the program. */
    static TourGuide open(FxTaskRunner tasks, BundledContent bundled, RunArchive archive, TourFormat format)
            throws TourException, InterruptedException {
        return onFx(tasks, () -> {
            Timing.reached("toolkit started");
            Fonts.load();
            AppServices services = new AppServices(tasks, new ForgetfulPreferences(), bundled, archive);
            services.themes().choiceProperty().set(Theme.LIGHT);
            Stage stage = new Stage();
            MainWindow window = new MainWindow(services, stage);
            Timing.reached("window built");
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(format.width());
            stage.setHeight(format.height());
            window.show(services::openBundled);
            stage.setRenderScaleX(format.scale()); // once shown: then it is set to that of the screen
            stage.setRenderScaleY(format.scale());
            return new TourGuide(tasks, services, window, stage);
        });
    }

    Workspace workspace() {
        return services.workspace();
    }

    /** Gives the hints of first visits, or no more of them. */
    void giveHints(boolean wanted) throws TourException, InterruptedException {
        act(wanted ? window.hints()::again : window.hints()::closeAll);
    }

    boolean hasPlace(PlaceId place) {
        return services.navigator().factories().stream().anyMatch(f -> f.id() == place);
    }

    /** Waits until the sample model and images are open, and its answers known. */
    void untilFilled() throws TourException, InterruptedException {
        until("the sample model", USUAL, () -> workspace().modelProperty().get().isPresent());
        until(
                "the bundled images",
                USUAL,
                () -> workspace().dataProperty().get().isPresent());
    }

    /** Opens a model file in the place of the sample, and waits until its answers are known. */
    void openModel(Path file) throws TourException, InterruptedException {
        untilFilled();
        act(() -> services.openModel(file));
        String name = BundledContent.nameOf(String.valueOf(file.getFileName()));
        until(
                "the model " + name,
                USUAL,
                () -> workspace()
                        .modelProperty()
                        .get()
                        .filter(open -> open.name().equals(name))
                        .isPresent());
    }

    void goTo(PlaceId place) throws TourException, InterruptedException {
        here = place;
        act(() -> workspace().currentPlaceProperty().set(place));
        untilDrawn();
    }

    /**
     * Waits until something is so, as seen on the JavaFX thread.
     *
     * @param what names it, for the sentence that the wait was in vain
     */
    @Override
    void until(String what, Duration atMost, BooleanSupplier condition) throws TourException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!onFx(tasks(), condition::getAsBoolean)) {
            String problem = onFx(
                    tasks(),
                    () -> services.opening()
                            .messageProperty()
                            .get()
                            .filter(m -> m.kind() == Message.Kind.PROBLEM)
                            .map(m -> " The window says: " + m.sentence())
                            .orElse(""));
            if (System.nanoTime() > deadline || !problem.isEmpty()) {
                throw new TourException("The place " + here.title() + " did not become ready: the tour waited for "
                        + what + (problem.isEmpty() ? " for " + atMost.toSeconds() + " s." : "." + problem));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Does something with a place itself, on the JavaFX thread. */
    void withPlace(PlaceId id, Consumer<Place> action) throws TourException, InterruptedException {
        act(() -> action.accept(services.navigator().build(id)));
    }

    /** Lets what the window says of the last opening go. */
    void dismissMessage() throws TourException, InterruptedException {
        act(() -> services.opening().messageProperty().set(Optional.empty()));
    }

    /** Opens a folder of pictures. */
    void openData(Path folder) throws TourException, InterruptedException {
        act(() -> services.openData(folder));
    }

    /** Opens the sample model and images again. */
    void openBundled() throws TourException, InterruptedException {
        act(services::openBundled);
    }

    /** Writes the window in light and dark. */
    void pictures(PlaceId place, Path folder, Consumer<String> log) throws TourException, InterruptedException {
        pictures(place.name().toLowerCase(Locale.ROOT), folder, log);
    }

    /** Writes the window in light and dark, as {@code NAME-light.png} and {@code NAME-dark.png}. */
    void pictures(String name, Path folder, Consumer<String> log) throws TourException, InterruptedException {
        pictures(stage(), this::allDrawn, name, folder, log);
    }

    /** The same of another window, which is drawn in the new colours when {@code drawn} says so on the JavaFX thread. */
    void pictures(Stage of, BooleanSupplier drawn, String name, Path folder, Consumer<String> log)
            throws TourException, InterruptedException {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            wear(theme);
            until("figures in the new colours", USUAL, drawn);
            untilDrawn();
            BufferedImage picture = onFx(tasks(), () -> TourCamera.take(of));
            TourCamera.write(picture, folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"), log);
        }
        wear(Theme.LIGHT);
    }

    /** The window of the user guide. */
    GuideWindow guideWindow() {
        return window.guide();
    }

    private void wear(Theme theme) throws TourException, InterruptedException {
        act(() -> services.themes().choiceProperty().set(theme));
        untilDrawn();
    }

    /** Closes the window; the guide is of no use afterwards. */
    void finish() throws TourException, InterruptedException {
        act(window::close);
    }
}
