package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.nd4j.linalg.cpu.nativecpu.CpuAffinityManager;
import org.nd4j.linalg.factory.Nd4j;

/** Gives every thread the first GPU, as ND4J's library gives it to some; and says on which GPU a network was used. For a process of its own. */
public final class WrongGpuFirst extends CpuAffinityManager {
    private final ThreadLocal<Integer> gpus = ThreadLocal.withInitial(() -> 0);

    /** For ND4J. */
    public WrongGpuFirst() {}

    @Override
    public Integer getDeviceForCurrentThread() {
        return gpus.get();
    }

    @Override
    public void unsafeSetDevice(Integer gpu) {
        gpus.set(gpu);
    }

    /** Uses a network in all ways, each in a thread of its own. */
    public static void main(String[] arguments) {
        Dl4jCompute compute = new Dl4jCompute();
        compute.explanation().forEach(System.out::println);
        float[] images = TinyNetworks.batch(2, 1).images();
        TrainableNetwork network =
                use("build", () -> compute.build(TinyNetworks.SPEC, TinyNetworks.optimization(0.9, 0), 1));
        use("step", () -> network.step(TinyNetworks.batch(2, 1), Instance.FULL, 0.1, 1));
        StatisticsBank bank = use("statistics", () -> TinyNetworks.bank(network));
        use("sweep", () -> network.sweep(images, 2, TinyNetworks.INSTANCES, bank, (instance, answers, nanos) -> {}));
        use("probabilities", () -> network.probabilities(images, 2, Instance.FULL, bank));
        NamedWeights weights = use("weights", network::weights);
        float[] momentum = use("momentum", network::updaterState);
        use("restore", () -> network.restore(weights, momentum));
        use("close", network::close);
        System.exit(0);
    }

    private static void use(String way, Runnable task) {
        use(way, () -> {
            task.run();
            return true;
        });
    }

    private static <T> T use(String way, Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            T value = task.get();
            System.out.println(way + " on GPU " + Nd4j.getAffinityManager().getDeviceForCurrentThread());
            result.complete(value);
        });
        thread.setUncaughtExceptionHandler((ended, problem) -> result.completeExceptionally(problem));
        thread.start();
        return result.join();
    }
}
