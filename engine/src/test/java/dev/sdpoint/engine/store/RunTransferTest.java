package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs as single files. */
@Timeout(60)
class RunTransferTest {
    private static final Story STORY = new Story(2, 800, 9);

    @TempDir
    Path place;

    private RunStore here;
    private RunStore there;
    private Path file;
    private Path checkpoint;

    RunTransferTest() {
        file = Path.of("set below");
        checkpoint = file;
    }

    @BeforeEach
    void open() {
        here = Stores.ready(place.resolve("here"));
        there = Stores.ready(place.resolve("there"));
        file = place.resolve("a run.sdprun");
        checkpoint = place.resolve("here/run.sdp.checkpoint");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private RunId exported() throws Exception {
        RunId id = Stores.record(
                here, STORY, Optional.of(checkpoint), STORY.from(0).subList(0, 1000));
        here.rename(id, "Taken along");
        here.setNote(id, "from the other machine");
        here.setTags(id, List.of("a", "b"));
        Files.writeString(checkpoint, "the state of iteration 800");
        here.export(id, file);
        return id;
    }

    @Test
    void aRunArrivesWithEverything() throws Exception {
        RunId id = exported();
        assertThat(there.importRun(file)).isEqualTo(id);
        Stores.assertSame(Stores.replay(there, id), Stores.replay(here, id));
        assertThat(there.recipe(id)).isEqualTo(STORY.recipe());
        assertThat(there.history(id)).isEqualTo(here.history(id));
        assertThat(there.evaluations(id)).isEqualTo(here.evaluations(id));
        RunSummary before = here.run(id).orElseThrow();
        RunSummary after = there.run(id).orElseThrow();
        assertThat(after.label()).isEqualTo(before.label());
        assertThat(after.origin()).isEqualTo(before.origin());
        assertThat(after.progress()).isEqualTo(before.progress());
        assertThat(after.result()).isEqualTo(before.result());
        assertThat(after.progress().state()).isEqualTo(RecordedState.INTERRUPTED);
    }

    @Test
    void itsCheckpointGetsAFolderFromWhichItCanGoOn() throws Exception {
        RunId id = exported();
        there.importRun(file);
        Path arrived = there.checkpoint(id).orElseThrow();
        assertThat(arrived).hasContent("the state of iteration 800");
        RunFolder run = RunFolder.newestFirst(there.folder()).get(0);
        assertThat(run.checkpoint()).isEqualTo(arrived);
        assertThat(run.recipe()).contains(STORY.recipe());
        assertThat(Stores.record(there, STORY, Optional.of(arrived), STORY.from(800)))
                .isEqualTo(id);
        assertThat(there.run(id).orElseThrow().progress().state()).isEqualTo(RecordedState.FINISHED);
        List<Long> steps = new ArrayList<>();
        there.steps(id, 0, step -> steps.add(step.iteration()));
        assertThat(steps).as("those after the checkpoint once").hasSize(1600).doesNotHaveDuplicates();
    }

    @Test
    void aRunThatIsThereAlreadyIsTakenInOnceMore() throws Exception {
        RunId id = exported();
        RunId copy = here.importRun(file);
        assertThat(copy).isNotEqualTo(id);
        assertThat(here.runs()).hasSize(2);
        Stores.assertSame(Stores.replay(here, copy), Stores.replay(here, id));
        assertThat(here.checkpoint(copy)).isPresent().isNotEqualTo(here.checkpoint(id));
    }

    /** A date in the zip means nothing; whatever means something is guarded. */
    @Test
    void noDamagedFileGivesAnotherRun() throws Exception {
        RunId id = exported();
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 60)) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x40;
            Files.write(file, changed);
            try {
                RunId arrived = there.importRun(file);
                Stores.assertSame(Stores.replay(there, arrived), Stores.replay(here, id));
                there.delete(arrived);
                assertThat(there.purge(Instant.now().plusSeconds(60))).isOne();
            } catch (StoreException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        refuses();
        Files.delete(file);
        refuses();
    }

    /** Files whose seal is right, made by somebody else. */
    @Test
    void whatMakesNoSenseIsRefusedAndLeavesNothing() throws Exception {
        exported();
        Map<String, byte[]> good = SealedZip.read(file, RunExport.KIND, RunExport.VERSION);
        String document = new String(good.get(RunExport.DOCUMENT), StandardCharsets.UTF_8);
        for (String[] change : new String[][] {
            {"\"key\" : \"", "\"key\" : \"../../"},
            {"epochs: 2", "epochs: 0"},
            {"seed: 9", "seed: 9\\nmixup: 0.2"},
            {"\"state\" : \"RUNNING\"", "\"state\" : \"DANCING\""},
            {"\"kind\" : \"Started\"", "\"kind\" : \"Begun\""},
            {"\"ratio\" : 0.5", "\"ratio\" : 50"},
            {"\"images\" : 1000", "\"images\" : 0"},
            {"\"name\"", "\"title\""},
            {"\"note\" : \"from the other machine\"", "\"note\" : null"},
        }) {
            assertThat(document).contains(change[0]);
            Map<String, byte[]> bad = new LinkedHashMap<>(good);
            bad.put(RunExport.DOCUMENT, document.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8));
            SealedZip.write(file, RunExport.KIND, RunExport.VERSION, bad);
            refuses();
        }
        Map<String, byte[]> bad = new LinkedHashMap<>(good);
        bad.put(RunExport.STEPS, Arrays.copyOf(good.get(RunExport.STEPS), 1000));
        SealedZip.write(file, RunExport.KIND, RunExport.VERSION, bad);
        refuses();
        SealedZip.write(file, RunExport.KIND, RunExport.VERSION + 1, good);
        refuses();
    }

    private void refuses() throws Exception {
        assertThatThrownBy(() -> there.importRun(file))
                .isInstanceOf(StoreException.class)
                .hasMessageMatching("(?s).*(Choose|Update|Copy|Export|Check|Delete|anew).*");
        assertThat(there.runs()).isEmpty();
        assertThat(RunFolder.newestFirst(there.folder())).isEmpty();
    }

    private void trainTo800(Recording recording) throws IOException {
        for (long i = 701; i <= 800; i++) {
            recording.accept(STORY.step(i));
        }
        recording.flush();
        Path draft = Files.writeString(place.resolve("draft"), "of iteration 800");
        Files.move(draft, checkpoint, StandardCopyOption.ATOMIC_MOVE);
    }

    /** It trains 100 steps and writes a checkpoint before the one of iteration 700 can be read. */
    @Test
    void aRunThatTrainsWhileItIsExportedLacksNoStepBeforeItsCheckpoint() throws Exception {
        try (Recording recording = here.record(STORY.run(Optional.of(checkpoint)))) {
            STORY.from(0).subList(0, 701).forEach(recording);
            recording.flush();
            Files.writeString(checkpoint, "of iteration 700");
            AtomicBoolean trained = new AtomicBoolean();
            new RunExport(here, recording.run().orElseThrow(), checkpoint -> {
                        if (!trained.getAndSet(true)) {
                            trainTo800(recording);
                        }
                        return Files.readAllBytes(checkpoint);
                    })
                    .write(file);
        }
        RunId id = there.importRun(file);
        assertThat(there.checkpoint(id).orElseThrow()).hasContent("of iteration 800");
        List<Long> steps = new ArrayList<>();
        there.steps(id, 0, step -> steps.add(step.iteration()));
        assertThat(steps).hasSize(800);
    }

    /** The checkpoint of a finished run is the one of its end. */
    @Test
    void aRunThatEndsWhileItIsExportedGetsItsLastCheckpoint() throws Exception {
        RunId id;
        try (Recording recording = here.record(STORY.run(Optional.of(checkpoint)))) {
            STORY.from(0).subList(0, 701).forEach(recording);
            recording.flush();
            id = recording.run().orElseThrow();
            Files.writeString(checkpoint, "of iteration 700");
            AtomicBoolean ended = new AtomicBoolean();
            RunExport export = new RunExport(here, id, checkpoint -> {
                byte[] bytes = Files.readAllBytes(checkpoint);
                if (!ended.getAndSet(true)) {
                    trainTo800(recording);
                    recording.accept(new TrainingEvent.Stopped(800));
                    recording.close();
                }
                return bytes;
            });
            export.write(file);
        }
        there.importRun(file);
        assertThat(there.checkpoint(id).orElseThrow()).hasContent("of iteration 800");
        assertThat(there.run(id).orElseThrow().progress().state()).isEqualTo(RecordedState.STOPPED);
    }

    @FaultTest
    void anExportThatCannotBeWrittenLeavesTheOldFile() throws Exception {
        RunId id = exported();
        Path below = file.resolve("below a file.sdprun");
        assertThatThrownBy(() -> here.export(id, below))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Could not write");
        assertThat(there.importRun(file)).isEqualTo(id);
    }
}
