package dev.sdpoint.app.study;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.Confidences;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model and the images it is asked about.
 *
 * @param name of the model, from its file
 * @param images labelled images of the model's side
 * @param bench where its network runs
 */
public record Subject(String name, SdpModel model, LabeledImages images, Bench bench) {
    private static final Texts TEXTS = Texts.of(Subject.class);

    /** What runs on a network. */
    interface Job<T> {
        T run(ExecutableNetwork network, BatchMaker maker, Progress progress) throws InterruptedException;
    }

    /**
     * Refuses a model and data that do not go together.
     *
     * @throws DataException if sides or classes differ
     */
    public static void requireFit(SdpModel model, DataSet images) throws DataException {
        if (images.validation().side() != model.network().side()
                || images.classNames().size() != model.classNames().size()) {
            throw new DataException(TEXTS.get(
                    "subject.no-fit",
                    model.network().side(),
                    model.classNames().size(),
                    images.validation().side(),
                    images.classNames().size()));
        }
        for (int i = 0; i < model.classNames().size(); i++) {
            String known = model.classNames().get(i);
            String given = images.classNames().get(i);
            if (!known.equals(given)) {
                throw new DataException(TEXTS.get("subject.other-classes", i + 1, known, given));
            }
        }
    }

    /** Costs of all instances, in the order of the model's space. */
    public List<InstanceCost> costs() {
        return new CostModel(model.network().plan()).costs(model.space());
    }

    /** The cost of an instance. */
    public InstanceCost cost(Instance instance) {
        return new CostModel(model.network().plan()).cost(instance);
    }

    /** Answers with the instances' own statistics: those of the file if they are of these images, else by running it. */
    public Evaluator.Result answers() throws InterruptedException {
        Optional<Outcomes> recorded = model.outcomes().forImages(images);
        if (recorded.isPresent()) {
            double[] times = new double[model.space().size()];
            Arrays.fill(times, Double.NaN);
            return new Evaluator.Result(Sweep.of(recorded.get(), costs(), times), recorded.get());
        }
        return answers(StatisticsChoice.INSTANCE);
    }

    /** Answers with chosen statistics, by running the network. */
    public Evaluator.Result answers(StatisticsChoice statistics) throws InterruptedException {
        int[] all = IntStream.range(0, images.size()).toArray();
        return run(
                TEXTS.get("job.statistics", statistics.id()),
                (network, maker, progress) -> new Evaluator(
                                model.space(),
                                statistics.bank(model.network().plan(), model.space(), model.weights(), model.bank()))
                        .evaluate(network, maker, all, false, progress));
    }

    /** How sure instances are and whether they are right, by running the network. */
    Confidences confidences(List<Instance> instances) throws InterruptedException {
        return run(
                TEXTS.get("job.confidences"),
                (network, maker, progress) -> Confidences.gather(network, model.bank(), instances, maker, progress));
    }

    /** The cheapest instance that is worth offering. */
    InstanceScore cheapest(Sweep sweep) {
        return new BudgetMenu(sweep, model.space()).offers().get(0);
    }

    /** Runs something on the network, watched. */
    <T> T run(String title, Job<T> job) throws InterruptedException {
        int count = images.size();
        BatchMaker maker = new BatchMaker(images, model.normalization(), new Augmentation.None());
        try (ExecutableNetwork network = bench.load(model);
                Bench.Watch watch = bench.watch(TEXTS.get("job.title", name, title), count)) {
            return job.run(network, maker, watch);
        }
    }
}
