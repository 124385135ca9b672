package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.WideResNet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakTest {
    @Test
    void trainingCountsBothGradientsButNotThatOfTheImages() {
        NetworkPlan plan = new WideResNet(10, 1, 4, 16).plan();
        // the stem, then in stages of 16 channels and side 16, 32 and 8, 64 and 4: two 3×3 and, where it widens, a 1×1
        // convolution
        long stem = 2L * 16 * 16 * 16 * 3 * 9;
        long first = 2L * 16 * 16 * 2 * 16 * 16 * 9;
        long second = 2L * 8 * 8 * (16 * 32 * 9 + 32 * 32 * 9 + 16 * 32);
        long third = 2L * 4 * 4 * (32 * 64 * 9 + 64 * 64 * 9 + 32 * 64);
        assertThat(PeakBenchmark.convolutions(plan)).isEqualTo(stem + first + second + third);
        assertThat(PeakBenchmark.trainingConvolutions(plan)).isEqualTo(2 * stem + 3 * (first + second + third));
    }

    @Test
    void picturesHaveTheirSizeAndWhatIsInThem() throws Exception {
        LabeledImages images = BundledCifar10.load().validation();
        for (SamplePictures.Kind kind : SamplePictures.Kind.values()) {
            List<byte[]> files = SamplePictures.of(images, kind, 2);
            assertThat(files).hasSize(2);
            RgbImage read = PictureReader.read(files.get(1), kind.title());
            assertThat(kind.title()).endsWith(" of " + read.width() + " × " + read.height() + " pixels");
        }
        byte[] png = SamplePictures.of(images, SamplePictures.Kind.SMALL_PNG, 2).get(1);
        assertThat(PictureReader.read(png, "a PNG").pixels()).isEqualTo(images.pixels(1));
    }
}
