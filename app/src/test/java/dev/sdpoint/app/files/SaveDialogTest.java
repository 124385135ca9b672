package dev.sdpoint.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a name that was typed into the system's dialog, which asks about that name alone. */
class SaveDialogTest {
    private static final FileKind MODEL = new FileKind("models", ".sdp");

    private final List<Path> asked = new ArrayList<>();

    private Optional<Path> settled(String typed, boolean isThere, boolean mayReplace) {
        return SaveDialog.settled(Path.of(typed), MODEL, file -> isThere, file -> {
            asked.add(file);
            return mayReplace;
        });
    }

    @Test
    void aWholeNameWasAskedAboutByTheSystem() {
        assertThat(settled("a/mine.sdp", true, false)).contains(Path.of("a/mine.sdp"));
        assertThat(settled("a/MINE.SDP", true, false)).contains(Path.of("a/MINE.SDP"));
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameWithoutItsEndingGetsItAndIsAskedAboutIfThatIsThere() {
        assertThat(settled("a/mine", false, false)).contains(Path.of("a/mine.sdp"));
        assertThat(asked).as("nothing is there to be replaced").isEmpty();
        assertThat(settled("a/mine", true, false)).isEmpty();
        assertThat(settled("a/mine.onnx", true, true)).contains(Path.of("a/mine.onnx.sdp"));
        assertThat(asked).containsExactly(Path.of("a/mine.sdp"), Path.of("a/mine.onnx.sdp"));
    }

    @Test
    void saysHowManyFilesAreInTheWay() {
        assertThat(SaveDialog.question(List.of(Path.of("a/one.csv"))))
                .isEqualTo("one.csv is there already. Replace it?");
        assertThat(SaveDialog.question(List.of(Path.of("a/one.csv"), Path.of("a/two.csv"), Path.of("a/three.csv"))))
                .isEqualTo("one.csv and 2 more are there already. Replace them?");
    }
}
