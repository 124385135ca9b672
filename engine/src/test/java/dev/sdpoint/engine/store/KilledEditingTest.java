package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process in which a person writes on runs, takes some in, gives some out, deletes some and brings them back is killed without notice. */
@Timeout(600)
final class KilledEditingTest {
    private static final int KILLS = 3;
    private static final Story STORY = new Story(2, 300, 4);

    @TempDir
    Path folder;

    /** Does one thing after the other, and tells what is done. */
    static final class Editor {
        private Editor() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            try (RunStore store =
                    RunStores.open(folder.resolve("store")).store().orElseThrow()) {
                RunId id = new RunId(args[1]);
                for (int i = Integer.parseInt(args[2]) + 1; ; i++) {
                    store.setNote(id, "note " + i);
                    store.setTags(id, List.of("tag " + i));
                    store.export(id, folder.resolve("out.sdprun"));
                    RunId taken = store.importRun(folder.resolve("in.sdprun"));
                    store.rename(taken, "taken " + i);
                    store.delete(taken);
                    store.undelete(taken);
                    System.out.println(i);
                }
            }
        }
    }

    @FaultTest
    void whatWasConfirmedIsThere(FaultSeed seed) throws Exception {
        Random random = seed.random();
        Path place = folder.resolve("store");
        RunId id;
        try (RunStore store = Stores.ready(place)) {
            Path checkpoint = Files.write(folder.resolve("run.checkpoint"), new byte[50_000]);
            id = Stores.record(store, STORY, Optional.of(checkpoint));
            store.export(id, folder.resolve("in.sdprun"));
        }
        int confirmed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child =
                    ChildJvm.of(Editor.class, folder, id.key(), confirmed).start(folder.resolve("errors"))) {
                assertThat(child.next()).as(child.errors()).isPresent();
                Thread.sleep(random.nextInt(150));
                child.kill();
                int unused = child.end();
                List<String> told = child.told();
                confirmed = Integer.parseInt(told.get(told.size() - 1));
            }
            check(place, id, confirmed);
        }
    }

    private void check(Path place, RunId id, int confirmed) throws Exception {
        try (RunStore store = Stores.ready(place)) {
            RunSummary run = store.run(id).orElseThrow();
            assertThat(run.label().note()).isIn("note " + confirmed, "note " + (confirmed + 1));
            assertThat(run.label().tags()).hasSize(1);
            for (RunSummary deleted : store.deletedRuns()) {
                store.undelete(deleted.id());
            }
            List<RunSummary> all = store.runs();
            for (int i = 1; i <= confirmed; i++) {
                String name = "taken " + i;
                assertThat(all).anyMatch(other -> other.label().name().equals(name));
            }
            for (RunSummary other : all) {
                assertThat(Stores.replay(store, other.id())).hasSameSizeAs(STORY.from(0));
            }
            RunId again = store.importRun(folder.resolve("out.sdprun"));
            assertThat(Files.size(store.checkpoint(again).orElseThrow())).isEqualTo(50_000);
            store.delete(again);
        }
        try (Database database = Database.open(place.resolve("runs.db"))) {
            assertThat(database.pragma("PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(database.pragma("PRAGMA foreign_key_check")).isEmpty();
        }
        try (Stream<Path> files = Files.walk(place)) {
            assertThat(files.filter(file -> file.toString().endsWith(".checkpoint")))
                    .allSatisfy(file -> assertThat(Files.size(file)).isEqualTo(50_000));
        }
    }
}
