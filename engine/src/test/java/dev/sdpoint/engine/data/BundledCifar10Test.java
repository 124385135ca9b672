package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BundledCifar10Test {
    private static DataSet data;

    @BeforeAll
    static void load() throws DataException {
        data = DataSets.open("bundled");
    }

    /** The bundled resources with one of them changed. */
    private static Sprites.Resources changed(String name, UnaryOperator<byte[]> change) {
        return path -> {
            try (InputStream in = BundledCifar10.class.getResourceAsStream(path)) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                return new ByteArrayInputStream(path.endsWith("/" + name) ? change.apply(bytes) : bytes);
            }
        };
    }

    private static UnaryOperator<byte[]> replaced(String from, String to) {
        return bytes ->
                new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int[] countsOf(LabeledImages images) {
        int[] counts = new int[10];
        for (int i = 0; i < images.size(); i++) {
            counts[images.label(i)]++;
        }
        return counts;
    }

    @Test
    void hasEquallyManyImagesOfEveryClass() {
        int[] training = new int[10];
        int[] validation = new int[10];
        Arrays.fill(training, 400);
        Arrays.fill(validation, 200);
        assertThat(countsOf(data.training())).isEqualTo(training);
        assertThat(countsOf(data.validation())).isEqualTo(validation);
        assertThat(data.side()).isEqualTo(32);
    }

    @Test
    void fingerprintIsStable() {
        assertThat(data.fingerprint()).isEqualTo("36778b058462940578870648ffd853e645bb0a8213fa2f6f072a4e77efd9f79e");
    }

    @Test
    void namesTheClassesOfCifar10InItsOrder() {
        assertThat(data.classNames())
                .containsExactly(
                        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    }

    @Test
    void hasTheColoursOfTheOriginal() {
        // The test batch begins with a cat; its first pixel is 158, 112, 49 (red, green, blue).
        assertThat(data.validation().label(0)).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(c -> data.validation().pixel(0, 0, 0, c)))
                .containsExactly(158, 112, 49);
    }

    @Test
    void knowsWhereValidationImagesStandInTheTestBatch() throws DataException {
        int[] indices = BundledCifar10.validationIndices();
        assertThat(indices).hasSize(2000).doesNotHaveDuplicates();
        assertThat(indices[0]).isZero();
        assertThat(Arrays.stream(indices).max().orElseThrow()).isLessThan(10_000);
        assertThat(indices).isSorted();
    }

    @Test
    void rejectsSpriteThatWasChanged() {
        for (String part : new String[] {"train.png", "validation.png"}) {
            assertThatThrownBy(() -> BundledCifar10.load(changed(part, bytes -> {
                        bytes[bytes.length / 2] ^= 1;
                        return bytes;
                    })))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @Test
    void rejectsMissingSprite() {
        assertThatThrownBy(() -> BundledCifar10.load(
                        path -> path.endsWith(".png") ? null : BundledCifar10.class.getResourceAsStream(path)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train.png is missing");
    }

    @Test
    void rejectsResourceThatCannotBeRead() {
        assertThatThrownBy(() -> BundledCifar10.load(path -> {
                    throw new IOException("disk gone");
                }))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("index.properties could not be read")
                .hasRootCauseMessage("disk gone");
    }

    @Test
    void rejectsIndexThatContradictsTheSprite() {
        assertThatThrownBy(() -> BundledCifar10.load(
                        changed("index.properties", replaced("training.perClass=400", "training.perClass=300"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("do not have the size");
    }

    @Test
    void rejectsIndexWithOddOrMissingEntries() {
        assertThatThrownBy(() -> BundledCifar10.load(changed("index.properties", replaced("side=32", "side=thirty"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'side'");
        assertThatThrownBy(() -> BundledCifar10.load(changed("index.properties", replaced("side=32", ""))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("lacks 'side'");
    }
}
