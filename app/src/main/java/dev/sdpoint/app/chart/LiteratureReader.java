package dev.sdpoint.app.chart;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.ForeignText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads published results from a person's own table: a first line with the names {@code cost}, {@code error}, {@code label} and {@code
 * unit} in any order, then one network a line. Errors are per cents, units FLOPs, MFLOPs, GFLOPs or ms; values are separated by commas,
 * semicolons or tabs, and may stand in double quotes. Lines that cannot be read are told, not guessed. Any thread.
 */
public final class LiteratureReader {
    private static final Texts TEXTS = Texts.of(LiteratureReader.class);
    private static final long LARGEST = 1 << 20;
    private static final int MOST_POINTS = 500;
    private static final int LONGEST_LABEL = 100;

    /** No network costs less or more, in any unit; an axis has to hold them. */
    private static final double LEAST_COST = 1e-9;

    private static final double MOST_COST = 1e18;
    private static final List<String> NAMES = List.of("cost", "error", "label", "unit");

    private LiteratureReader() {}

    /**
     * What was read.
     *
     * @param points in the order of the file
     * @param problems a sentence for every line that was left out
     */
    public record Reading(List<LiteraturePoint> points, List<String> problems) {
        public Reading {
            points = List.copyOf(points);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws IOException if it cannot be read or is no table: larger than a megabyte
     */
    public static Reading read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(TEXTS.get("literature.too-large", String.valueOf(file.getFileName())));
        }
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    static Reading parse(String text) {
        List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
        List<String> problems = new ArrayList<>();
        List<LiteraturePoint> points = new ArrayList<>();
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            return new Reading(points, List.of(TEXTS.get("literature.empty")));
        }
        char separator = separator(lines.get(0));
        Map<String, Integer> columns = new HashMap<>();
        List<String> header = cells(lines.get(0), separator);
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
        List<String> missing =
                NAMES.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            return new Reading(points, List.of(TEXTS.get("literature.columns", String.join(", ", missing))));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (points.size() == MOST_POINTS) {
                problems.add(TEXTS.get("literature.too-many", Integer.toString(i + 1), MOST_POINTS));
                break;
            }
            try {
                points.add(point(Integer.toString(i + 1), cells(lines.get(i), separator), columns));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Reading(points, problems);
    }

    /** @throws IllegalArgumentException with a sentence on what is wrong in the line */
    private static LiteraturePoint point(String line, List<String> cells, Map<String, Integer> columns) {
        String label = cell(cells, columns, "label");
        if (label.isEmpty()) {
            throw new IllegalArgumentException(TEXTS.get("literature.line.label", line));
        }
        if (label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    TEXTS.get("literature.line.label-long", line, Integer.toString(label.length()), LONGEST_LABEL));
        }
        String unit = cell(cells, columns, "unit");
        LiteraturePoint.Unit known = LiteraturePoint.Unit.of(unit)
                .orElseThrow(() ->
                        new IllegalArgumentException(TEXTS.get("literature.line.unit", line, ForeignText.shown(unit))));
        String cost = cell(cells, columns, "cost");
        double costs = number(cost)
                .filter(value -> value >= LEAST_COST && value <= MOST_COST)
                .orElseThrow(() ->
                        new IllegalArgumentException(TEXTS.get("literature.line.cost", line, ForeignText.shown(cost))));
        String error = cell(cells, columns, "error");
        double errs = number(
                        error.endsWith("%")
                                ? error.substring(0, error.length() - 1).strip()
                                : error)
                .filter(value -> value >= 0 && value <= 100)
                .orElseThrow(() -> new IllegalArgumentException(
                        TEXTS.get("literature.line.error", line, ForeignText.shown(error))));
        return new LiteraturePoint(ForeignText.shown(label, LONGEST_LABEL), costs, known, errs);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String cell(List<String> cells, Map<String, Integer> columns, String name) {
        Integer at = columns.get(name);
        return at != null && at < cells.size() ? cells.get(at) : "";
    }

    private static char separator(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /** The values of a line without what surrounds them; a doubled quote inside quotes is one. */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
