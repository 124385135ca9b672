package dev.sdpoint.app.cli;

import dev.sdpoint.app.figure.FigureFiles;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyFormat;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that all studies share. */
final class StudyOptions {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = ModelChoice.DESCRIPTION + " Repeat it to compare several.")
    private List<String> models = List.of();

    @Option(names = "--data", required = true, description = DataOpening.DESCRIPTION)
    private String data = "";

    @Option(
            names = "--images",
            defaultValue = "0",
            description =
                    "How many validation images, a fixed random choice; 0 is all of them (default ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "What is printed: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private StudyFormat format = StudyFormat.TEXT;

    @Option(names = "--out", description = "Write the table to a file as well: .csv or .json.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--figure", description = "Draw the figure: .svg, .png or .pdf.")
    private Optional<Path> figure = Optional.empty();

    /** Checks what was typed and opens models and data. */
    StudyCase open(CommandSpec spec) throws ModelFileException, DataException {
        if (images < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--images " + images + " is below 0; 0 takes all validation images");
        }
        out.ifPresent(file -> Arguments.valid(spec, () -> tableFormat(file)));
        figure.ifPresent(file -> Arguments.valid(spec, () -> {
            FigureFiles.requireKnownKind(file);
            return file;
        }));
        List<ModelChoice> chosenModels = new ArrayList<>();
        for (String typed : models) {
            chosenModels.add(ModelChoice.of(typed));
        }
        List<SdpModel> loaded = new ArrayList<>();
        for (ModelChoice model : chosenModels) {
            loaded.add(model.read());
        }
        DataSet set = DataOpening.open(spec, data, loaded.get(0));
        for (SdpModel model : loaded) {
            Subject.requireFit(model, set);
        }
        LabeledImages chosen = StudyCase.choose(set.validation(), images);
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < loaded.size(); i++) {
            subjects.add(new Subject(name(i, chosenModels), loaded.get(i), chosen, new TerminalBench()));
        }
        return new StudyCase(subjects, set, chosen);
    }

    /** Name of a model, with the folder of its file where names alone are alike. */
    private static String name(int i, List<ModelChoice> models) {
        String name = models.get(i).name();
        boolean alike = models.stream().filter(m -> m.name().equals(name)).count() > 1;
        return models.get(i)
                .file()
                .map(file -> file.toAbsolutePath().getParent())
                .filter(folder -> alike)
                .map(folder -> folder.getFileName() + "/" + name)
                .orElse(name);
    }

    /** Prints the answer and writes the files that were asked for. */
    void deliver(CommandSpec spec, StudyResult result) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        print.print(result.written(format));
        print.flush();
        if (out.isPresent()) {
            WholeFile.write(out.get(), result.written(tableFormat(out.get())));
        }
        if (figure.isPresent()) {
            FigureFiles.write(figure.get(), result.figure());
        }
    }

    private static StudyFormat tableFormat(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return StudyFormat.CSV;
        }
        if (name.endsWith(".json")) {
            return StudyFormat.JSON;
        }
        throw new IllegalArgumentException(
                "a table is written as .csv or .json, and " + file.getFileName() + " is neither");
    }
}
