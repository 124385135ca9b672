package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredPartTest {
    private static final String BEFORE = "# Title\n\nProse before, 5 %.\n\n";
    private static final String AFTER = "\n\n## More\n\nProse after, $1 \\ it.\n";
    private static final String DOCUMENT = BEFORE + MeasuredPart.BEGIN + "\nold\n" + MeasuredPart.END + AFTER;

    @TempDir
    Path folder;

    @Test
    void onlyWhatIsBetweenTheMarkersChanges() {
        String replaced = MeasuredPart.replaced(DOCUMENT, "| $1 | \\ |\n");
        assertThat(replaced).isEqualTo(BEFORE + MeasuredPart.BEGIN + "\n\n| $1 | \\ |\n\n" + MeasuredPart.END + AFTER);
        assertThat(MeasuredPart.replaced(replaced, "| $1 | \\ |")).isEqualTo(replaced);
    }

    @Test
    void markersMustBeThereOnceAndInOrder() {
        assertThatThrownBy(() -> MeasuredPart.replaced(BEFORE + AFTER, "new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measured:begin")
                .hasMessageContaining("none");
        assertThatThrownBy(() -> MeasuredPart.replaced(DOCUMENT + MeasuredPart.END, "new"))
                .hasMessageContaining("measured:end")
                .hasMessageContaining("several");
        assertThatThrownBy(() -> MeasuredPart.replaced(MeasuredPart.END + MeasuredPart.BEGIN, "new"))
                .hasMessageContaining("stands before");
        assertThatThrownBy(() -> MeasuredPart.replaced(DOCUMENT, "a " + MeasuredPart.END + " in it"))
                .hasMessageContaining("has a marker in it");
    }

    @Test
    void fileIsWrittenWholeAndNothingIsLeftBeside() throws IOException {
        Path document = Files.writeString(folder.resolve("performance.md"), DOCUMENT);
        MeasuredPart.write(document, "new");
        assertThat(document).hasContent(MeasuredPart.replaced(DOCUMENT, "new"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(document);
        }
    }

    @Test
    void fileWithoutMarkersStaysAsItIs() throws IOException {
        Path document = Files.writeString(folder.resolve("performance.md"), BEFORE);
        assertThatThrownBy(() -> MeasuredPart.write(document, "new")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeasuredPart.requireRoom(document)).isInstanceOf(IllegalArgumentException.class);
        assertThat(document).hasContent(BEFORE);
    }

    @Test
    void theDocumentOfThisRepositoryHasRoomForTheMeasuredPart() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "performance.md"));
        assertThat(MeasuredPart.replaced(document, "new")).contains("\n\nnew\n\n");
    }
}
