package dev.sdpoint.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that come from anywhere go to any file system. */
final class ModelNamesTest {
    @ParameterizedTest
    @CsvSource({
        "wrn-16-2, wrn-16-2",
        "Mein Modell ä, Mein Modell ä",
        "a/b\\c:d, a-b-c-d",
        "../../etc/passwd, etc-passwd",
        ".hidden, hidden",
        "what?*, what-",
        "'ends. ', ends",
        "CON, model",
        "..., model",
        "1~2, 1-2"
    })
    void areMadeSafe(String name, String safe) {
        assertThat(ModelNames.of(name)).isEqualTo(safe);
    }

    @Test
    void areShortEnoughForEveryFileSystem() {
        String name = ModelNames.of("模".repeat(500));
        assertThat((name + " (10000).sdp").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
        assertThat(DeletedModel.fileName(name, java.time.Instant.now()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(255);
        assertThat(ModelNames.within(7, "a模模模")).isEqualTo("a模模");
        assertThat(ModelNames.within(6, "ab😀c")).isEqualTo("ab😀");
        assertThat(ModelNames.within(5, "ab😀c")).isEqualTo("ab");
        assertThat(ModelNames.of("")).isEqualTo("model");
        assertThat(ModelNames.of("\u0000\n")).isNotBlank();
    }

    @Test
    void areNumberedWhereTheyAreTaken() {
        assertThat(ModelNames.free("a", name -> false)).isEqualTo("a");
        assertThat(ModelNames.free("a", Set.of("a", "a (2)")::contains)).isEqualTo("a (3)");
    }

    @Test
    void endingsCountHoweverTheyAreWritten() {
        assertThat(FoundModel.nameOf(Path.of("a.SDP"))).isEqualTo("a");
        assertThat(FoundModel.nameOf(Path.of("a.sdp.sdp"))).isEqualTo("a.sdp");
        assertThat(FoundModel.nameOf(Path.of("a.zip"))).isEqualTo("a.zip");
        assertThat(List.of("a.sdp", "a.SdP")).allMatch(FoundModel::isModel);
        assertThat(List.of("sdp", "a.sdprun", "")).noneMatch(FoundModel::isModel);
    }
}
