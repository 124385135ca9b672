package dev.sdpoint.measurement;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether memory stays flat: resident memory of this process along many iterations of random instances, then in the sweep of all
 * instances, and when the network is closed. Linux only. Arguments: network, batch size, iterations; default {@code wrn-16-1 64 5000}.
 */
public final class MemoryBenchmark {
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int ROWS = 10;
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryBenchmark() {}

    /** Prints a row for every tenth of the iterations. */
    public static void main(String[] arguments) throws IOException {
        NetworkSpec spec = NetworkNames.parse(arguments.length > 0 ? arguments[0] : "wrn-16-1", CLASSES, SIDE);
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        int iterations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5000;
        InstanceSpace space = InstanceSpace.of(spec.points(), InstanceSpace.PAPER_RATIOS);
        InstanceSampler sampler = InstanceSampler.uniform(space, 1);
        Batch batch = Noise.batch(spec, size);
        System.out.println(spec.name() + ", batch " + size + ", a random instance an iteration; megabytes");
        Table table = new Table("after", "resident", "largest so far");
        try (TrainableNetwork network = new Dl4jCompute().build(spec, PaperTraining.optimization(size), 1)) {
            for (int row = 1; row <= ROWS; row++) {
                for (int i = (row - 1) * iterations / ROWS; i < row * iterations / ROWS; i++) {
                    network.step(batch, sampler.draw(i), PaperTraining.RATE);
                }
                print(table, row * iterations / ROWS + " iterations");
            }
            List<Instance> instances = space.instances();
            var bank = Answers.calibrated(network, batch, instances);
            for (int i = 0; i < ROWS; i++) {
                network.sweep(batch.images(), size, instances, bank, (instance, answer, nanos) -> {});
            }
            print(table, ROWS + " sweeps of all instances");
        }
        print(table, "closing the network");
    }

    private static void print(Table table, String after) throws IOException {
        table.row(after, megabytes("VmRSS"), megabytes("VmHWM"));
    }

    private static String megabytes(String field) throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(each -> each.startsWith(field + ":"))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + field + " in " + STATUS));
        return Long.toString(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024);
    }
}
