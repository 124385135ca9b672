package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropsTest {
    @Test
    void takesAModelFileAndAFolder(@TempDir Path folder) {
        assertThat(FileDrops.kind(List.of(new File("wrn.SDP")))).contains(FileDrops.Kind.MODEL);
        assertThat(FileDrops.kind(List.of(folder.toFile()))).contains(FileDrops.Kind.DATA);
    }

    @Test
    void takesAnyNumberOfRuns() {
        assertThat(FileDrops.kind(List.of(new File("a.sdprun")))).contains(FileDrops.Kind.RUNS);
        assertThat(FileDrops.kind(List.of(new File("a.sdprun"), new File("B.SDPRUN"))))
                .contains(FileDrops.Kind.RUNS);
        assertThat(FileDrops.kind(List.of(new File("a.sdprun"), new File("b.sdp"))))
                .isEmpty();
    }

    @Test
    void leavesPicturesAndManyFilesToThePlaces(@TempDir Path folder) {
        assertThat(FileDrops.kind(List.of(new File("cat.png")))).isEmpty();
        assertThat(FileDrops.kind(List.of(new File("a.sdp"), folder.toFile()))).isEmpty();
        assertThat(FileDrops.kind(List.of())).isEmpty();
    }
}
