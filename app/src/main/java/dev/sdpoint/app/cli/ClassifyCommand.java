package dev.sdpoint.app.cli;

import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.inference.BudgetedClassifier;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SdpModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sdpoint classify}: what the best instance within a budget says of pictures. */
@Command(name = "classify", description = "Classify pictures with the best instance of a model within a budget.")
public final class ClassifyCommand implements Callable<Integer> {
    private static final int GUESSES = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = ModelChoice.DESCRIPTION)
    private String model = "";

    @Option(names = "--budget", required = true, description = Budget.DESCRIPTION)
    private double budget;

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Pictures: PNG, JPEG, GIF, BMP, WebP, TIFF.")
    private List<Path> pictures = List.of();

    @Override
    public Integer call() throws ModelFileException {
        Budget.require(spec, budget);
        SdpModel loaded = ModelChoice.of(model).read();
        InstanceScore offer = new BudgetMenu(loaded.sweep(), loaded.space()).best(budget);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Budget.tell(spec, offer, budget);
        int failures = 0;
        try (BudgetedClassifier classifier = new BudgetedClassifier(loaded, new Dl4jCompute())) {
            for (Path picture : pictures) {
                failures += classify(classifier, loaded, offer, picture, out, err) ? 0 : 1;
            }
        }
        out.flush();
        err.flush();
        return failures == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static boolean classify(
            BudgetedClassifier classifier,
            SdpModel model,
            InstanceScore offer,
            Path picture,
            PrintWriter out,
            PrintWriter err) {
        try {
            Prediction prediction = classifier.classify(PictureReader.read(picture), offer.instance());
            out.printf(Locale.ROOT, "%s  (%.2f ms)%n", picture, prediction.millis());
            for (Prediction.Guess guess : prediction.top(GUESSES)) {
                out.printf(
                        Locale.ROOT,
                        "  %5.1f %%  %s%n",
                        100 * guess.probability(),
                        model.classNames().get(guess.classIndex()));
            }
            return true;
        } catch (DataException e) {
            err.println(Sentence.of(e));
            return false;
        }
    }
}
