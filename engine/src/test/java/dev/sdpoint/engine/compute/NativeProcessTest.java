package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.LayerSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@EnabledOnOs(OS.LINUX)
class NativeProcessTest {
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final int FAULTS = 9;
    private static final int NICE = 18;
    private static final int RESIDENT_PAGES = 23;

    @BeforeAll
    static void prepare() {
        NativeProcess.prepare();
    }

    @Test
    void memoryOfOneBackwardPassServesTheNext() throws Exception {
        assertThat(NativeProcess.keepsMemory()).isTrue();
        INDArray x = Nd4j.rand(DataType.FLOAT, 128, 32, 32, 32);
        INDArray g = Nd4j.rand(DataType.FLOAT, 128, 32, 32, 32);
        INDArray weights = Nd4j.rand(DataType.FLOAT, 32, 32, 3, 3);
        INDArray ofX = Nd4j.create(DataType.FLOAT, x.shape());
        INDArray ofWeights = Nd4j.create(DataType.FLOAT, weights.shape());
        ConvolutionOperation operation =
                new ConvolutionOperation(new LayerSpec.Convolution("c", 1, "input", 32, 32, 3, 1, 1, 1));
        for (int i = 0; i < 8; i++) {
            operation.backward(x, weights, g, ofX, ofWeights);
        }

        long[] faults = new long[9];
        for (int i = 0; i < faults.length; i++) {
            long before = status(FAULTS);
            operation.backward(x, weights, g, ofX, ofWeights);
            faults[i] = status(FAULTS) - before;
        }

        // The kernel counts for the whole process: what the JVM's other threads touch falls into some of the passes.
        Arrays.sort(faults);
        long ofACalmPass = faults[faults.length / 4];
        // a map has 4,096 pages; 8,193 faults a pass were seen where memory is not kept
        assertThat(ofACalmPass).isLessThan(2048);
    }

    @Test
    void freedMemoryGoesBackWhenAsked() throws Exception {
        // one of 256 MB would be larger than an arena, and unmapped at once
        INDArray[] maps = new INDArray[16];
        Arrays.setAll(maps, i -> Nd4j.ones(DataType.FLOAT, 4, 1 << 20));
        for (INDArray map : maps) {
            map.close();
        }
        long before = status(RESIDENT_PAGES);

        NativeProcess.giveBack();

        long pagesOfAMap = 16 << 8;
        assertThat(before - status(RESIDENT_PAGES)).isGreaterThan(8 * pagesOfAMap);
    }

    @Test
    void aThreadThatGivesWayHandsItsPriorityOnAndChangesNoOther() throws Exception {
        long usual = niceness();
        long lower = Math.min(19, usual + 5);
        List<Long> seen = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> {
            NativeProcess.giveWay();
            NativeProcess.giveWay();
            seen.add(niceness());
            Thread child = new Thread(() -> seen.add(niceness()));
            child.start();
            join(child);
        });
        thread.start();
        join(thread);

        assertThat(seen).containsExactly(lower, lower);
        assertThat(niceness()).isEqualTo(usual);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long niceness() {
        try {
            return status(Path.of("/proc/thread-self/stat"), NICE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of Linux's /proc/[pid]/stat, counted from 0. */
    private static long status(int field) throws Exception {
        return status(STATUS, field);
    }

    private static long status(Path file, int field) throws Exception {
        String line = Files.readString(file);
        // the second field, in brackets, may have spaces
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).trim().split(" ", -1)[field - 2]);
    }
}
