package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a comparison found, as Markdown and CSV.
 *
 * @param title heading
 * @param facts preset, data, machine and the like, a line each
 * @param command the exact command
 * @param figure file of the figure beside the report
 * @param rows a trained run each, in the order of the comparison
 * @param curves all curves, those too for which nothing was trained
 * @param missing titles of runs that were not trained
 * @param claims judged claims
 */
public record Report(
        String title,
        List<String> facts,
        String command,
        String figure,
        List<Row> rows,
        List<Curve> curves,
        List<String> missing,
        List<Claim> claims) {
    public Report {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
        curves = List.copyOf(curves);
        missing = List.copyOf(missing);
        claims = List.copyOf(claims);
    }

    /**
     * A trained run.
     *
     * @param curve what it offers
     * @param network name of its network
     * @param parameters learned parameters
     * @param epochs trained
     * @param seconds of training
     */
    public record Row(Curve curve, String network, long parameters, int epochs, double seconds) {}

    /** For people. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# ").append(title).append("\n\n");
        facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
        text.append("\n```sh\n").append(command).append("\n```\n\n");
        text.append("![Cost and error of every run](").append(figure).append(")\n\n");
        appendRuns(text);
        appendClaims(text);
        appendCurves(text);
        return text.toString();
    }

    private void appendRuns(StringBuilder text) {
        text.append("""
                ## Runs

                | Run | Network | Parameters | Epochs | Training | Full resolution | Best | Cheapest |
                |---|---|--:|--:|--:|--:|--:|--:|
                """);
        for (Row row : rows) {
            Curve curve = row.curve();
            boolean one = curve.role().onePoint();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %d | %s | %s | %s | %s |%n",
                    curve.title(),
                    row.network(),
                    row.parameters(),
                    row.epochs(),
                    duration(row.seconds()),
                    percent(curve.full()),
                    one ? "" : percent(curve.best()) + " at " + cost(curve.best()),
                    one
                            ? ""
                            : percent(curve.sweep().byCost().get(0)) + " at "
                                    + cost(curve.sweep().byCost().get(0))));
        }
        if (!missing.isEmpty()) {
            text.append("\nNot run: ").append(String.join("; ", missing)).append(".\n");
        }
    }

    private void appendClaims(StringBuilder text) {
        text.append("\n## The paper's claims on this data\n\n| Claim | Here | Evidence |\n|---|---|---|\n");
        for (Claim claim : claims) {
            text.append(String.format(
                    "| %s | **%s** | %s |%n", claim.statement(), claim.verdict().text(), claim.evidence()));
        }
    }

    private void appendCurves(StringBuilder text) {
        text.append("\n## Curves\n\nTop-1 error of the instances that no other of the same run dominates.\n\n");
        for (Curve curve : curves) {
            text.append("- **").append(curve.title()).append("**: ");
            text.append(curve.sweep().curve().stream()
                    .map(s -> percent(s) + " at " + cost(s))
                    .collect(Collectors.joining(", ")));
            text.append("\n");
        }
    }

    /** A line per instance: {@code run,role,network,point,ratio,flops,relative_cost,top1_error,top5_error,dominated}. */
    public String csv() {
        StringBuilder text =
                new StringBuilder("run,role,network,point,ratio,flops,relative_cost,top1_error,top5_error,dominated\n");
        for (Curve curve : curves) {
            for (InstanceScore score : curve.sweep().scores()) {
                Instance instance = score.instance();
                text.append(String.join(
                        ",",
                        curve.id(),
                        curve.role().name().toLowerCase(Locale.ROOT),
                        curve.family(),
                        String.valueOf(instance.point()),
                        String.valueOf(instance.ratio()),
                        String.valueOf(score.flops()),
                        String.format(Locale.ROOT, "%.6f", score.relativeCost()),
                        String.valueOf(score.top1Error()),
                        String.valueOf(score.top5Error()),
                        String.valueOf(curve.sweep().dominated(score))));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String percent(InstanceScore score) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * score.top1Error());
    }

    private static String cost(InstanceScore score) {
        return String.format(Locale.ROOT, "%.0f MFLOPs", score.flops() / 1e6);
    }

    private static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
