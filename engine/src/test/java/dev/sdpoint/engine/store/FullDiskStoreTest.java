package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that has no room says so, keeps what was confirmed, and takes down the rest when there is room. */
@Timeout(600)
final class FullDiskStoreTest {
    private static final String FULL = "The disk is full: the run store could not be written. Free some space.";

    @TempDir
    Path folder;

    /** A bound on the pages of the database stands for a full disk. */
    @FaultTest
    void recordsTheRestWhenThereIsRoom(FaultSeed seed) throws Exception {
        Story story = new Story(3, 700, 21 + seed.repetition());
        StoreFiles files = StoreFiles.in(folder);
        Database writing = Database.open(files.database());
        Schema.migrate(writing);
        RunStore store = new RunStore(files, Database.open(files.database()), Optional.of(writing), Optional.empty());
        try (store) {
            RunId id = recordOnAFullDisk(store, story, seed, new Room() {
                @Override
                public void end() throws Exception {
                    int pages = Integer.parseInt(writing.pragma("PRAGMA page_count"));
                    String unused = writing.pragma("PRAGMA max_page_count = " + (pages + 1));
                }

                @Override
                public void begin() throws Exception {
                    String unused = writing.pragma("PRAGMA max_page_count = 1000000");
                }
            });
            Stores.assertSame(Stores.replay(store, id), story.from(0));
        }
        assertSound(folder);
    }

    @FaultTest
    void recordsTheRestWhenARealDiskHasRoom(FaultSeed seed) throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.at(folder, 8L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        Story story = new Story(3, 700, 21 + seed.repetition());
        try (SmallDisk disk = mounted.get()) {
            try (RunStore store = Stores.ready(folder)) {
                RunId id = recordOnAFullDisk(store, story, seed, new Room() {
                    @Override
                    public void end() throws Exception {
                        disk.fill(0);
                    }

                    @Override
                    public void begin() throws Exception {
                        disk.free();
                    }
                });
                Stores.assertSame(Stores.replay(store, id), story.from(0));
                disk.fill(0);
                String much = "much ".repeat(19_000);
                assertThatThrownBy(() -> store.setNote(id, much))
                        .isInstanceOf(StoreException.class)
                        .hasMessage(FULL);
                disk.free();
                store.setNote(id, much);
                assertThat(store.run(id).orElseThrow().label().note()).isEqualTo(much);
            }
            assertSound(folder);
        }
    }

    @FaultTest
    void opensOnADiskWithoutRoomOrRightAndLaterAsEver(FaultSeed seed) throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.at(folder, 8L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        Story story = new Story(2, 40, 21 + seed.repetition());
        try (SmallDisk disk = mounted.get()) {
            disk.fill(0);
            StoreOpening none = RunStores.open(folder);
            assertThat(none.store()).isEmpty();
            assertSentence(none.sentence().orElseThrow());
            assertThat(none.sentence().orElseThrow()).contains("free", "are not recorded");
            disk.free();
            RunId id;
            try (RunStore store = Stores.ready(folder)) {
                id = Stores.record(store, story, Optional.empty());
            }
            disk.protect(true);
            StoreOpening readOnly = RunStores.open(folder);
            try (RunStore store = readOnly.store().orElseThrow()) {
                assertThat(readOnly).isInstanceOf(StoreOpening.ReadOnly.class);
                assertSentence(readOnly.sentence().orElseThrow());
                assertThat(Stores.replay(store, id)).isEqualTo(story.from(0));
                assertThatThrownBy(() -> store.rename(id, "other")).isInstanceOf(StoreException.class);
            }
            disk.protect(false);
            disk.fill(0);
            StoreOpening full = RunStores.open(folder);
            full.store().ifPresent(RunStore::close);
            full.sentence().ifPresent(FullDiskStoreTest::assertSentence);
            disk.free();
            try (RunStore store = Stores.ready(folder)) {
                assertThat(Stores.replay(store, id)).isEqualTo(story.from(0));
            }
        }
    }

    private interface Room {
        void end() throws Exception;

        void begin() throws Exception;
    }

    private static RunId recordOnAFullDisk(RunStore store, Story story, FaultSeed seed, Room room) throws Exception {
        List<TrainingEvent> all = story.from(0);
        int some = 1 + seed.random().nextInt(all.size() / 3);
        try (Recording recording = store.record(story.run(Optional.empty()))) {
            all.subList(0, some).forEach(recording);
            recording.flush();
            assertThat(recording.problem()).isEmpty();
            RunId id = recording.run().orElseThrow();
            room.end();
            all.subList(some, all.size() - 1).forEach(recording);
            recording.flush();
            assertThat(recording.problem()).contains(FULL);
            long kept = store.run(id).orElseThrow().progress().iteration();
            assertThat(kept).isGreaterThanOrEqualTo(all.get(some - 1).iteration());
            room.begin();
            recording.accept(all.get(all.size() - 1));
            recording.flush();
            assertThat(recording.problem()).isEmpty();
            return id;
        }
    }

    private static void assertSentence(String sentence) {
        assertThat(sentence).doesNotContain("\n").doesNotContain("Exception").endsWith(".");
    }

    private static void assertSound(Path folder) throws Exception {
        assertThat(Files.exists(folder.resolve("runs.damaged"))).isFalse();
        try (Database database = Database.open(folder.resolve("runs.db"))) {
            assertThat(database.pragma("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }
}
