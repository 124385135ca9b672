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
        System.setProperty("sdpoint.home", "/tmp/elsewhere");
        assertThat(UserFolders.home()).isEqualTo(Path.of("/tmp/elsewhere"));
        assertThat(UserFolders.runs()).isEqualTo(Path.of("/tmp/elsewhere/runs"));
        assertThat(UserFolders.logs()).isEqualTo(Path.of("/tmp/elsewhere/log"));
    }

    @Test
    void aBlankPropertyMeansTheSystemsUsualPlace() {
        System.setProperty("sdpoint.home", " ");
        assertThat(UserFolders.home().getFileName()).hasToString("sdpoint");
        assertThat(UserFolders.home()).isAbsolute();
    }
}
