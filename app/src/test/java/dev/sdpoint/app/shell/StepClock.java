package dev.sdpoint.app.shell;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.NetworkBuilder;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stands before the networks of a run and takes the time of every iteration, from the end of one step to the end of the next: with
 * batches, telemetry and all. An iteration with an evaluation or a checkpoint in it is left out. Thread-safe.
 */
final class StepClock implements NetworkBuilder {
    private final NetworkBuilder builder;
    private final List<Step> steps = new ArrayList<>();

    /** One iteration; {@code nanos} on the wall, {@code end} as {@link System#nanoTime()} tells it. */
    record Step(Instance instance, long nanos, long end) {
        /** When it began, as {@link System#nanoTime()} tells it. */
        long begin() {
            return end - nanos;
        }

        /** The median time of each instance, in nanoseconds. */
        static Map<Instance, Double> medians(Collection<Step> steps) {
            return steps.stream()
                    .collect(Collectors.groupingBy(
                            Step::instance,
                            Collectors.collectingAndThen(Collectors.mapping(Step::nanos, Collectors.toList()), all -> {
                                Collections.sort(all);
                                return (double) all.get(all.size() / 2);
                            })));
        }
    }

    StepClock(NetworkBuilder builder) {
        this.builder = builder;
    }

    /** Iterations that were timed so far. */
    synchronized int count() {
        return steps.size();
    }

    /** Those from a number on. */
    synchronized List<Step> since(int from) {
        return List.copyOf(steps.subList(from, steps.size()));
    }

    private synchronized void add(Step step) {
        steps.add(step);
    }

    @Override
    public TrainableNetwork build(NetworkSpec spec, Optimization optimization, long seed) {
        return new Timed(builder.build(spec, optimization, seed));
    }

    @Override
    public Device computesOn() {
        return builder.computesOn();
    }

    private final class Timed implements TrainableNetwork {
        private final TrainableNetwork network;
        private long last = -1;

        Timed(TrainableNetwork network) {
            this.network = network;
        }

        @Override
        public StepResult step(Batch batch, Instance instance, double learningRate, long chance) {
            StepResult result = network.step(batch, instance, learningRate, chance);
            long now = System.nanoTime();
            if (last >= 0) {
                add(new Step(instance, now - last, now));
            }
            last = now;
            return result;
        }

        @Override
        public NetworkSpec spec() {
            return network.spec();
        }

        @Override
        public NamedWeights weights() {
            last = -1;
            return network.weights();
        }

        @Override
        public float[] updaterState() {
            last = -1;
            return network.updaterState();
        }

        @Override
        public void restore(NamedWeights weights, float[] updaterState) {
            network.restore(weights, updaterState);
        }

        @Override
        public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
            last = -1;
            return network.probabilities(images, count, instance, bank);
        }

        @Override
        public void sweep(
                float[] images,
                int count,
                List<Instance> instances,
                StatisticsBank bank,
                ProbabilityConsumer consumer) {
            last = -1;
            network.sweep(images, count, instances, bank, consumer);
        }

        @Override
        public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
            last = -1;
            network.batchStatistics(images, count, instances, consumer);
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
