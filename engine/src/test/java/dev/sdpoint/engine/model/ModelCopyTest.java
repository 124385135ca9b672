package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.WideResNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy is the whole model, or nothing. */
final class ModelCopyTest {
    @TempDir
    Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void write() throws ModelFileException {
        source = folder.resolve("from/model.sdp");
        target = folder.resolve("to/copy.sdp");
        ModelFiles.write(source, TestModels.small());
    }

    @Test
    void copiesByteByByteAndTellsHowFarItIs() throws Exception {
        List<Long> heard = new ArrayList<>();
        ModelFiles.copy(source, target, (done, total) -> {
            assertThat(total).isEqualTo(source.toFile().length());
            heard.add(done);
        });
        assertThat(target).hasSameBinaryContentAs(source);
        assertThat(heard).isSorted().endsWith(source.toFile().length());
        assertThat(folder.resolve("to").toFile().list()).containsExactly("copy.sdp");
    }

    @Test
    void bringsAnOlderVersionToTheNewest() throws Exception {
        ModelFiles.copy(Version1Test.SHIPPED, target, CopyProgress.NONE);
        ModelSummary before = ModelFiles.look(Version1Test.SHIPPED);
        ModelSummary after = ModelFiles.look(target);
        assertThat(before.formatVersion()).isEqualTo(1);
        assertThat(after.formatVersion()).isEqualTo(2);
        assertThat(after.sameModel(before)).isTrue();
        Map<String, byte[]> old = SealedZip.read(Version1Test.SHIPPED, "sdpoint-model", 1);
        Map<String, byte[]> migrated = SealedZip.read(target, "sdpoint-model", 2);
        for (String array : ModelHead.ARRAYS) {
            assertThat(migrated.get(array)).as(array).isEqualTo(old.get(array));
        }
        assertThat(folder.resolve("to").toFile().list()).containsExactly("copy.sdp");
    }

    @Test
    void findsDamageBehindTheManifestAndLeavesWhatWasThere() throws Exception {
        ModelFiles.write(target, TestModels.of(new WideResNet(10, 1, 4, 16), List.of(0.5), 1));
        byte[] before = Files.readAllBytes(target);
        byte[] bytes = Files.readAllBytes(source);
        bytes[bytes.length / 2] ^= 1;
        Files.write(source, bytes);
        assertThat(ModelFiles.look(source).network().name()).isEqualTo("wrn-10-1");
        assertThatThrownBy(() -> ModelFiles.copy(source, target, CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll(source.toString(), "is damaged");
        assertThat(target).hasBinaryContent(before);
        assertThat(folder.resolve("to").toFile().list()).containsExactly("copy.sdp");
    }

    @Test
    void leavesNothingOfATruncatedSource() throws IOException {
        Files.write(source, Arrays.copyOf(Files.readAllBytes(source), 200_000));
        assertThatThrownBy(() -> ModelFiles.copy(source, target, CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("is damaged");
        assertThat(folder.resolve("to").toFile().list()).isEmpty();
    }

    @Test
    void endsWhenAskedAndLeavesNothing() {
        assertThatThrownBy(() -> ModelFiles.copy(source, target, (done, total) -> {
                    throw new InterruptedException("enough");
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(folder.resolve("to").toFile().list()).isEmpty();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path occupied = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ModelFiles.copy(source, occupied.resolve("copy.sdp"), CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("Could not write", "copy.sdp", "choose another place");
        assertThatThrownBy(() -> ModelFiles.copy(source, folder, CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("it is a folder");
    }
}
