package dev.sdpoint.app.train;

import dev.sdpoint.engine.model.Turn;
import dev.sdpoint.engine.model.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Remembers this machine's pace between sessions: a line a kind, its four parts between tabs. Blocking. */
final class PaceFile {
    private static final String TAB = "\t";

    private final Path file;

    PaceFile(Path file) {
        this.file = file;
    }

    /** What was remembered; lines that this program does not understand are left out. */
    PaceBook read() throws IOException {
        List<MeasuredPace> paces = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(TAB, -1);
                try {
                    paces.add(new MeasuredPace(
                            parts[0], parts[1], Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
                } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                    // of another version, or damaged: it is measured again
                }
            }
        }
        return new PaceBook(paces);
    }

    /** Adds a measurement to what is remembered by now, by other windows too. */
    void remember(MeasuredPace pace) throws IOException {
        try (Turn turn = Turn.toChange(file)) {
            write(read().with(pace));
        }
    }

    /** Whole or not at all. */
    void write(PaceBook book) throws IOException {
        WholeFile.write(
                file,
                book.paces().stream()
                        .map(pace -> String.join(
                                TAB,
                                pace.kind(),
                                pace.network(),
                                String.valueOf(pace.imagesPerSecond()),
                                String.valueOf(pace.flopsPerImage())))
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
