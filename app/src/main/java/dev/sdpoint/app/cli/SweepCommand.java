package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.Subject;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.HalvedBatches;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SdpModel;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sdpoint sweep}: every instance of a model on the validation images of a data set. */
@Command(
        name = "sweep",
        description =
                "Measure cost, error and time of every instance of a model on the validation images of a data set.")
public final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = ModelChoice.DESCRIPTION)
    private String model = "";

    @Option(names = "--data", required = true, description = DataOpening.DESCRIPTION)
    private String data = "";

    @Option(
            names = "--statistics",
            defaultValue = "instance",
            description =
                    "Batch-norm statistics: each instance's own, the uniform running averages of training, or none "
                            + "calibrated after downsampling; ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private StatisticsChoice statistics = StatisticsChoice.INSTANCE;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() throws ModelFileException, DataException, InterruptedException {
        SdpModel loaded = ModelChoice.of(model).read();
        DataSet images = DataOpening.open(spec, data, loaded);
        Subject.requireFit(loaded, images);
        Sweep sweep = sweep(loaded, images);
        if (format == Format.CSV) {
            SweepTable.csv(spec.commandLine().getOut(), sweep);
        } else {
            SweepTable.text(spec.commandLine().getOut(), sweep);
        }
        return 0;
    }

    private Sweep sweep(SdpModel model, DataSet images) throws InterruptedException {
        int count = images.validation().size();
        BatchMaker maker = new BatchMaker(images.validation(), model.normalization(), new Augmentation.None());
        NetworkLoader loader = HalvedBatches.loader(
                new Dl4jCompute(), sentence -> spec.commandLine().getErr().println(sentence));
        try (ExecutableNetwork network = loader.load(model.network(), model.weights());
                TerminalProgress progress = new TerminalProgress("sweep", count, 0)) {
            StatisticsBank bank = statistics.bank(model.network().plan(), model.space(), model.weights(), model.bank());
            return new Evaluator(model.space(), bank)
                    .evaluate(
                            network,
                            maker,
                            IntStream.range(0, count).toArray(),
                            true,
                            share -> progress.reached(Math.round(share * count), "images"))
                    .sweep();
        }
    }
}
