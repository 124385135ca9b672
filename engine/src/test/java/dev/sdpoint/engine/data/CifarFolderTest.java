package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarFolderTest {
    private static final int RECORDS = 3;
    private static final int RECORD = 3073;

    @TempDir
    private Path parent;

    private Path folder;

    /** Writes the official files with three records each; image i of file f has label (f + i) % 10 and values from f, i and place. */
    @BeforeEach
    void writeSmallFiles() throws IOException {
        folder = Files.createDirectory(parent.resolve("cifar-10-batches-bin"));
        for (int f = 0; f < 6; f++) {
            byte[] bytes = new byte[RECORDS * RECORD];
            for (int i = 0; i < RECORDS; i++) {
                bytes[i * RECORD] = (byte) ((f + i) % 10);
                for (int p = 0; p < 3072; p++) {
                    bytes[i * RECORD + 1 + p] = value(f, i, p);
                }
            }
            Files.write(folder.resolve(f < 5 ? "data_batch_" + (f + 1) + ".bin" : "test_batch.bin"), bytes);
        }
        Files.writeString(
                folder.resolve("batches.meta.txt"),
                "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
    }

    private static byte value(int file, int image, int place) {
        return (byte) (file * 50 + image * 10 + place / 1024 * 3 + place % 1024 / 100);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(() -> CifarFolder.read(folder, RECORDS)).isInstanceOf(DataException.class);
    }

    @Test
    void readsFilesInOrder() throws DataException {
        DataSet data = CifarFolder.read(folder, RECORDS);
        assertThat(data.id()).isEqualTo("cifar10");
        assertThat(data.training().size()).isEqualTo(15);
        assertThat(data.validation().size()).isEqualTo(3);
        assertThat(data.training().label(0)).isZero();
        assertThat(data.training().label(4)).isEqualTo(2); // second image of the second file
        assertThat(data.training().label(14)).isEqualTo(6);
        assertThat(data.validation().label(2)).isEqualTo(7);
        assertThat(data.classNames())
                .startsWith("airplane", "automobile")
                .endsWith("truck")
                .hasSize(10);
    }

    @Test
    void turnsPlanesIntoPixels() throws DataException {
        LabeledImages training = CifarFolder.read(folder, RECORDS).training();
        for (int channel = 0; channel < 3; channel++) {
            assertThat(training.pixel(4, 31, 2, channel)).isEqualTo(value(1, 1, channel * 1024 + 31 * 32 + 2) & 0xFF);
        }
    }

    @Test
    void acceptsTheParentFolder() throws DataException {
        assertThat(CifarFolder.read(parent, RECORDS).fingerprint())
                .isEqualTo(CifarFolder.read(folder, RECORDS).fingerprint());
    }

    @Test
    void fingerprintChangesWithOnePixelOrOneLabel() throws IOException, DataException {
        String before = CifarFolder.read(folder, RECORDS).fingerprint();
        flip("data_batch_5.bin", 2 * RECORD + 100);
        String pixelChanged = CifarFolder.read(folder, RECORDS).fingerprint();
        flip("test_batch.bin", 0);
        String labelChanged = CifarFolder.read(folder, RECORDS).fingerprint();
        assertThat(pixelChanged).isNotEqualTo(before);
        assertThat(labelChanged).isNotEqualTo(pixelChanged).isNotEqualTo(before);
    }

    private void flip(String file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[at] ^= 1;
        Files.write(folder.resolve(file), bytes);
    }

    @Test
    void rejectsMissingBatchFile() throws IOException {
        Files.delete(folder.resolve("data_batch_3.bin"));
        assertRefused().hasMessageContaining("data_batch_3.bin is missing");
    }

    @Test
    void rejectsMissingTestFile() throws IOException {
        Files.delete(folder.resolve("test_batch.bin"));
        assertRefused().hasMessageContaining("test_batch.bin is missing");
    }

    @Test
    void rejectsMissingClassNames() throws IOException {
        Files.delete(folder.resolve("batches.meta.txt"));
        assertRefused().hasMessageContaining("batches.meta.txt is missing");
    }

    @Test
    void rejectsTooFewClassNames() throws IOException {
        Files.writeString(folder.resolve("batches.meta.txt"), "airplane\nbird\n");
        assertRefused().hasMessageContaining("names 2 classes instead of 10");
    }

    @Test
    void rejectsClassNamesThatAreNoText() throws IOException {
        Files.write(folder.resolve("batches.meta.txt"), new byte[] {(byte) 0xC3, 0x28});
        assertRefused().hasMessageContaining("batches.meta.txt could not be read");
    }

    @Test
    void rejectsTruncatedBatchFile() throws IOException {
        Files.write(folder.resolve("data_batch_2.bin"), new byte[2 * RECORD + 5]);
        assertRefused()
                .hasMessageContaining("data_batch_2.bin is cut short")
                .hasMessageContaining("6,151 bytes instead of 9,219");
    }

    @Test
    void rejectsBatchFileThatLacksWholeRecords() throws IOException {
        Files.write(folder.resolve("data_batch_2.bin"), new byte[2 * RECORD]);
        assertRefused().hasMessageContaining("data_batch_2.bin is cut short");
    }

    @Test
    void rejectsEmptyBatchFile() throws IOException {
        Files.write(folder.resolve("test_batch.bin"), new byte[0]);
        assertRefused().hasMessageContaining("test_batch.bin is cut short: it has 0 bytes");
    }

    @Test
    void rejectsBatchFileThatIsTooLong() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), new byte[3 * RECORD + 1]);
        assertRefused().hasMessageContaining("data_batch_1.bin is too long");
    }

    @Test
    void rejectsLabelTen() throws IOException {
        byte[] bytes = new byte[3 * RECORD];
        bytes[2 * RECORD] = 10;
        Files.write(folder.resolve("data_batch_4.bin"), bytes);
        assertRefused().hasMessageContaining("Image 2 of").hasMessageContaining("label 10, outside 0 to 9");
    }

    @Test
    void rejectsLabelAbove127() throws IOException {
        byte[] bytes = new byte[3 * RECORD];
        bytes[0] = (byte) 200;
        Files.write(folder.resolve("data_batch_4.bin"), bytes);
        assertRefused().hasMessageContaining("label 200");
    }

    @Test
    void rejectsOfficialSizeWhenTheFilesAreSmall() {
        assertThatThrownBy(() -> CifarFolder.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("9,219 bytes instead of 30,730,000");
    }

    @Test
    void rejectsFolderThatIsNotThere() {
        assertThatThrownBy(() -> CifarFolder.read(parent.resolve("nowhere")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void rejectsFolderWithoutImages() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));
        assertThatThrownBy(() -> CifarFolder.read(empty))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no CIFAR-10 files in " + empty);
    }

    @Test
    void saysThatTheArchiveMustBeUnpacked() throws IOException {
        Path archive = Files.writeString(parent.resolve("cifar-10-binary.tar.gz"), "x");
        assertThatThrownBy(() -> CifarFolder.read(archive))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is a file, not a folder")
                .hasMessageContaining("Unpack");
    }

    @Test
    void recognizesThePythonVersion() throws IOException {
        Path python = Files.createDirectory(parent.resolve("cifar-10-batches-py"));
        Files.writeString(python.resolve("data_batch_1"), "x");
        assertThatThrownBy(() -> CifarFolder.read(python))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Python")
                .hasMessageContaining("cifar-10-binary.tar.gz");
    }
}
