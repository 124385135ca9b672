package dev.sdpoint.app.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under named columns, written for people, as CSV, or into JSON. A cell that has no value is null. */
public final class StudyTable {
    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** What a column holds, and so how it is written. */
    public enum Kind {
        TEXT,
        COUNT,
        /** 0 … 1; per cent for people. */
        SHARE,
        NUMBER,
        /** Operations; millions for people. */
        FLOPS,
        /** Point and ratio of an instance: two columns for programs, a name for people. */
        INSTANCE
    }

    /** @param name lower-case words joined by underscores */
    public record Column(String name, Kind kind) {}

    public StudyTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells of the columns' kinds, in their order: String, Number, {@link Instance}, or "" for none
     */
    public void add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells do not go with " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    public int size() {
        return rows.size();
    }

    /** The columns, from left to right. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows, from top to bottom; each has a cell per column. */
    public List<List<Object>> rows() {
        return List.copyOf(rows);
    }

    /** Header and rows, comma separated; numbers with a point. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream()
                        .map(c -> c.kind() == Kind.INSTANCE ? "point,ratio" : c.name())
                        .collect(Collectors.joining(",")))
                .append('\n');
        for (List<Object> row : rows) {
            text.append(IntStream.range(0, row.size())
                            .mapToObj(i -> csv(columns.get(i).kind(), row.get(i)))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String csv(Kind kind, Object cell) {
        if (kind == Kind.INSTANCE) {
            return cell instanceof Instance i ? i.point() + "," + ShortName.ratio(i) : ",";
        }
        if (cell instanceof Double number) {
            return number.isNaN() ? "" : String.format(Locale.ROOT, kind == Kind.FLOPS ? "%.0f" : "%.6f", number);
        }
        String text = cell.toString();
        return text.matches("[^,\"\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A field per column. */
    void json(List<ObjectNode> target) {
        for (int r = 0; r < rows.size(); r++) {
            ObjectNode node = target.get(r);
            for (int i = 0; i < columns.size(); i++) {
                put(node, columns.get(i), rows.get(r).get(i));
            }
        }
    }

    private static void put(ObjectNode node, Column column, Object cell) {
        if (cell instanceof Instance instance) {
            node.put("point", instance.point()).put("ratio", instance.ratio());
        } else if (cell instanceof Double number && Double.isFinite(number)) {
            node.put(column.name(), number);
        } else if (cell instanceof Integer || cell instanceof Long) {
            node.put(column.name(), ((Number) cell).longValue());
        } else if (cell instanceof String text && column.kind() == Kind.TEXT) {
            node.put(column.name(), text);
        } else if (column.kind() == Kind.INSTANCE) {
            node.putNull("point").putNull("ratio");
        } else {
            node.putNull(column.name());
        }
    }

    /** Aligned columns for people. */
    public String text() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(StudyTable::heading).toList());
        for (List<Object> row : rows) {
            cells.add(IntStream.range(0, row.size())
                    .mapToObj(i -> words(columns.get(i).kind(), row.get(i)))
                    .toList());
        }
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> cells.stream().mapToInt(r -> r.get(i).length()).max().orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean left =
                        columns.get(i).kind() == Kind.TEXT || columns.get(i).kind() == Kind.INSTANCE;
                line.append(i == 0 ? "" : "  ")
                        .append(String.format("%" + (left ? "-" : "") + Math.max(1, widths[i]) + "s", row.get(i)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The name of a column for people, with its unit. */
    public static String heading(Column column) {
        String words = column.name().replace('_', ' ');
        return column.kind() == Kind.FLOPS ? words.replace("flops", "MFLOPs") : words;
    }

    /** A cell for people. */
    public static String words(Kind kind, Object cell) {
        if (cell instanceof Instance instance) {
            return instance.label();
        }
        if (!(cell instanceof Number number)) {
            return cell.toString();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (kind) {
            case SHARE -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case FLOPS -> String.format(Locale.ROOT, "%.1f", value / 1e6);
            case COUNT -> String.format(Locale.ROOT, "%,d", number.longValue());
            case NUMBER, TEXT, INSTANCE -> String.format(Locale.ROOT, "%.4f", value);
        };
    }
}
