package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar100FolderTest {
    private static final int RECORD = 3074;

    @TempDir
    private Path parent;

    private Path folder;

    /** Image i has superclass i, class 20 i + 3 and, in place p of channel c, the value 10 i + 70 c + p / 100. */
    @BeforeEach
    void writeSmallFiles() throws IOException {
        folder = Files.createDirectory(parent.resolve("cifar-100-binary"));
        Files.write(folder.resolve("train.bin"), records(4));
        Files.write(folder.resolve("test.bin"), records(2));
        Files.writeString(
                folder.resolve("fine_label_names.txt"),
                IntStream.range(0, 100).mapToObj(i -> "class_" + i).collect(Collectors.joining("\n", "", "\n")));
    }

    private static byte[] records(int count) {
        byte[] bytes = new byte[count * RECORD];
        for (int i = 0; i < count; i++) {
            bytes[i * RECORD] = (byte) i;
            bytes[i * RECORD + 1] = (byte) (20 * i + 3);
            for (int p = 0; p < 3072; p++) {
                bytes[i * RECORD + 2 + p] = (byte) (10 * i + p / 1024 * 70 + p % 1024 / 100);
            }
        }
        return bytes;
    }

    private DataSet read() throws DataException {
        return Cifar100Folder.read(folder, 4, 2);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(this::read).isInstanceOf(DataException.class);
    }

    @Test
    void takesTheClassAndNotTheSuperclass() throws DataException {
        DataSet data = read();
        assertThat(data.id()).isEqualTo("cifar100");
        assertThat(data.classCount()).isEqualTo(100);
        assertThat(data.classNames().get(43)).isEqualTo("class_43");
        assertThat(data.training().size()).isEqualTo(4);
        assertThat(data.validation().size()).isEqualTo(2);
        assertThat(data.training().label(2)).isEqualTo(43);
        assertThat(data.training().label(3)).isEqualTo(63);
        assertThat(data.validation().label(1)).isEqualTo(23);
    }

    @Test
    void turnsPlanesIntoPixels() throws DataException {
        LabeledImages training = read().training();
        // row 31, column 8 is place 1000 of its plane
        assertThat(training.pixel(3, 31, 8, 0)).isEqualTo(30 + 10);
        assertThat(training.pixel(3, 31, 8, 1)).isEqualTo(30 + 70 + 10);
        assertThat(training.pixel(3, 31, 8, 2)).isEqualTo(30 + 140 + 10);
        assertThat(training.pixel(0, 0, 0, 0)).isZero();
    }

    @Test
    void acceptsTheParentFolder() throws DataException {
        assertThat(Cifar100Folder.read(parent, 4, 2).fingerprint()).isEqualTo(read().fingerprint());
    }

    @Test
    void isRecognisedByOpening() {
        assertThatThrownBy(() -> DataSets.open(parent.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train.bin is cut short: it has 12,296 bytes instead of 153,700,000");
    }

    @Test
    void rejectsWhatIsDamaged() throws IOException {
        byte[] bytes = records(4);
        bytes[RECORD + 1] = 100;
        Files.write(folder.resolve("train.bin"), bytes);
        assertRefused().hasMessageContaining("Image 1 of").hasMessageContaining("label 100, outside 0 to 99");
        Files.write(folder.resolve("train.bin"), new byte[5 * RECORD]);
        assertRefused().hasMessageContaining("is too long");
        Files.delete(folder.resolve("test.bin"));
        Files.write(folder.resolve("train.bin"), records(4));
        assertRefused().hasMessageContaining("test.bin is missing");
        Files.writeString(folder.resolve("fine_label_names.txt"), "apple\n");
        assertRefused().hasMessageContaining("names 1 classes instead of 100");
    }
}
