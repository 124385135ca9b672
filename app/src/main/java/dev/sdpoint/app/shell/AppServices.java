package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.prefs.Preferences;

/** Everything that lives as long as the window, wired by hand. JavaFX thread only. */
final class AppServices {
    private final Workspace workspace = new Workspace();
    private final Dl4jCompute compute = new Dl4jCompute();
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final Themes themes;
    private final Opening opening = new Opening();
    private final Opener opener;
    private final Navigator navigator;

    /** @param preferences where theme and window size are remembered */
    AppServices(TaskRunner tasks, Preferences preferences) {
        this.tasks = tasks;
        this.preferences = preferences;
        themes = new Themes(tasks, preferences);
        opener = new Opener(workspace, tasks, opening, new SweepJob(compute));
        navigator = new Navigator(workspace, places());
    }

    /** The places there are; each gets what it needs and no more. */
    private List<PlaceFactory> places() {
        return List.of();
    }

    Workspace workspace() {
        return workspace;
    }

    TaskRunner tasks() {
        return tasks;
    }

    Preferences preferences() {
        return preferences;
    }

    Themes themes() {
        return themes;
    }

    Opening opening() {
        return opening;
    }

    Navigator navigator() {
        return navigator;
    }

    /** What computes, in words; loads the native libraries, so never on the JavaFX thread. */
    Callable<String> device() {
        return compute::device;
    }

    /** Opens the sample model and the images that come with the program, at the same time. */
    void openBundled() {
        opener.openData("CIFAR-10", BundledCifar10::load);
    }

    /** Opens a model file. */
    void openModel(Path file) {
        opener.openModel(file.getFileName().toString(), () -> read(file));
    }

    /** Opens a folder of images. */
    void openData(Path folder) {
        Callable<DataSet> source = () -> DataSets.open(folder.toString());
        opener.openData(folder.getFileName().toString(), source);
    }

    private static OpenModel read(Path file) {
        throw new IllegalStateException("Model files cannot be read yet: " + file);
    }
}
