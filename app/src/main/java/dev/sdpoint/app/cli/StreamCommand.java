package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.Subject;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.AutoBudget;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.inference.BudgetStrategy;
import dev.sdpoint.engine.inference.BudgetedClassifier;
import dev.sdpoint.engine.inference.FixedInstance;
import dev.sdpoint.engine.inference.OfferTimes;
import dev.sdpoint.engine.inference.RandomInstance;
import dev.sdpoint.engine.inference.StreamImage;
import dev.sdpoint.engine.inference.StreamRunner;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.inference.StressLoad;
import dev.sdpoint.engine.inference.Survey;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sdpoint stream}: a stream of images whose budget follows the load of the machine. */
@Command(
        name = "stream",
        description = "Classify a stream of validation images within a target, the instance following the load of the "
                + "machine, and tell what happened.")
public final class StreamCommand implements Callable<Integer> {
    private static final int MOST_FRAMES = 1_000_000;
    /** Images a second for a share of free processors, if nothing else is said. */
    private static final double CAMERA = 10;

    /** Who chooses the instances. */
    enum Chooser {
        AUTO,
        CHEAPEST,
        FULL,
        RANDOM
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = ModelChoice.DESCRIPTION)
    private String model = "";

    @Option(names = "--data", required = true, description = DataOpening.DESCRIPTION)
    private String data = "";

    @Option(
            names = "--target",
            required = true,
            description = "What to keep to: 30fps, 20ms (for an image) or 25%%free (of all processors).")
    private String target = "";

    @Option(
            names = "--frames",
            defaultValue = "300",
            description = "How many images, 1 to 1,000,000 (default ${DEFAULT-VALUE}).")
    private int frames;

    @Option(
            names = "--rate",
            description =
                    "Images that come in a second; 0 is as fast as they are done. Default: that of a target in fps, 10 for "
                            + "free processors, 0 for milliseconds.")
    private double rate = Double.NaN;

    @Option(
            names = "--stress",
            defaultValue = "0",
            description =
                    "Share of all processors' time that is burned during the middle third of the images, 0 to 1, to see the "
                            + "reaction (default ${DEFAULT-VALUE}).")
    private double stress;

    @Option(
            names = "--strategy",
            defaultValue = "auto",
            description = "Who chooses the instances, to compare: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Chooser strategy = Chooser.AUTO;

    @Option(names = "--seed", defaultValue = "1", description = "Of the drawing of images (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() throws ModelFileException, DataException, InterruptedException {
        StreamTarget wanted = Arguments.valid(spec, this::checkedTarget);
        SdpModel loaded = ModelChoice.of(model).read();
        DataSet images = DataOpening.open(spec, data, loaded);
        Subject.requireFit(loaded, images);
        LabeledImages stream = images.validation();
        List<InstanceScore> offers = strategy == Chooser.FULL
                ? List.of(loaded.sweep().of(Instance.FULL)) // which need not be worth its cost
                : new BudgetMenu(loaded.sweep(), loaded.space()).offers();
        try (BudgetedClassifier classifier = new BudgetedClassifier(loaded, new Dl4jCompute());
                StressLoad load = new StressLoad(0)) {
            Survey survey = Survey.of(classifier, stream.image(0), offers);
            StreamTable table = new StreamTable(spec.commandLine().getOut(), format);
            table.begin(wanted, survey.times());
            new StreamRunner(
                            classifier,
                            wanted,
                            survey.times(),
                            new StreamRunner.Pace(framesPerSecond(wanted), survey.width()))
                    .run(StreamImage.drawnFrom(stream, seed), strategy(wanted, survey.times()), frame -> {
                        table.add(frame, load.share());
                        long next = frame.number() + 1;
                        load.setShare(next >= frames / 3 && next < 2L * frames / 3 ? stress : 0);
                        return next < frames;
                    });
            table.end();
        }
        return 0;
    }

    private StreamTarget checkedTarget() {
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException("frames " + frames + " is outside 1 to 1,000,000");
        }
        StressLoad.requireShare(stress);
        StreamTarget parsed = StreamTarget.parse(target);
        double chosen = new StreamRunner.Pace(framesPerSecond(parsed), 1).framesPerSecond();
        if (parsed instanceof StreamTarget.FreeCpu && chosen == 0) {
            throw new IllegalArgumentException(
                    "a stream as fast as it can leaves no processor free; give --rate above 0");
        }
        return parsed;
    }

    private double framesPerSecond(StreamTarget wanted) {
        if (!Double.isNaN(rate)) {
            return rate;
        }
        if (wanted instanceof StreamTarget.FramesPerSecond fps) {
            return fps.frames();
        }
        return wanted instanceof StreamTarget.FreeCpu ? CAMERA : 0;
    }

    private BudgetStrategy strategy(StreamTarget wanted, OfferTimes times) {
        List<InstanceScore> offers = times.offers();
        return switch (strategy) {
            case AUTO -> new AutoBudget(wanted, times);
            case CHEAPEST -> new FixedInstance(offers.get(0));
            case FULL -> new FixedInstance(offers.get(offers.size() - 1));
            case RANDOM -> new RandomInstance(offers, seed);
        };
    }
}
