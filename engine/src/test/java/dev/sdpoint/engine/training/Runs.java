package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs of a fake network on 20 images: three epochs of five iterations. */
final class Runs {
    static final WideResNet NETWORK = new WideResNet(10, 1, 3, 16);
    static final int ITERATIONS = 15;
    static final int PER_EPOCH = 5;

    private Runs() {}

    static Recipe recipe() {
        return recipe(Method.SDPOINT, 0.1, 7);
    }

    static Recipe recipe(Method method, double rate, long seed) {
        return new Recipe(
                NETWORK,
                method,
                Sampling.PAPER,
                new Optimization(3, 4, rate, new Schedule.WarmupCosine(0), 0.9, 5e-4),
                new DataUse(new Augmentation.CropAndFlip(2), 4, 2, 4),
                seed);
    }

    static DataSet data(long seed) {
        return DataSet.of("noise", "Noise", List.of("a", "b", "c"), noise(20, seed), noise(6, seed + 1));
    }

    private static LabeledImages noise(int count, long seed) {
        byte[] pixels = new byte[count * 16 * 16 * 3];
        new Random(seed).nextBytes(pixels);
        return new LabeledImages(
                16, pixels, IntStream.range(0, count).map(i -> i % 3).toArray());
    }

    /** One run and what it told the world. */
    static final class Run {
        final RunControl control = new RunControl();
        final FakeLearner network = new FakeLearner(NETWORK);
        final List<TrainingEvent> events = new ArrayList<>();
        Recipe recipe = recipe();
        DataSet data = data(1);
        Device device = new Device("fake", 2, 2);
        Optional<Path> checkpoint = Optional.empty();
        Consumer<TrainingEvent> listener = event -> {};

        Run() {}

        Run(Path checkpoint) {
            this.checkpoint = Optional.of(checkpoint);
        }

        TrainingResult start() throws TrainingException, InterruptedException {
            NetworkBuilder builder = new NetworkBuilder() {
                @Override
                public TrainableNetwork build(NetworkSpec spec, Optimization optimization, long seed) {
                    return network;
                }

                @Override
                public Device computesOn() {
                    return device;
                }
            };
            return new Trainer(builder)
                    .run(
                            recipe,
                            data,
                            control,
                            event -> {
                                events.add(event);
                                listener.accept(event);
                            },
                            checkpoint);
        }

        /** Kind and iteration of every event, such as {@code "Stopped 7"}. */
        List<String> story() {
            return events.stream()
                    .map(event -> event.getClass().getSimpleName() + " " + event.iteration())
                    .toList();
        }

        <T extends TrainingEvent> List<T> events(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }
}
