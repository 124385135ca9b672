package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sdpoint.engine.network.NetworkNames;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NetworkFamilyTest {
    /** Every size on offer is one that the engine builds, with the others as they commonly are. */
    @ParameterizedTest
    @EnumSource(NetworkFamily.class)
    void offersOnlyWhatTheEngineBuilds(NetworkFamily family) {
        List<Integer> common =
                family.sizes().stream().map(size -> size.common().get(0)).toList();
        for (int i = 0; i < family.sizes().size(); i++) {
            for (int value : family.sizes().get(i).all()) {
                Integer[] chosen = common.toArray(Integer[]::new);
                chosen[i] = value;
                String name = family.name(Arrays.asList(chosen));
                assertThatCode(() -> NetworkNames.parse(name, 10, 32)).as(name).doesNotThrowAnyException();
                assertThat(family.sizesIn(name)).contains(Arrays.asList(chosen));
                assertThat(NetworkNames.parse(name, 10, 32).name()).isEqualTo(name);
            }
        }
    }

    @Test
    void everyExampleOfTheEngineIsOfAFamily() {
        for (String name : NetworkNames.EXAMPLES) {
            assertThat(Arrays.stream(NetworkFamily.values())
                            .filter(family -> family.sizesIn(name).isPresent()))
                    .as(name)
                    .hasSize(1);
        }
    }

    @Test
    void suggestsWhatBeginsWithOrHoldsWhatIsTyped() {
        assertThat(NetworkFamily.suggestions("wrn-28"))
                .containsExactly("wrn-28-1", "wrn-28-2", "wrn-28-4", "wrn-28-8", "wrn-28-10");
        assertThat(NetworkFamily.suggestions("resnet-5")).containsExactly("resnet-50", "preresnet-50");
        assertThat(NetworkFamily.suggestions("wrn-16-2")).as("complete").isEmpty();
        assertThat(NetworkFamily.suggestions("no such")).isEmpty();
    }
}
