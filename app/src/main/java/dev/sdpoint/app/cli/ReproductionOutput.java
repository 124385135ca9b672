package dev.sdpoint.app.cli;

import dev.sdpoint.app.figure.CurveSeries;
import dev.sdpoint.app.figure.Figure;
import dev.sdpoint.app.figure.FigureFiles;
import dev.sdpoint.app.figure.Ink;
import dev.sdpoint.app.figure.Panel;
import dev.sdpoint.app.figure.Series;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.device.Gibibytes;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.reproduction.Curve;
import dev.sdpoint.engine.reproduction.Entry.Role;
import dev.sdpoint.engine.reproduction.Findings;
import dev.sdpoint.engine.reproduction.Preset;
import dev.sdpoint.engine.reproduction.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a comparison found: a report, a table and one figure, side by side in a folder. */
final class ReproductionOutput {
    static final String REPORT = "report.md";
    static final String TABLE = "curves.csv";
    static final String FIGURE = "curves.svg";
    static final String PICTURE = "curves.png";

    private static final Map<Role, Ink> INKS = Map.of(
            Role.SDPOINT, Ink.BLUE,
            Role.PLAIN, Ink.BLACK,
            Role.DROPOUT, Ink.PURPLE,
            Role.EARLY_EXITS, Ink.VERMILION,
            Role.MULTISCALE, Ink.GREEN,
            Role.SMALLER, Ink.GREY,
            Role.ABLATION, Ink.SKY,
            Role.UNIFORM, Ink.ORANGE);

    private final Preset preset;
    private final DataSet images;
    private final long seed;
    private final Collection<SdpModel> models;

    ReproductionOutput(Preset preset, DataSet images, long seed, Collection<SdpModel> models) {
        this.preset = preset;
        this.images = images;
        this.seed = seed;
        this.models = models;
    }

    /** Each file is written whole or not at all. */
    void write(Findings findings, Path folder) throws IOException {
        Report report = new Report(
                "The comparison of the paper's Fig. 3 on " + images.title(),
                facts(),
                command(),
                FIGURE,
                findings.rows(),
                findings.curves(),
                findings.missing(),
                findings.claims());
        Figure figure = figure(findings.curves());
        FigureFiles.write(folder.resolve(FIGURE), figure);
        FigureFiles.write(folder.resolve(PICTURE), figure);
        WholeFile.write(folder.resolve(TABLE), report.csv());
        WholeFile.write(folder.resolve(REPORT), report.markdown());
    }

    private String command() {
        return "sdpoint reproduce cifar10 --preset " + preset.id() + (preset.bundled() ? "" : " --data FOLDER")
                + " --seed " + seed + " --out DIR";
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add("Preset " + preset.id() + ": " + preset.description() + ".");
        facts.add(String.format(
                Locale.ROOT,
                "Data: %s, %,d training and %,d validation images, SHA-256 %s.",
                images.title(),
                images.training().size(),
                images.validation().size(),
                images.fingerprint()));
        facts.add("Seed " + seed + "; errors are those of the last weights of each run on all validation images.");
        models.stream()
                .flatMap(m -> m.record().history().stream())
                .flatMap(h -> h.machines().stream())
                .map(ReproductionOutput::machine)
                .distinct()
                .forEach(facts::add);
        return facts;
    }

    private static String machine(Machine machine) {
        return String.format(
                Locale.ROOT,
                "Machine: %s, %d logical processors, %s of memory, computed on %s.",
                machine.processor(),
                machine.logicalProcessors(),
                Gibibytes.of(machine.memoryBytes()),
                machine.device().title());
    }

    private Figure figure(List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            List<Series> own = CurveSeries.of(curve.title(), curve.sweep(), INKS.getOrDefault(curve.role(), Ink.GREY));
            series.addAll(curve.role() == Role.ABLATION ? own.subList(own.size() - 1, own.size()) : own);
        }
        return new Figure(
                "Cost and error of every run",
                images.title() + ", top-1 error on "
                        + String.format(Locale.ROOT, "%,d", images.validation().size()) + " validation images, preset "
                        + preset.id(),
                List.of(new Panel.Lines("", CurveSeries.cost(), CurveSeries.top1(), series)),
                "Strong: instances that no other of the same run dominates, with 95 % intervals. Faded: dominated ones.");
    }
}
