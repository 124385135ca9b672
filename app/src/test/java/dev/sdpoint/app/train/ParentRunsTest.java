package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParentRunsTest {
    @TempDir
    private Path folder;

    @Test
    void leavesOutARunOfANewerVersionAndGivesTheOthers() throws Exception {
        try (RunArchive archive = new RunArchive(folder)) {
            record(archive, 1);
            record(archive, 2);
            assertThat(ParentRuns.of(archive).all())
                    .extracting(parent -> parent.recipe().seed())
                    .containsExactly(2L, 1L);
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
                Statement statement = database.createStatement()) {
            int changed = statement.executeUpdate(
                    "UPDATE run SET recipe = recipe || 'of a newer version: 1' || char(10) WHERE id = 2");
            assertThat(changed).isEqualTo(1);
        }
        try (RunArchive archive = new RunArchive(folder)) {
            assertThat(ParentRuns.of(archive).all())
                    .extracting(parent -> parent.recipe().seed())
                    .containsExactly(1L);
        }
    }

    private void record(RunArchive archive, long seed) throws Exception {
        Recipe recipe = Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 2, seed);
        new RecordedSession(new FakeSession(5), archive)
                .run(
                        recipe,
                        SyntheticModel.data(),
                        new RunControl(),
                        event -> {},
                        Optional.of(folder.resolve(seed + ".checkpoint")));
    }
}
