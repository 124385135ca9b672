package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.faults.FaultTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stores in every state in which they may be met. */
@Timeout(120)
class RunStoresTest {
    private static final Story STORY = new Story(2, 700, 3);
    private static final int PAGE = 4096;

    @TempDir
    Path place;

    private Path folder;
    private Path file;

    RunStoresTest() {
        folder = Path.of("set below");
        file = folder;
    }

    @BeforeEach
    void name() {
        folder = place.resolve("runs");
        file = folder.resolve("runs.db");
    }

    private RunId filled(int runs) throws Exception {
        try (RunStore store = Stores.ready(folder)) {
            for (int i = 1; i < runs; i++) {
                Stores.record(store, new Story(2, 700, 3 + i), Optional.empty());
            }
            return Stores.record(store, STORY, Optional.empty());
        }
    }

    private static <T extends StoreOpening> T opened(Path folder, Class<T> kind) {
        StoreOpening opening = RunStores.open(folder);
        assertThat(opening).as("%s", opening.sentence()).isInstanceOf(kind);
        return kind.cast(opening);
    }

    @Test
    void makesAStoreWhereThereIsNone() throws Exception {
        RunId id = filled(1);
        try (RunStore store = Stores.ready(folder)) {
            Stores.assertSame(Stores.replay(store, id), STORY.from(0));
        }
        try (Database database = Database.open(file)) {
            assertThat(Schema.version(database)).isEqualTo(Schema.VERSION);
            assertThat(database.pragma("PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(database.pragma("PRAGMA synchronous")).as("FULL").isEqualTo("2");
        }
    }

    /** The file was written by version 1 of this program's tables: a finished run of 120 steps, and one killed after 697. */
    @Test
    void bringsAnOlderFileToItsVersion() throws Exception {
        Files.createDirectories(folder);
        try (InputStream old = Objects.requireNonNull(getClass().getResourceAsStream("runs-v1.db"))) {
            Files.copy(old, file);
        }
        try (RunStore store = Stores.ready(folder)) {
            RunId whole = new RunId("11111111-2222-3333-4444-555555555555");
            RunId cut = new RunId("99999999-8888-7777-6666-555555555555");
            assertThat(store.runs().stream().map(RunSummary::id)).containsExactlyInAnyOrder(whole, cut);
            Story story = new Story(3, 40, 1);
            Stores.assertSame(Stores.replay(store, whole), story.from(0));
            assertThat(store.recipe(whole)).isEqualTo(story.recipe());
            assertThat(store.run(whole).orElseThrow().result().bestError()).isPresent();
            assertThat(store.run(whole).orElseThrow().result().curve()).isNotEmpty();
            assertThat(store.run(cut).orElseThrow().progress().state()).isEqualTo(RecordedState.INTERRUPTED);
            Stores.assertSame(
                    Stores.replay(store, cut), new Story(2, 600, 2).from(0).subList(0, 700));
            store.setTags(whole, List.of("old"));
        }
        try (RunStore store = Stores.ready(folder)) {
            assertThat(store.runs()).hasSize(2);
        }
    }

    @Test
    void leavesANewerFileAlone() throws Exception {
        filled(1);
        try (Database database = Database.open(file)) {
            database.write(connection -> {
                Database.execute(connection, "PRAGMA user_version=99");
                return 99;
            });
        }
        byte[] before = Files.readAllBytes(file);
        StoreOpening.Newer newer = opened(folder, StoreOpening.Newer.class);
        assertThat(newer).isEqualTo(new StoreOpening.Newer(file, 99, Schema.VERSION));
        assertThat(newer.store()).isEmpty();
        assertThat(newer.sentence().orElseThrow())
                .contains("newer SDPoint Explorer")
                .contains("Update");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void leavesTheDatabaseOfAnotherProgramAlone() throws Exception {
        Files.createDirectories(folder);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recipes (cake TEXT)");
        }
        byte[] before = Files.readAllBytes(file);
        StoreOpening.Unusable unusable = opened(folder, StoreOpening.Unusable.class);
        assertThat(unusable.why()).contains("of another program");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void saysThatAFolderCannotBeMade() throws Exception {
        Files.writeString(folder, "a file where the folder should be");
        assertThat(opened(folder, StoreOpening.Unusable.class).why()).contains(folder.toString());
    }

    @Test
    void keepsAFileThatIsNoDatabaseAndBeginsAnew() throws Exception {
        Files.createDirectories(folder);
        byte[] rubbish = "This is no database. ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Files.write(file, rubbish);
        StoreOpening.Repaired repaired = opened(folder, StoreOpening.Repaired.class);
        assertThat(repaired.kept()).hasBinaryContent(rubbish);
        assertThat(repaired.runs()).isZero();
        assertThat(repaired.sentence().orElseThrow())
                .contains("damaged")
                .contains(repaired.kept().toString());
        try (RunStore store = repaired.open()) {
            Stores.record(store, STORY, Optional.empty());
        }
        Stores.ready(folder).close();
    }

    @Test
    void savesWhatIsLeftOfATruncatedFile() throws Exception {
        filled(4);
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2 / PAGE * PAGE + 100);
        Files.write(file, half);
        StoreOpening.Repaired repaired = opened(folder, StoreOpening.Repaired.class);
        assertThat(repaired.kept()).hasBinaryContent(half);
        try (RunStore store = repaired.open()) {
            assertThat(repaired.runs()).isEqualTo(4);
            assertThat(repaired.lost()).contains("steps");
            long steps = 0;
            for (RunSummary run : store.runs()) {
                long[] count = {0};
                store.steps(run.id(), 0, step -> count[0]++);
                steps += count[0];
            }
            assertThat(steps).isBetween(700L, 4 * 1400L - 1);
        }
        Stores.ready(folder).close();
    }

    @Test
    void findsDamageInStepsWhenTheyAreReadAndRepairsAtTheNextOpening() throws Exception {
        RunId damaged = filled(3);
        overwrite(pageOfSteps(damaged));
        try (RunStore store = Stores.ready(folder)) {
            assertThat(store.runs()).hasSize(3);
            assertThatThrownBy(() -> Stores.replay(store, damaged))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.damage()).isTrue())
                    .hasMessageContaining("Start the program anew");
        }
        StoreOpening.Repaired repaired = opened(folder, StoreOpening.Repaired.class);
        try (RunStore store = repaired.open()) {
            assertThat(repaired.lost()).contains("steps");
            assertThat(store.runs()).hasSize(3);
            for (RunSummary run : store.runs()) {
                long[] steps = {0};
                store.steps(run.id(), 0, step -> steps[0]++);
                if (run.id().equals(damaged)) {
                    assertThat(steps[0]).isBetween(1400L - 2 * StepColumns.LIMIT, 1400L - 1);
                } else {
                    assertThat(steps[0]).isEqualTo(1400);
                }
                assertThat(store.evaluations(run.id())).hasSize(2);
            }
        }
        Stores.ready(folder).close();
    }

    @FaultTest
    void goesOnAfterARepairWasKilledBeforeItsLastStep() throws Exception {
        RunId id = filled(1);
        Files.move(file, folder.resolve("runs-repaired.db"));
        Files.createFile(folder.resolve("runs.damaged"));
        try (RunStore store = Stores.ready(folder)) {
            Stores.assertSame(Stores.replay(store, id), STORY.from(0));
        }
    }

    /** What stands in the way of the lock stands in the way of every write, also for the administrator. */
    @FaultTest
    void looksAtAFolderThatCannotBeWritten() throws Exception {
        RunId id = filled(2);
        Files.delete(folder.resolve("runs.lock"));
        Files.createDirectory(folder.resolve("runs.lock"));
        byte[] before = Files.readAllBytes(file);
        StoreOpening.ReadOnly opening = opened(folder, StoreOpening.ReadOnly.class);
        assertThat(opening.sentence().orElseThrow())
                .contains("looked at but not recorded")
                .contains(folder.toString());
        try (RunStore store = opening.open()) {
            assertThat(store.writable()).isFalse();
            assertThat(store.runs()).hasSize(2);
            Stores.assertSame(Stores.replay(store, id), STORY.from(0));
            assertThatThrownBy(() -> store.record(STORY.run(Optional.empty())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("can only be read");
            assertThatThrownBy(() -> store.rename(id, "x")).hasMessageContaining("can only be read");
            assertThatThrownBy(() -> store.delete(id)).hasMessageContaining("can only be read");
        }
        assertThat(file).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("runs.db", "runs.lock");
        }
    }

    @Test
    void looksAtAWriteProtectedFolder() throws Exception {
        RunId id = filled(1);
        assumeTrue(
                folder.toFile().setWritable(false) && !Files.isWritable(folder),
                "the administrator can write anything");
        try (RunStore store = opened(folder, StoreOpening.ReadOnly.class).open()) {
            Stores.assertSame(Stores.replay(store, id), STORY.from(0));
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @FaultTest
    void twoInstancesRecordIntoOneStore() throws Exception {
        Process other = ChildRecorder.start(Files.createDirectories(folder), 1);
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("Ready");
            StoreOpening.Shared shared = opened(folder, StoreOpening.Shared.class);
            assertThat(shared.sentence().orElseThrow()).contains("Another SDPoint Explorer is open");
            try (RunStore store = shared.open()) {
                ChildRecorder.go(other);
                assertThat(out.readLine()).startsWith("confirmed ");
                RunSummary theirs = store.runs().get(0);
                assertThat(theirs.progress().state()).isEqualTo(RecordedState.RUNNING);
                assertThatThrownBy(() -> store.delete(theirs.id())).hasMessageContaining("is training");
                ChildRecorder.go(other);
                RunId ours = Stores.record(store, STORY, Optional.empty());
                List<String> told = out.lines().toList();
                assertThat(told).endsWith("done");
                assertThat(other.waitFor()).isZero();
                Stores.assertSame(Stores.replay(store, ours), STORY.from(0));
                List<TrainingEvent> all = Stores.replay(store, theirs.id());
                Stores.assertSame(all, ChildRecorder.STORY.from(0));
                store.delete(theirs.id());
            }
        } finally {
            other.destroyForcibly();
        }
        Stores.ready(folder).close();
    }

    @FaultTest
    void refusesToRepairWhatAnotherInstanceHasOpen() throws Exception {
        RunId id = filled(1);
        try (RunStore first = Stores.ready(folder)) {
            Files.createFile(folder.resolve("runs.damaged"));
            assertThat(opened(folder, StoreOpening.Unusable.class).why())
                    .contains("another SDPoint Explorer has it open");
            Stores.assertSame(Stores.replay(first, id), STORY.from(0));
        }
        opened(folder, StoreOpening.Repaired.class).open().close();
    }

    private long pageOfSteps(RunId id) throws Exception {
        try (Database database = Database.open(file)) {
            byte[] packed = database.read(connection -> Database.query(
                            connection,
                            "SELECT packed FROM steps WHERE run = (SELECT id FROM run WHERE key = ?) ORDER BY first LIMIT 1",
                            row -> row.getBytes(1),
                            id.key())
                    .get(0));
            byte[] whole = Files.readAllBytes(file);
            byte[] middle = Arrays.copyOfRange(packed, packed.length / 2, packed.length / 2 + 32);
            for (int at = 0; at + middle.length < whole.length; at++) {
                if (Arrays.equals(whole, at, at + middle.length, middle, 0, middle.length)) {
                    return (long) at / PAGE * PAGE;
                }
            }
            throw new IOException("the steps are not in the file");
        }
    }

    private void overwrite(long page) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(page + 100);
            open.write(new byte[1000]);
        }
    }
}
