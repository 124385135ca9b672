package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SampleModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.control.ListView;

/** Shows the models of the library: files that appear in its folder, a duplicate and a damaged one among them, and a deletion. */
final class ModelsStates {
    private static final Duration NOTICING = Duration.ofSeconds(60);

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /** @param log hears of every picture */
    ModelsStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them; the library of the tour has two models afterwards. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.LIBRARY);
        guide.node("#model-card");
        Path copy = UserFolders.models().resolve("My first model.sdp");
        try {
            SampleModels.export(copy);
            byte[] bytes = Files.readAllBytes(copy);
            Files.write(copy.resolveSibling("Copied half.sdp"), Arrays.copyOf(bytes, 10_000));
        } catch (ModelFileException | IOException e) {
            throw new TourException("The tour could not write models of its own. The log says more.", e);
        }
        choose(2, "My first model");
        guide.pictures("library-duplicate", out, log);
        choose(1, "Copied half");
        guide.pictures("library-damaged", out, log);
        choose(2, "My first model");
        guide.press("#model-delete");
        guide.until("a deletion", NOTICING, () -> guide.shows("#models-undo"));
        guide.pictures("library-deleted", out, log);
        guide.press("#models-undo");
        guide.until(
                "the model again",
                NOTICING,
                () -> guide.text("#model-card-name").equals("My first model"));
    }

    /** Chooses a row: the list notices new files by itself, after a moment. */
    private void choose(int row, String name) throws TourException, InterruptedException {
        guide.until(
                "the row of " + name,
                NOTICING,
                () -> guide.looks(
                        "#models-list", node -> ((ListView<?>) node).getItems().size() > row));
        guide.with(
                "#models-list", node -> ((ListView<?>) node).getSelectionModel().select(row));
        guide.until(
                "the card of " + name,
                NOTICING,
                () -> guide.text("#model-card-name").equals(name));
    }
}
