package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork.StepResult;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a GPU would run, run here: networks of every family in floats through plain ND4J operations alone, against the same networks in doubles or
 * through the fused kernels. And the list of all operations of that path, each with the test that looks at it alone.
 */
class PortablePathTest {
    private static final int COUNT = 4;

    /** Every operation that differs between the two paths, and where it is tested by hand-computed values or against the other path. */
    private enum Operation {
        MOMENTS(Kernels.class, "moments", KernelsTest.class),
        SCALE_SHIFT(Kernels.class, "scaleShift", KernelsTest.class),
        BACKWARD_SUMS(Kernels.class, "backwardSums", KernelsTest.class),
        BACKWARD_APPLY(Kernels.class, "backwardApply", KernelsTest.class),
        ADD(Kernels.class, "add", KernelsAgreementTest.class),
        CONCATENATE(Kernels.class, "concatenate", DropTest.class),
        SPLIT(Kernels.class, "split", DropTest.class),
        DROP(Kernels.class, "drop", DropTest.class),
        POOLING(Kernels.class, "pooling", PoolingTest.class),
        ADD_THEN_POOL(Kernels.class, "addThenPool", KernelsTest.class),
        POOL(Kernels.class, "pool", KernelsTest.class),
        POOL_BACKWARD(Kernels.class, "poolBackward", KernelsTest.class),
        AVERAGE(Pooling.class, "average", PoolingTest.class),
        AVERAGE_BACKWARD(Pooling.class, "averageBackward", PoolingTest.class),
        MAX(Pooling.class, "max", PoolingTest.class),
        MAX_BACKWARD(Pooling.class, "maxBackward", PoolingTest.class),
        NORM_BY_BATCH(Normalization.class, "byBatch", NormalizationTest.class),
        NORM_BY_STATISTICS(Normalization.class, "byStatistics", NormalizationTest.class),
        NORM_BACKWARD(Normalization.class, "backward", NormalizationTest.class),
        CONVOLUTION(ConvolutionKernel.class, "forward", GroupedConvolutionTest.class),
        CONVOLUTION_BACKWARD(ConvolutionKernel.class, "backward", GroupedConvolutionTest.class);

        private final Class<?> owner;
        private final String method;
        private final Class<?> test;

        Operation(Class<?> owner, String method, Class<?> test) {
            this.owner = owner;
            this.method = method;
            this.test = test;
        }
    }

    /** Fails when an operation comes that is in no list of tests. */
    @Test
    void everyOperationOfThePathIsListed() {
        Set<String> there = Stream.of(Kernels.class, Pooling.class, Normalization.class, ConvolutionKernel.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> !method.getName().equals("release")) // computes nothing
                        .map(method -> owner.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Stream.of(Operation.values())
                .map(operation -> operation.owner.getSimpleName() + "." + operation.method)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource
    void theTestOfAnOperationHasTests(Operation operation) {
        assertThat(Arrays.stream(operation.test.getDeclaredMethods()).filter(PortablePathTest::isTest))
                .isNotEmpty();
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    @Test
    void thePathTakesNothingOfTheFusedOne() {
        assertThat(Kernels.forType(DataType.FLOAT, true)).isSameAs(PortableKernels.INSTANCE);
        assertThat(Kernels.forType(DataType.FLOAT, true).pooling()).isSameAs(PortablePooling.INSTANCE);
        assertThat(Normalization.of(3, 1e-5, true, DataType.FLOAT, true)).isInstanceOf(KernelNormalization.class);
        assertThat(HostKernels.oneDnn(DataType.FLOAT, true)).isEmpty();
    }

    /**
     * Both paths drop the same. Deep families are left out: after a few steps on four images, rounding of floats alone makes other networks of
     * them. They go through this path in doubles in FamilyForwardTest and GradientTest, against plain loops.
     */
    static Stream<TinyFamily> families() {
        return Stream.of(TinyFamily.WIDE, TinyFamily.WIDE_DROPPING, TinyFamily.DENSE_EXITS, TinyFamily.GROUPED);
    }

    private static GraphNetwork network(TinyFamily family, GraphOptions options) {
        NetworkSpec spec = family.spec();
        return new GraphNetwork(spec, TinyNetworks.optimization(0.9, 5e-4), TinyNetworks.weights(spec, 7), options);
    }

    /** Statistics, answers of a shared sweep and of single instances, and feature maps. */
    @ParameterizedTest
    @MethodSource("families")
    void answersAreThoseOfTheOtherPath(TinyFamily family) {
        Batch batch = TinyNetworks.batch(family.spec(), COUNT, 31);
        List<Instance> instances = family.some();
        double rounding = family.roundingOfGradients();
        try (GraphNetwork portable = network(family, TinyNetworks.PORTABLE);
                GraphNetwork other = network(family, family.options())) {
            StatisticsBank bank = TinyNetworks.bank(other, instances);
            assertStatistics(portable, other, batch, instances, rounding);
            Map<Instance, float[]> answers = sweep(portable, batch, instances, bank);
            sweep(other, batch, instances, bank).forEach((instance, expected) -> {
                assertClose(answers.getOrDefault(instance, new float[0]), expected, rounding, instance.label());
                assertClose(
                        portable.probabilities(batch.images(), COUNT, instance, bank),
                        expected,
                        rounding,
                        instance.label());
            });
            float[] image = Arrays.copyOf(batch.images(), batch.images().length / COUNT);
            FeatureMaps maps = portable.featureMaps(image, Instance.FULL, bank);
            assertThat(maps.blocks())
                    .hasSameSizeAs(other.featureMaps(image, Instance.FULL, bank).blocks());
        }
    }

    private static Map<Instance, float[]> sweep(
            GraphNetwork network, Batch batch, List<Instance> instances, StatisticsBank bank) {
        Map<Instance, float[]> answers = new LinkedHashMap<>();
        network.sweep(
                batch.images(), COUNT, instances, bank, (instance, answer, nanos) -> answers.put(instance, answer));
        return answers;
    }

    private static void assertStatistics(
            GraphNetwork portable, GraphNetwork other, Batch batch, List<Instance> instances, double rounding) {
        Map<Instance, Map<String, ChannelStatistics>> found = new HashMap<>();
        portable.batchStatistics(batch.images(), COUNT, instances, found::put);
        other.batchStatistics(
                batch.images(),
                COUNT,
                instances,
                (instance, layers) -> layers.forEach((layer, expected) -> {
                    ChannelStatistics own =
                            found.getOrDefault(instance, Map.of()).get(layer);
                    assertThat(own).as(layer).isNotNull();
                    if (own != null) {
                        assertClose(own.mean(), expected.mean(), rounding, layer);
                    }
                }));
    }

    /** Three steps under different instances, so that momentum and what layers keep between steps count too. */
    @ParameterizedTest
    @MethodSource("families")
    void learnsWhatTheOtherPathLearns(TinyFamily family) {
        double rounding = family.roundingOfGradients();
        try (GraphNetwork portable = network(family, TinyNetworks.PORTABLE);
                GraphNetwork other = network(family, family.options())) {
            for (int i = 0; i < 3; i++) {
                Batch batch = TinyNetworks.batch(family.spec(), COUNT, 40 + i);
                Instance instance = family.some().get(i);
                StepResult expected = other.step(batch, instance, 0.01, i);
                StepResult found = portable.step(batch, instance, 0.01, i);
                assertThat(found.loss()).isCloseTo(expected.loss(), within(10 * rounding * expected.loss()));
            }
            NamedWeights mine = portable.weights();
            other.weights()
                    .arrays()
                    .forEach((name, values) -> assertClose(mine.get(name, values.length), values, 2 * rounding, name));
        }
    }

    /** In the Euclidean norm: the largest error of a single value says little about rounding. */
    private static void assertClose(float[] found, float[] expected, double rounding, String label) {
        assertThat(found).as(label).hasSameSizeAs(expected);
        double difference = 0;
        double size = 0;
        for (int i = 0; i < found.length; i++) {
            difference += Math.pow((double) found[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(difference)).as(label).isLessThan(rounding * (0.1 + Math.sqrt(size)));
    }
}
