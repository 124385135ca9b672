package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamesTest {
    @Test
    void readsWideResNets() {
        assertThat(NetworkNames.parse("wrn-28-10", 100, 32)).isEqualTo(new WideResNet(28, 10, 100, 32));
        assertThat(NetworkNames.parse("  WRN-16-2 ", 10, 64)).isEqualTo(new WideResNet(16, 2, 10, 64));
    }

    @Test
    void readsTheNameThatANetworkGivesItself() {
        WideResNet network = new WideResNet(40, 4, 10, 32);
        assertThat(network.name()).isEqualTo("wrn-40-4");
        assertThat(NetworkNames.parse(network.name(), 10, 32)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alexnet", "wrn-16", "wrn-16-2-1", "wrn--16-2", "wrn-99999999999-2"})
    void rejectsOtherNamesAndSaysWhichThereAre(String name) {
        assertThatThrownBy(() -> NetworkNames.parse(name, 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no network is called \"" + name + "\"")
                .hasMessageContaining("wrn-16-2");
    }

    @Test
    void saysWhatIsWrongWithAnImpossibleSize() {
        assertThatThrownBy(() -> NetworkNames.parse("wrn-17-2", 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("depth 17 is not 6n + 4");
    }
}
