package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {
    private static LabeledImages onePixel(int value, int label) {
        return new LabeledImages(1, new byte[] {(byte) value, 0, 0}, new int[] {label});
    }

    private static DataSet of(LabeledImages training, LabeledImages validation) {
        return DataSet.of("id", "Title", List.of("cat", "dog"), training, validation);
    }

    @Test
    void fingerprintIsTheSha256OfCountSideLabelsAndPixels() {
        // printf '\0\0\0\1\0\0\0\1\0\0\0\0\1\0\0\0\0\0\1\0\0\0\1\0\0\0\1\2\0\0' | sha256sum
        assertThat(of(onePixel(1, 0), onePixel(2, 1)).fingerprint())
                .isEqualTo("383fd09c81e76ad3de0ff5ca6c2109e80781d2a4e3c4478ee71ea10d6c284f94");
    }

    @Test
    void fingerprintTellsTrainingFromValidation() {
        assertThat(of(onePixel(1, 0), onePixel(2, 1)).fingerprint())
                .isNotEqualTo(of(onePixel(2, 1), onePixel(1, 0)).fingerprint());
    }

    @Test
    void copiesClassNames() {
        List<String> names = new ArrayList<>(List.of("cat", "dog"));
        DataSet data = DataSet.of("id", "Title", names, onePixel(1, 0), onePixel(2, 1));
        names.clear();
        assertThat(data.classNames()).containsExactly("cat", "dog");
        assertThat(data.classCount()).isEqualTo(2);
        assertThat(data.side()).isEqualTo(1);
    }

    @Test
    void rejectsLabelWithoutAName() {
        assertThatThrownBy(() -> of(onePixel(1, 0), onePixel(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Label 2 has no name")
                .hasMessageContaining("labels 0 to 1");
    }

    @Test
    void rejectsPartsOfDifferentSides() {
        LabeledImages larger = new LabeledImages(2, new byte[12], new int[] {0});
        assertThatThrownBy(() -> of(onePixel(1, 0), larger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("side 1 but validation images 2");
    }

    @Test
    void rejectsEmptyPart() {
        LabeledImages none = new LabeledImages(1, new byte[0], new int[0]);
        assertThatThrownBy(() -> of(onePixel(1, 0), none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(none, onePixel(1, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsRepeatedClassNames() {
        assertThatThrownBy(() -> DataSet.of("id", "Title", List.of("cat", "cat"), onePixel(1, 0), onePixel(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("distinct");
    }

    @Test
    void rejectsFingerprintThatIsNoSha256() {
        assertThatThrownBy(() -> new DataSet("id", "Title", List.of("cat"), onePixel(1, 0), onePixel(1, 0), "ABC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ABC'");
    }
}
