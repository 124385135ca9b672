package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.LatencyProfile.Timing;
import dev.sdpoint.engine.model.Turn;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Remembers what the instances of models took on which machine: a line each, the newest last, its parts between tabs, a
 * checksum at the end. A line that is damaged or of another version is left out as if it had never been written. Blocking.
 */
final class TimesFile {
    private static final String TAB = "\t";
    private static final String VERSION = "1";
    private static final int PARTS = 7;
    private static final int KEPT = 200;

    private final Path file;

    TimesFile(Path file) {
        this.file = file;
    }

    /**
     * One measurement.
     *
     * @param model identity of the model's content
     * @param machine processor and device in words
     */
    record Entry(String model, String machine, LatencyProfile profile) {
        boolean sameAs(String otherModel, String otherMachine) {
            return model.equals(otherModel) && machine.equals(otherMachine);
        }
    }

    /**
     * All that is remembered; empty if there is no file, or it is no text.
     *
     * @throws IOException if the file is there and cannot be read
     */
    List<Entry> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .flatMap(line -> entry(line).stream())
                    .toList();
        } catch (CharacterCodingException e) {
            return List.of();
        }
    }

    /**
     * Remembers a measurement in place of an earlier one of the same model and machine; of the oldest beyond 200 nothing is kept.
     *
     * @throws IOException if it cannot be written; what was there before is there still
     */
    void remember(Entry entry) throws IOException {
        try (Turn turn = Turn.toChange(file)) {
            List<Entry> all = new ArrayList<>(read());
            all.removeIf(other -> other.sameAs(entry.model(), entry.machine()));
            all.add(entry);
            WholeFile.write(
                    file,
                    all.subList(Math.max(0, all.size() - KEPT), all.size()).stream()
                            .map(TimesFile::line)
                            .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    private static String line(Entry entry) {
        String text = String.join(
                TAB,
                VERSION,
                entry.model(),
                entry.machine().replaceAll("\\s+", " "),
                entry.profile().network(),
                String.valueOf(entry.profile().batch()),
                entry.profile().timings().stream().map(TimesFile::timing).collect(Collectors.joining(";")));
        return text + TAB + check(text);
    }

    private static String timing(Timing timing) {
        return timing.instance().point() + "," + timing.instance().ratio() + "," + timing.flops() + ","
                + timing.millisPerImage();
    }

    private static Optional<Entry> entry(String line) {
        String[] parts = line.split(TAB, -1);
        if (parts.length != PARTS
                || !parts[0].equals(VERSION)
                || !parts[PARTS - 1].equals(check(line.substring(0, line.lastIndexOf(TAB))))) {
            return Optional.empty();
        }
        try {
            List<Timing> timings = Arrays.stream(parts[5].split(";", -1))
                    .map(TimesFile::timing)
                    .toList();
            return Optional.of(
                    new Entry(parts[1], parts[2], new LatencyProfile(parts[3], Integer.parseInt(parts[4]), timings)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Timing timing(String text) {
        String[] parts = text.split(",", -1);
        double millis = Double.parseDouble(parts[3]);
        if (!(millis > 0 && Double.isFinite(millis))) {
            throw new IllegalArgumentException("a time of " + millis + " ms is not above 0");
        }
        Instance instance = Instance.of(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
        return new Timing(instance, Long.parseLong(parts[2]), millis);
    }

    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
