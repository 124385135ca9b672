package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamesTest {
    static final List<String> EXAMPLES = NetworkNames.EXAMPLES;

    private static NetworkSpec usual(String name) {
        return NetworkNames.parse(name, OptionalInt.empty(), OptionalInt.empty());
    }

    @Test
    void readsEveryFamily() {
        assertThat(NetworkNames.parse("wrn-28-10", 100, 32)).isEqualTo(new WideResNet(28, 10, 100, 32));
        assertThat(NetworkNames.parse("  WRN-16-2 ", 10, 64)).isEqualTo(new WideResNet(16, 2, 10, 64));
        assertThat(NetworkNames.parse("densenet-bc-100-12", 10, 32)).isEqualTo(new DenseNet(100, 12, 10, 32));
        assertThat(NetworkNames.parse("preresnet-101", 10, 64)).isEqualTo(new ResNet(101, true, 10, 64));
        assertThat(NetworkNames.parse("resnet-50", 10, 64)).isEqualTo(new ResNet(50, false, 10, 64));
        assertThat(NetworkNames.parse("resnext-101-32x4d", 10, 64)).isEqualTo(new ResNeXt(101, 32, 4, 10, 64));
        assertThat(NetworkNames.parse("resnext-29-8x64d", 10, 64)).isEqualTo(new ResNeXt(29, 8, 64, 10, 64));
        assertThat(NetworkNames.parse("vgg-16", 10, 64)).isEqualTo(new VggNet(16, 10, 64));
        assertThat(NetworkNames.parse("wrn-10-1+exits-2", 10, 64))
                .isEqualTo(new EarlyExits(new WideResNet(10, 1, 10, 64), 2));
    }

    @ParameterizedTest
    @CsvSource({
        "wrn-16-2, 10, 32",
        "densenet-bc-100-12, 10, 32",
        "resnext-29-8x64d, 10, 32",
        "vgg-16, 10, 32",
        "preresnet-101, 1000, 224",
        "resnet-18, 1000, 224",
        "resnext-50-32x4d, 1000, 224",
        "resnext-101-32x4d, 1000, 224",
        "wrn-10-1+exits-1, 10, 32",
        "resnet-50+exits-1, 1000, 224",
    })
    void takesClassesAndSideOfThePaperWhereNoneAreGiven(String name, int classes, int side) {
        NetworkSpec network = usual(name);
        assertThat(network.classes()).isEqualTo(classes);
        assertThat(network.side()).isEqualTo(side);
        assertThat(NetworkNames.parse(name, OptionalInt.of(7), OptionalInt.empty()))
                .isEqualTo(NetworkNames.parse(name, 7, side));
        assertThat(NetworkNames.parse(name, OptionalInt.empty(), OptionalInt.of(64)))
                .isEqualTo(NetworkNames.parse(name, classes, 64));
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void readsTheNameThatANetworkGivesItself(String example) {
        assertThat(usual(example).name()).isEqualTo(example);
        NetworkSpec exits = EarlyExits.on(usual(example));
        assertThat(usual(exits.name())).isEqualTo(exits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alexnet",
                "wrn-16",
                "wrn-16-2-1",
                "wrn--16-2",
                "wrn-99999999999-2",
                "resnet-50-32x4d",
                "resnext-50",
                "resnext-50-32x4",
                "densenet-100-12",
                "vgg-16-bn",
                "+exits-1"
            })
    void rejectsOtherNamesAndSaysWhichThereAre(String name) {
        assertThatThrownBy(() -> NetworkNames.parse(name, 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no network is called \"")
                .hasMessageContaining("wrn-16-2")
                .hasMessageContaining("densenet-bc-DEPTH-GROWTH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrn-17-2 | depth 17 is not 6n + 4",
                "densenet-bc-99-12 | depth 99 is not 6n + 4",
                "preresnet-201 | depth 201 is none of",
                "resnet-200 | depth 200 is none of",
                "resnext-30-8x64d | depth 30 is none of",
                "resnext-50-0x4d | 0 groups of 4 channels",
                "vgg-12 | depth 12 is none of",
                "wrn-10-1+exits-0 | 0 exits a stage",
                "wrn-10-1+exits-9 | 9 exits a stage",
                "wrn-10-1+exits-1+exits-1 | wrn-10-1+exits-1 has early exits already",
            })
    void saysWhatIsWrongWithAnImpossibleSize(String name, String why) {
        assertThatThrownBy(() -> usual(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void exitsOfExitsOfExitsAreNoWayToExhaustTheStack() {
        assertThatThrownBy(() -> usual("wrn-10-1" + "+exits-1".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has early exits already");
    }
}
