package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {
    @Test
    void opensTheBundledSubsetByName() throws DataException {
        assertThat(DataSets.open(" bundled ").id()).isEqualTo("cifar10-bundled");
    }

    @Test
    void takesEverythingElseForAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> DataSets.open(folder.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no CIFAR-10 files in " + folder)
                .hasMessageContaining("a folder of pictures for each class");
    }

    @Test
    void rejectsBlankName() {
        assertThatThrownBy(() -> DataSets.open("  "))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("No data set was named");
    }

    @Test
    void rejectsWhatCannotBeAPath() {
        assertThatThrownBy(() -> DataSets.open("a\0b"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no path");
    }
}
