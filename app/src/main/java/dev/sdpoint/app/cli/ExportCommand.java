package dev.sdpoint.app.cli;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sdpoint export}: instances of a model as ONNX files, to run them without this program. */
@Command(
        name = "export",
        description =
                "Write the best instance of a model within a budget, or every instance worth its cost, as ONNX for "
                        + "ONNX Runtime and other programs; beside it a page that says how to run it in Python and in Java.")
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = ModelChoice.DESCRIPTION)
    private String model = "";

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "The .onnx file, or a folder; with --all always a folder.")
    private String out = "";

    @Mixin
    private OutFiles files = new OutFiles();

    /** Which instances. */
    static final class Choice {
        @Option(names = "--budget", description = Budget.DESCRIPTION)
        private Optional<Double> budget = Optional.empty();

        @Option(names = "--all", description = "Every instance that no other beats in cost and error alike.")
        private boolean all;
    }

    @Override
    public Integer call() throws ModelFileException, IOException {
        if (choice.budget.isPresent()) {
            Budget.require(spec, choice.budget.get());
        }
        SdpModel loaded = ModelChoice.of(model).read();
        BudgetMenu menu = new BudgetMenu(loaded.sweep(), loaded.space());
        return choice.all ? all(loaded, menu) : one(loaded, menu, choice.budget.orElseThrow());
    }

    private int one(SdpModel loaded, BudgetMenu menu, double budget) throws IOException {
        InstanceScore offer = menu.best(budget);
        Path file = OutFiles.in(spec, out, ".onnx", OnnxExport.name(loaded, offer.instance()));
        if (files.taken(spec, OnnxExport.files(file))) {
            return ExitCode.SOFTWARE;
        }
        Budget.tell(spec, offer, budget);
        Path page = OnnxExport.write(loaded, offer.instance(), file);
        tell("Wrote " + file + " and " + page);
        return ExitCode.OK;
    }

    private int all(SdpModel loaded, BudgetMenu menu) throws IOException {
        List<Instance> instances =
                menu.offers().stream().map(InstanceScore::instance).toList();
        Path folder = Path.of(out);
        if (files.taken(spec, OnnxExport.files(loaded, instances, folder))) {
            return ExitCode.SOFTWARE;
        }
        OnnxExport.writeAll(loaded, instances, folder).forEach(file -> tell("Wrote " + file));
        return ExitCode.OK;
    }

    private void tell(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }
}
