package dev.sdpoint.engine.model;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parts of a model fit together and hold possible numbers. Asked before a file is written and after one is read, so
 * that nothing is saved that could not be opened. Methods throw IllegalArgumentException with what is wrong.
 */
final class ModelCheck {
    private static final double COST_TOLERANCE = 1e-9;
    private static final int MAX_NAME = 200;

    /** What single precision may add to a probability of 1 or take from a variance of 0. */
    private static final double ROUNDING = 1e-6;

    private ModelCheck() {}

    static void check(SdpModel model) {
        NetworkPlan plan = model.network().plan();
        checkSummary(plan, model.space(), model.classNames(), model.sweep(), model.record());
        checkWeights(model.weights(), plan);
        checkBank(model.bank(), StatisticsIndex.of(plan, model.space()));
        checkOutcomes(
                model.outcomes().outcomes(), model.space(), model.network().classes());
    }

    /** What can be told without weights, statistics and outcomes. */
    static void checkSummary(
            NetworkPlan plan, InstanceSpace space, List<String> classNames, Sweep sweep, TrainingRecord record) {
        checkNames(classNames);
        checkSweep(sweep, space, new CostModel(plan));
        checkRecord(record);
    }

    private static void checkNames(List<String> names) {
        for (String name : names) {
            require(
                    !name.isBlank() && name.length() <= MAX_NAME && name.chars().noneMatch(Character::isISOControl),
                    "the name of class " + names.indexOf(name) + " is empty, longer than " + MAX_NAME
                            + " letters or has control characters");
        }
    }

    private static void checkWeights(NamedWeights weights, NetworkPlan plan) {
        Map<String, Long> expected = NamedWeights.expected(plan);
        expected.forEach((name, length) -> {
            float[] values = weights.get(name, length);
            require(allFinite(values), name + " holds a value that is no number, as after a training that diverged");
            require(!name.endsWith("/runningVariance") || noneNegative(values), name + " holds a negative variance");
        });
        Set<String> unknown = new HashSet<>(weights.arrays().keySet());
        unknown.removeAll(expected.keySet());
        require(unknown.isEmpty(), "the network has no parameters " + unknown);
    }

    private static void checkBank(StatisticsBank bank, StatisticsIndex index) {
        for (Instance instance : index.instances()) {
            Map<String, ChannelStatistics> found = instance instanceof Instance.FullResolution
                    ? bank.full()
                    : bank.own().getOrDefault(instance, Map.of());
            List<LayerSpec.BatchNorm> layers = index.layersOf(instance);
            for (LayerSpec.BatchNorm layer : layers) {
                checkStatistics(found.get(layer.name()), layer, instance);
            }
            require(
                    found.size() == layers.size(),
                    "there are statistics of " + found.size() + " layers for " + instance.label() + ", not of "
                            + layers.size());
        }
        require(
                bank.own().size() == index.instances().size() - 1,
                "there are statistics of instances that the network does not have");
    }

    private static void checkStatistics(
            @Nullable ChannelStatistics statistics, LayerSpec.BatchNorm layer, Instance instance) {
        String where = layer.name() + " under " + instance.label();
        if (statistics == null || statistics.mean().length != layer.outChannels()) {
            throw new IllegalArgumentException(
                    "there are no statistics of " + layer.outChannels() + " channels for " + where);
        }
        require(
                allFinite(statistics.mean()) && allFinite(statistics.variance()),
                "the statistics of " + where + " hold a value that is no number");
        require(noneNegative(statistics.variance()), "the statistics of " + where + " hold a negative variance");
    }

    private static void checkSweep(Sweep sweep, InstanceSpace space, CostModel costs) {
        require(
                sweep.scores().stream().map(InstanceScore::instance).toList().equals(space.instances()),
                "the sweep is not of the " + space.size() + " instances of the network in their order");
        for (InstanceScore score : sweep.scores()) {
            String whose = " of " + score.instance().label();
            InstanceCost cost = costs.cost(score.instance());
            require(
                    score.flops() == cost.flops()
                            && Math.abs(score.relativeCost() - cost.relativeCost()) <= COST_TOLERANCE,
                    "the cost" + whose + " is given as " + score.flops() + " FLOPs or " + score.relativeCost()
                            + " of the full network; it is " + cost.flops() + " or " + cost.relativeCost());
            require(
                    isShare(score.top1Error()) && isShare(score.top5Error()) && score.top5Error() <= score.top1Error(),
                    "the errors" + whose + ", top-1 " + score.top1Error() + " and top-5 " + score.top5Error()
                            + ", are not shares of which the second is no larger");
            require(
                    Double.isFinite(score.loss()) && score.loss() >= -ROUNDING,
                    "the loss" + whose + " is " + score.loss() + ", which is not finite or below 0");
            double millis = score.millisPerImage();
            require(
                    Double.isNaN(millis) || (millis >= 0 && Double.isFinite(millis)),
                    "the time" + whose + " is " + millis + " ms an image");
        }
    }

    private static void checkOutcomes(Outcomes outcomes, InstanceSpace space, int classes) {
        require(
                outcomes.images() > 0 && outcomes.instances().equals(space.instances()),
                "the outcomes are not of at least 1 image and the " + space.size() + " instances of the network");
        short[] ranks = outcomes.trueRankCells();
        short[] predicted = outcomes.predictedCells();
        float[] probabilities = outcomes.trueProbabilityCells();
        for (int cell = 0; cell < ranks.length; cell++) {
            require(
                    predicted[cell] >= 0 && predicted[cell] < classes && ranks[cell] >= 0 && ranks[cell] < classes,
                    "outcome " + cell + " is class " + predicted[cell] + " and rank " + ranks[cell] + " of " + classes);
            require(
                    isShare(probabilities[cell]),
                    "outcome " + cell + " has probability " + probabilities[cell] + ", which is outside 0 … 1");
        }
    }

    private static void checkRecord(TrainingRecord record) {
        require(!record.method().isBlank(), "the training record names no method");
        require(
                record.epochs() >= 0 && record.seconds() >= 0 && Double.isFinite(record.seconds()),
                "a training of " + record.epochs() + " epochs and " + record.seconds() + " seconds is impossible");
        try {
            Instant.parse(record.finishedAt());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + record.finishedAt() + "\" is no time of the form 2024-05-01T12:00:00Z", e);
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1 + ROUNDING;
    }

    private static boolean allFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean noneNegative(float[] values) {
        for (float value : values) {
            if (value < -ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
