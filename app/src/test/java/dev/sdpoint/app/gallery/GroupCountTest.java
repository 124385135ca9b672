package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The groups against a count of their own: straight from each image's answers and each instance's cost, by brute force and with none of
 * the classes that group. Costs of equal instances are joined, for which of them is named is a matter of order.
 */
class GroupCountTest {
    private static final long NEVER = Long.MAX_VALUE;

    /** Images by the least FLOPs of the instances that are right. */
    private static Map<Long, List<Integer>> counted(Outcomes outcomes, Map<Instance, Long> flops, int top) {
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (int image = 0; image < outcomes.images(); image++) {
            long least = NEVER;
            for (int i = 0; i < outcomes.instances().size(); i++) {
                if (outcomes.trueRank(image, i) < top) {
                    least = Math.min(
                            least, flops.getOrDefault(outcomes.instances().get(i), -1L));
                }
            }
            groups.computeIfAbsent(least, key -> new ArrayList<>()).add(image);
        }
        return groups;
    }

    private static Map<Long, List<Integer>> shown(GallerySource source, Criterion criterion) {
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (Grouping.Group group :
                Grouping.of(source, criterion, GalleryFilter.NONE, 0).groups()) {
            long cost = group.rank() == MinimumCost.NEVER
                    ? NEVER
                    : source.order().get(group.rank()).flops();
            List<Integer> images = groups.computeIfAbsent(cost, key -> new ArrayList<>());
            IntStream.of(group.images()).forEach(images::add);
            images.sort(null);
        }
        return groups;
    }

    private static void agree(DataSet data, Sweep sweep, Outcomes outcomes, Map<Instance, Long> flops) {
        GallerySource source = new GallerySource(data, sweep, outcomes);
        for (Criterion criterion : Criterion.values()) {
            Map<Long, List<Integer>> groups = shown(source, criterion);
            assertThat(groups).isEqualTo(counted(outcomes, flops, criterion.guesses()));
            List<Integer> all = groups.values().stream().flatMap(List::stream).toList();
            assertThat(all).as("each image once").doesNotHaveDuplicates().hasSize(outcomes.images());
        }
    }

    @Test
    void groupsOfTheBundledModel() throws Exception {
        SdpModel model = SampleModels.load();
        DataSet data = BundledCifar10.load();
        Outcomes outcomes = model.outcomes().forImages(data.validation()).orElseThrow();
        CostModel costs = new CostModel(model.network().plan());
        Map<Instance, Long> flops = new HashMap<>();
        model.space()
                .instances()
                .forEach(instance -> flops.put(instance, costs.cost(instance).flops()));
        agree(data, model.sweep(), outcomes, flops);
    }

    @Test
    void ordersOfTheBundledModelAreOrders() throws Exception {
        SdpModel model = SampleModels.load();
        DataSet data = BundledCifar10.load();
        GallerySource source = new GallerySource(
                data,
                model.sweep(),
                model.outcomes().forImages(data.validation()).orElseThrow());
        Grouping plain = Grouping.of(source, Criterion.TOP_1, GalleryFilter.NONE, 0);
        for (Grouping.Group group : plain.ordered(ImageOrder.CLASS, source).groups()) {
            for (int i = 1; i < group.size(); i++) {
                int before = group.images()[i - 1];
                int now = group.images()[i];
                assertThat(source.label(before)).isLessThanOrEqualTo(source.label(now));
                assertThat(source.label(before) < source.label(now) || before < now)
                        .isTrue();
            }
        }
        for (Grouping.Group group : plain.ordered(ImageOrder.MARGIN, source).groups()) {
            assertThat(group.images()).containsExactlyInAnyOrder(group.ascending());
            for (int i = 1; i < group.size(); i++) {
                int before = group.images()[i - 1];
                int now = group.images()[i];
                if (group.never()) {
                    assertThat(source.highestTrueProbability(before))
                            .isGreaterThanOrEqualTo(source.highestTrueProbability(now));
                } else {
                    assertThat(source.trueProbability(before, group.rank()))
                            .isLessThanOrEqualTo(source.trueProbability(now, group.rank()));
                }
                assertThat(group.indexOf(now)).isEqualTo(i);
            }
        }
    }

    @Test
    void groupsOfAnswersDrawnAtRandom() {
        Random random = new Random(20180618);
        for (int trial = 0; trial < 20; trial++) {
            int images = 1 + random.nextInt(300);
            List<Instance> instances = InstanceSpace.of(1 + random.nextInt(6), InstanceSpace.PAPER_RATIOS)
                    .instances();
            int cells = images * instances.size();
            short[] predicted = new short[cells];
            float[] probability = new float[cells];
            short[] rank = new short[cells];
            for (int cell = 0; cell < cells; cell++) {
                rank[cell] = (short) random.nextInt(8);
            }
            Map<Instance, Long> flops = new HashMap<>();
            List<InstanceScore> scores = instances.stream()
                    .map(instance -> {
                        long cost = 1 + random.nextInt(5); // some cost the same
                        flops.put(instance, cost);
                        return new InstanceScore(instance, cost, cost / 6.0, 0.5, 0, 1, Double.NaN);
                    })
                    .toList();
            int[] labels = IntStream.range(0, images).map(i -> i % 10).toArray();
            LabeledImages pictures = new LabeledImages(1, new byte[images * 3], labels);
            List<String> names =
                    IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
            agree(
                    DataSet.of("random", "Random", names, pictures, pictures),
                    new Sweep(images, scores),
                    new Outcomes(instances, images, predicted, probability, rank),
                    flops);
        }
    }
}
