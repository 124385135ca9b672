package dev.sdpoint.app.chart;

import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.Promise;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A person's table of published results; it refuses lines, each with a sentence, and hardly ever a file. */
public final class LiteratureFuzz implements FuzzTarget {
    private final Path file = ScratchFolder.create().resolve("published.csv");

    @Override
    public String name() {
        return "literature";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes("cost,error,label,unit\n1.2,5.1%,\"WRN, \"\"wide\"\"\",GFLOPs\n3e8,6,b,FLOPs\n\n4,7,c,ms\n"),
                bytes("\uFEFFlabel;unit;cost;error\na;MFLOPs;12;3\n"),
                bytes("label\tunit\tcost\terror\na\tMFLOPs\t0\t101\nb\thours\t1\t1\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void read(byte[] input) throws Exception {
        Files.write(file, input);
        LiteratureReader.Reading reading = LiteratureReader.read(file);
        for (LiteraturePoint point : reading.points()) {
            if (!(point.cost() > 0 && Double.isFinite(point.cost() * 1e12))
                    || !(point.errorPercent() >= 0 && point.errorPercent() <= 100)
                    || point.label().isBlank()
                    || point.label().length() > 100) {
                throw new AssertionError("a point that cannot be drawn: " + point);
            }
        }
        byte[] unquoted =
                bytes(new String(input, StandardCharsets.UTF_8).replace("\"", "")); // what a field in quotes says
        for (String problem : reading.problems()) {
            try {
                Promise.requireWords(problem, true, unquoted);
            } catch (IllegalArgumentException e) {
                throw new AssertionError(e.getMessage(), e);
            }
        }
    }

    @Override
    public Class<? extends Exception> refusal() {
        return IOException.class;
    }

    @Override
    public int shortRun() {
        return 3_000;
    }
}
