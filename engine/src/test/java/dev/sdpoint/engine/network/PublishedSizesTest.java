package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our numbers of parameters against those of the literature. */
class PublishedSizesTest {
    private static long parameters(String name) {
        return NetworkNames.parse(name, OptionalInt.empty(), OptionalInt.empty())
                .plan()
                .parameters();
    }

    /** {@code num_params} of torchvision's pretrained models; 32x4d at 101 layers as in pytorch-image-models. */
    @ParameterizedTest
    @CsvSource({
        "resnet-18, 11689512",
        "resnet-34, 21797672",
        "resnet-50, 25557032",
        "resnet-101, 44549160",
        "resnet-152, 60192808",
        "resnext-50-32x4d, 25028904",
        "resnext-101-32x8d, 88791336",
        "resnext-101-64x4d, 83455272",
        "resnext-101-32x4d, 44177704",
    })
    void equalThoseOfPublishedWeights(String name, long parameters) {
        assertThat(parameters(name)).isEqualTo(parameters);
    }

    /** Papers print millions with one or two decimals. */
    @ParameterizedTest
    @CsvSource({
        // Zagoruyko and Komodakis, BMVC 2016, tables 4 and 5
        "wrn-40-1, 0.6, 0.05",
        "wrn-40-2, 2.2, 0.05",
        "wrn-40-4, 8.9, 0.05",
        "wrn-16-8, 11.0, 0.05",
        "wrn-28-10, 36.5, 0.05",
        // Huang et al., CVPR 2017, table 2 (the first as 0.8M there and as 0.77M in the authors' code)
        "densenet-bc-100-12, 0.77, 0.005",
        "densenet-bc-250-24, 15.3, 0.05",
        "densenet-bc-190-40, 25.6, 0.05",
        // Xie et al., CVPR 2017, tables 1 and 7
        "resnext-50-32x4d, 25.0, 0.05",
        "resnext-29-8x64d, 34.4, 0.05",
        "resnext-29-16x64d, 68.1, 0.06",
    })
    void agreeWithThoseOfPapers(String name, double millions, double tolerance) {
        assertThat(parameters(name) / 1e6).isCloseTo(millions, within(tolerance));
    }

    /** Pre-activation blocks have as many norms, moved, but for those of the projected shortcuts: scale and shift of each. */
    @ParameterizedTest
    @CsvSource({
        "18, 128 + 256 + 512",
        "34, 128 + 256 + 512",
        "50, 256 + 512 + 1024 + 2048",
        "101, 256 + 512 + 1024 + 2048",
        "152, 256 + 512 + 1024 + 2048"
    })
    void preActivationLacksTheNormsOfShortcuts(int depth, String channels) {
        long sum = Arrays.stream(channels.split(" \\+ "))
                .mapToLong(Long::parseLong)
                .sum();
        assertThat(parameters("preresnet-" + depth)).isEqualTo(parameters("resnet-" + depth) - 2 * sum);
    }
}
