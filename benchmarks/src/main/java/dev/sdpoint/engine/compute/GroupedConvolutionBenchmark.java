package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.measurement.Rounds;
import dev.sdpoint.measurement.Table;
import dev.sdpoint.measurement.Timings;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The grouped 3×3 convolutions of ResNeXt-101 32×4d and ResNeXt-29 8×64d against ND4J's operations: a call
 * a bundle of groups, a dense convolution of the same width, a call a group, and a call an image and group, in turn in one process. Arguments: batch size, rounds; default {@code 16 9}.
 * With one thread ({@code -XX:ActiveProcessorCount=1}, {@code OMP_NUM_THREADS=1}) it counts processor time, which is steady
 * on a busy machine, else time on the wall.
 */
public final class GroupedConvolutionBenchmark {
    private static final int WARM_UP = 2;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Side, width, groups. */
    private static final int[][] CASES = {
        {56, 128, 32}, {28, 256, 32}, {14, 512, 32}, {7, 1024, 32}, {32, 512, 8}, {16, 1024, 8}, {8, 2048, 8}
    };

    private GroupedConvolutionBenchmark() {}

    /** Prints, forward and backward, the median time an image and the medians of the ratios of a round. */
    public static void main(String[] arguments) {
        int images = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        System.out.printf(
                Locale.ROOT,
                "3×3, batch %d, %d rounds in turn, %d processors, Java %s%n",
                images,
                rounds,
                PROCESSORS,
                System.getProperty("java.version"));
        Rounds measured = new Rounds(
                WARM_UP, rounds, () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        Table table = new Table(
                "layer",
                "direction",
                "ours, ms an image",
                "bundles",
                "dense",
                "a call a group",
                "a call an image and group");
        for (int[] one : CASES) {
            Layer layer = new Layer(images, one[0], one[1], one[2]);
            String title = String.format(Locale.ROOT, "side %d, width %d, %d groups", one[0], one[1], one[2]);
            print(table, title, "forward", images, measured.time(layer.forward()));
            print(table, title, "backward", images, measured.time(layer.backward()));
            layer.close();
        }
    }

    private static void print(Table table, String title, String direction, int images, Timings timings) {
        boolean processor = PROCESSORS == 1;
        double seconds = processor ? timings.processorSeconds(0) : timings.seconds(0);
        String[] cells = {title, direction, Table.milliseconds(seconds / images), "", "", "", ""};
        for (int way = 1; way < 5; way++) {
            cells[2 + way] = Table.times(processor ? timings.processorRatio(way, 0) : timings.ratio(way, 0));
        }
        table.row(cells);
    }

    /** One layer's arrays, and the ways to compute it. */
    private static final class Layer {
        private final int groups;
        private final ConvolutionOperation operation;
        private final ConvolutionKernel ours;
        private final BundledConvolution bundles;
        private final BundledConvolution callAGroup;
        private final INDArray x;
        private final INDArray y;
        private final INDArray g;
        private final INDArray ofInput;
        private final INDArray weights;
        private final INDArray ofWeights;
        private final INDArray dense;
        private final INDArray ofDense;

        Layer(int images, int side, int width, int groups) {
            this.groups = groups;
            this.operation =
                    new ConvolutionOperation(new LayerSpec.Convolution("layer", 1, "input", width, width, 3, 1, 1, 1));
            this.ours = ConvolutionKernel.of(
                    new LayerSpec.Convolution("layer", 1, "input", width, width, 3, 1, 1, groups),
                    DataType.FLOAT,
                    false);
            this.bundles = new BundledConvolution(operation, Bundles.of(groups, width, width, Bundles.FULL_SPEED));
            this.callAGroup = new BundledConvolution(operation, Bundles.of(groups, width, width, 1));
            this.x = Nd4j.rand(DataType.FLOAT, images, side, side, width);
            this.y = Nd4j.create(DataType.FLOAT, x.shape());
            this.g = Nd4j.rand(DataType.FLOAT, x.shape());
            this.ofInput = Nd4j.create(DataType.FLOAT, x.shape());
            this.weights = Nd4j.rand(DataType.FLOAT, width, width / groups, 3, 3);
            this.ofWeights = Nd4j.create(DataType.FLOAT, weights.shape());
            this.dense = Nd4j.rand(DataType.FLOAT, width, width, 3, 3);
            this.ofDense = Nd4j.create(DataType.FLOAT, dense.shape());
        }

        List<Runnable> forward() {
            return List.of(
                    () -> ours.forward(x, weights, y, ConvolutionKernel.UNKNOWN_VERSION),
                    () -> bundles.forward(x, weights, y, ConvolutionKernel.UNKNOWN_VERSION),
                    () -> operation.forward(x, dense, y, ConvolutionKernel.UNKNOWN_VERSION),
                    () -> callAGroup.forward(x, weights, y, ConvolutionKernel.UNKNOWN_VERSION),
                    this::forwardOneByOne);
        }

        List<Runnable> backward() {
            return List.of(
                    () -> ours.backward(x, weights, g, ofInput, ofWeights),
                    () -> bundles.backward(x, weights, g, ofInput, ofWeights),
                    () -> operation.backward(x, dense, g, ofInput, ofDense),
                    () -> callAGroup.backward(x, weights, g, ofInput, ofWeights),
                    this::backwardOneByOne);
        }

        private void forwardOneByOne() {
            for (long image = 0; image < x.size(0); image++) {
                for (int group = 0; group < groups; group++) {
                    INDArray out = part(y, image, group).dup('c');
                    operation.forward(
                            part(x, image, group).dup('c'),
                            rows(weights, group),
                            out,
                            ConvolutionKernel.UNKNOWN_VERSION);
                    part(y, image, group).assign(out);
                }
            }
        }

        private void backwardOneByOne() {
            ofWeights.assign(0);
            INDArray ofOne = rows(ofWeights, 0).dup('c');
            for (long image = 0; image < x.size(0); image++) {
                for (int group = 0; group < groups; group++) {
                    INDArray in = part(x, image, group).dup('c');
                    INDArray out = part(g, image, group).dup('c');
                    INDArray ofIn = Nd4j.createUninitialized(DataType.FLOAT, in.shape(), 'c');
                    operation.backward(in, rows(weights, group), out, ofIn, ofOne);
                    part(ofInput, image, group).assign(ofIn);
                    rows(ofWeights, group).addi(ofOne);
                }
            }
        }

        private INDArray part(INDArray maps, long image, int group) {
            long each = maps.size(3) / groups;
            return maps.get(
                    NDArrayIndex.interval(image, image + 1),
                    NDArrayIndex.all(),
                    NDArrayIndex.all(),
                    NDArrayIndex.interval(group * each, (group + 1) * each));
        }

        private INDArray rows(INDArray maps, int group) {
            long each = maps.size(0) / groups;
            return maps.get(NDArrayIndex.interval(group * each, (group + 1) * each));
        }

        void close() {
            for (INDArray array : List.of(x, y, g, ofInput, weights, ofWeights, dense, ofDense)) {
                array.close();
            }
        }
    }
}
