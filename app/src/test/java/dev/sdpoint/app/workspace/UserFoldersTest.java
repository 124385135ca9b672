package dev.sdpoint.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private final @Nullable String before = System.getProperty("sdpoint.home");

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("sdpoint.home");
        } else {
            System.setProperty("sdpoint.home", before);
        }
    }

    @Test
    void thePropertyWins() {
        Path elsewhere = Path.of("/tmp/elsewhere").toAbsolutePath();
        System.setProperty("sdpoint.home", "/tmp/elsewhere");
        assertThat(UserFolders.home()).isEqualTo(elsewhere);
        assertThat(UserFolders.runs()).isEqualTo(elsewhere.resolve("runs"));
        assertThat(UserFolders.logs()).isEqualTo(elsewhere.resolve("log"));
    }

    /** Paths that were kept somewhere, absolute ones, have to be equal to those found below it. */
    @Test
    void aFolderBelowTheCurrentOneIsToldWhole() {
        System.setProperty("sdpoint.home", "there/../mine");
        assertThat(UserFolders.runs())
                .isEqualTo(Path.of("").toAbsolutePath().resolve("mine").resolve("runs"));
    }

    @Test
    void aBlankPropertyMeansTheSystemsUsualPlace() {
        System.setProperty("sdpoint.home", " ");
        assertThat(UserFolders.home().getFileName()).hasToString("sdpoint");
        assertThat(UserFolders.home()).isAbsolute();
    }
}
