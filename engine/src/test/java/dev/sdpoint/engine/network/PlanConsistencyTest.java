package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Concatenation;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every architecture under every kind of instance, at its usual side and at odd ones. */
class PlanConsistencyTest {
    private static final List<Double> RATIOS = List.of(0.25, 0.5, 0.75);

    static Stream<NetworkSpec> networks() {
        Stream<String> small = Stream.of("wrn-10-1", "densenet-bc-16-4", "resnext-11-2x4d");
        Stream<String> large = Stream.of("resnet-18", "preresnet-34", "vgg-11");
        return Stream.of(
                        NetworkNames.EXAMPLES.stream().map(n -> parse(n, OptionalInt.empty())),
                        NetworkNames.EXAMPLES.stream().map(n -> EarlyExits.on(parse(n, OptionalInt.empty()))),
                        small.flatMap(n -> Stream.of(16, 20).map(side -> parse(n, OptionalInt.of(side)))),
                        large.flatMap(n -> Stream.of(32, 33, 75).map(side -> parse(n, OptionalInt.of(side)))))
                .flatMap(networks -> networks);
    }

    private static NetworkSpec parse(String name, OptionalInt side) {
        return NetworkNames.parse(name, OptionalInt.empty(), side);
    }

    private static Set<Instance> instances(NetworkSpec network) {
        Set<Instance> all =
                new HashSet<>(InstanceSpace.of(network.points(), RATIOS).instances());
        all.addAll(InstanceSpace.exits(network.points(), network.exits()).instances());
        List<Instance> sides =
                InstanceSpace.imageSides(network.points(), network.side()).instances();
        all.addAll(sides.subList(1, Math.min(sides.size(), 8))); // odd and even ones, from half on
        return all;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void streamsThatMeetHaveOneSideAndNoneVanishes(NetworkSpec network) {
        NetworkPlan plan = network.plan();
        for (Instance instance : instances(network)) {
            Map<String, Integer> sides = plan.sides(instance);
            assertThat(sides).hasSize(plan.layers().size() + 1);
            for (LayerSpec layer : plan.layers()) {
                assertThat(sides.get(layer.name())).isPositive();
                if (layer instanceof ResidualAdd || layer instanceof Concatenation) {
                    assertThat(layer.inputs().stream().map(sides::get).distinct())
                            .as("%s of %s under %s", layer.name(), network.name(), instance.label())
                            .hasSize(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void channelsOfWhatMeetsAddUp(NetworkSpec network) {
        NetworkPlan plan = network.plan();
        Map<String, Integer> put = new HashMap<>(Map.of(NetworkPlan.INPUT, 3));
        plan.layers().forEach(layer -> put.put(layer.name(), layer.outChannels()));
        for (LayerSpec layer : plan.layers()) {
            List<Integer> channels = layer.inputs().stream()
                    .map(name -> put.getOrDefault(name, 0))
                    .toList();
            if (layer instanceof ResidualAdd) {
                assertThat(channels).containsOnly(layer.outChannels());
            } else if (layer instanceof Concatenation) {
                assertThat(channels.stream().mapToInt(Integer::intValue).sum()).isEqualTo(layer.outChannels());
            } else if (layer instanceof LayerSpec.Convolution c) {
                assertThat(channels).containsExactly(c.inChannels());
            } else if (layer instanceof LayerSpec.Classifier c) {
                assertThat(channels).containsExactly(c.inChannels());
                assertThat(c.outChannels()).isEqualTo(network.classes());
            } else {
                assertThat(channels).containsExactly(layer.outChannels());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatAnInstanceRunsIsItsOwnAndWhatItSharesWithTheFullNetwork(NetworkSpec network) {
        NetworkPlan plan = network.plan();
        Set<String> full = PlanQueries.needs(plan, "classifier");
        assertThat(plan.own(Instance.FULL)).isEqualTo(full).isEqualTo(plan.active(Instance.FULL));
        for (Instance instance : instances(network)) {
            Set<String> active = plan.active(instance);
            Set<String> own = plan.own(instance);
            assertThat(active).isEqualTo(PlanQueries.needs(plan, plan.output(instance)));
            Set<String> shared = new HashSet<>();
            if (instance instanceof Instance.Downsampled) {
                shared.addAll(PlanQueries.needs(plan, pointLayer(plan, instance.point())));
            } else if (instance instanceof Instance.EarlyExit) {
                shared.addAll(active);
                shared.retainAll(full);
                assertThat(own).allMatch(name -> name.startsWith("exit" + instance.point() + "-"));
            }
            assertThat(Collections.disjoint(own, shared)).as(instance.label()).isTrue();
            assertThat(union(own, shared)).as(instance.label()).isEqualTo(active);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void ownStatisticsAreConsecutive(NetworkSpec network) {
        NetworkPlan plan = network.plan();
        List<BatchNorm> norms = plan.layers().stream()
                .filter(BatchNorm.class::isInstance)
                .map(BatchNorm.class::cast)
                .toList();
        for (Instance instance : instances(network)) {
            List<BatchNorm> own = plan.ownStatistics(instance);
            if (!own.isEmpty()) {
                int first = norms.indexOf(own.get(0));
                assertThat(own).isEqualTo(norms.subList(first, first + own.size()));
            }
            assertThat(own.stream().map(LayerSpec::name).toList())
                    .isEqualTo(norms.stream()
                            .map(LayerSpec::name)
                            .filter(plan.own(instance)::contains)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyPointLiesInOneLayerOfTheBlockOfItsNumber(NetworkSpec network) {
        NetworkPlan plan = network.plan();
        List<LayerSpec> withPoint =
                plan.layers().stream().filter(l -> l.point() > 0).toList();
        assertThat(withPoint.stream().map(LayerSpec::point))
                .isEqualTo(IntStream.rangeClosed(1, network.points()).boxed().toList());
        assertThat(withPoint).allMatch(l -> l.point() == l.block());
        assertThat(plan.points()).isEqualTo(network.points());
        assertThat(plan.side()).isEqualTo(network.side());
        assertThat(plan.exits()).hasSize(network.exits());
        assertThat(plan.layers().get(plan.layers().size() - 1).name()).isEqualTo("classifier");
    }

    private static String pointLayer(NetworkPlan plan, int point) {
        return plan.layers().stream()
                .filter(l -> l.point() == point)
                .map(LayerSpec::name)
                .collect(Collectors.joining());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
