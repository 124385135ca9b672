package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/**
 * Shows what the Budget place does with pictures: a film of several files, another crop, images looked for by name and number,
 * every instance's guesses.
 */
final class PictureStates {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int FILES = 6;

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /**
     * @param out where the tour has left pictures of the program before; they are the pictures of the film
     * @param log hears of every picture
     */
    PictureStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them. */
    void walk() throws TourException, InterruptedException, IOException {
        Path broken = Files.createTempFile("holiday", ".jpg");
        try {
            guide.goTo(PlaceId.BUDGET);
            guide.copyFiles(files(broken));
            guide.press("#image-paste");
            guide.until("the pictures", WAIT, () -> guide.shows("#picture-original") && guide.shows("#film-problems"));
            guide.pictures("budget-film", out, log);
            guide.press("#film-problems-dismiss");
            guide.reveal("#crop-view");
            guide.click("#crop-view", 0.1, 0.1);
            guide.type(KeyCode.PLUS, 5);
            guide.type(KeyCode.LEFT, 4);
            guide.until("the crop", WAIT, () -> guide.text("#picture-caption").contains("a square of"));
            guide.pictures("budget-crop", out, log);
            guide.press("#film-close");
            guide.press("#image-next");
            find("zebra");
            guide.until("why there is no zebra", WAIT, () -> guide.shows("#image-find-problem"));
            guide.pictures("budget-not-found", out, log);
            find("12");
            guide.until("image 12", WAIT, () -> guide.text("#picture-title").startsWith("Validation image #12 "));
            guide.press("#small-multiple-toggle");
            guide.until("every guess", WAIT, () -> guide.none(".instance-card .label", "waiting…"));
            guide.pictures("budget-small-multiple", out, log);
            guide.press("#small-multiple-toggle");
        } finally {
            Files.deleteIfExists(broken);
        }
    }

    private void find(String text) throws TourException, InterruptedException {
        guide.click("#image-find", 0.5, 0.5);
        guide.enter("#image-find", text);
        guide.type(KeyCode.ENTER, 1);
    }

    private List<Path> files(Path broken) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(out)) {
            all.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .limit(FILES)
                    .forEach(files::add);
        }
        files.add(1, broken);
        return files;
    }
}
