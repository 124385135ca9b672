package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real network, trained in processes that are killed without notice (SIGKILL) and taken up again. */
@Timeout(1200)
class KilledRunTest {
    private static final int RUNS = 2;
    private static final int KILLS_A_RUN = 5;
    private static final int CHECKPOINT_MILLIS = 100;

    @TempDir
    Path folder;

    private Random random = new Random(0);
    private final List<String> story = new ArrayList<>();
    private Path images = Path.of("set below");
    private Optional<Process> next = Optional.empty();
    private final Set<Path> halves = new HashSet<>();
    private int kills;

    @BeforeEach
    void writeImages() throws Exception {
        images = folder.resolve("images");
        ChildRun.writeImages(images);
    }

    @AfterEach
    void endTheWaitingProcess() {
        next.ifPresent(Process::destroyForcibly);
    }

    /** When a process is killed. */
    private enum Moment {
        /** While it loads its checkpoint, learns, writes a checkpoint or evaluates. */
        ANY,
        /** As soon as it has begun to write a checkpoint. */
        CHECKPOINT,
        /** While it calibrates and evaluates the finished network. */
        END,
        /** As soon as it has begun to write the model. */
        MODEL
    }

    @FaultTest
    void killedAtAnyMomentItEndsWithTheSameBits(FaultSeed seed) throws Exception {
        random = seed.random();
        Map<String, String> undisturbed = undisturbed();
        for (int run = 0; run < RUNS; run++) {
            Path place = Files.createDirectory(folder.resolve("run " + run));
            for (Moment moment : moments(run)) {
                session(place, moment);
            }
            Session last = new Session(take(), place);
            last.readToTheEnd();
            assertThat(last.told).endsWith("done");
            assertThat(bits(ModelFiles.read(ChildRun.model(place)))).isEqualTo(undisturbed);
            assertThat(names(place)).containsExactly("run.sdp");
        }
        System.out.println(seed + ", " + kills + " kills, " + halves.size() + " files left half written: " + story);
        assertThat(kills).isGreaterThanOrEqualTo(RUNS * KILLS_A_RUN);
    }

    /** Five moments by chance, and two that chance rarely meets. */
    private static List<Moment> moments(int run) {
        List<Moment> moments = new ArrayList<>(Collections.nCopies(KILLS_A_RUN, Moment.ANY));
        moments.add(run, Moment.CHECKPOINT);
        moments.add(run % 2 == 0 ? Moment.END : Moment.MODEL);
        return moments;
    }

    /** Bits of a run that nothing disturbs, in this process. */
    private Map<String, String> undisturbed() throws Exception {
        TrainingResult result = new Trainer(new Dl4jCompute())
                .run(ChildRun.recipe(), ChildRun.images(images), new RunControl(), event -> {}, Optional.empty());
        return bits(((TrainingResult.Completed) result).model());
    }

    /** One process, killed. */
    private void session(Path run, Moment moment) throws Exception {
        long from = checkpointIteration(run);
        Session session = new Session(take(), run);
        session.killAt(moment);
        session.told.stream()
                .filter(line -> line.startsWith("Started"))
                .forEach(line -> assertThat(line).isEqualTo("Started " + Math.max(0, from)));
        kills += session.told.contains("done") ? 0 : 1;
        boolean half = halves.addAll(session.newDrafts());
        story.add(moment + " at " + session.last() + (half ? ", writing" : ""));
        checkpointIteration(run);
        if (Files.exists(ChildRun.model(run))) {
            ModelFiles.read(ChildRun.model(run));
        }
    }

    /** The process that waits; the one after it loads its libraries meanwhile. */
    private Process take() throws IOException {
        Process now = next.isPresent() ? next.get() : ChildRun.start(images, CHECKPOINT_MILLIS);
        next = Optional.of(ChildRun.start(images, CHECKPOINT_MILLIS));
        return now;
    }

    /** The checkpoint's iteration; −1 if there is none; fails if it or the one before it cannot be read. */
    private static long checkpointIteration(Path run) throws Exception {
        Path file = ChildRun.checkpoint(run);
        iteration(run.resolve(file.getFileName() + ".previous"));
        return iteration(file);
    }

    private static long iteration(Path checkpoint) throws Exception {
        if (!Files.exists(checkpoint)) {
            return -1;
        }
        try {
            return Checkpoint.read(checkpoint, ChildRun.recipe().network().plan())
                    .iteration();
        } catch (TrainingException e) {
            if (Files.exists(checkpoint)) {
                throw e;
            }
            return -1; // removed since
        }
    }

    private static Set<Path> drafts(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(".part")).collect(Collectors.toSet());
        }
    }

    private static List<String> names(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    static Map<String, String> bits(SdpModel model) {
        Map<String, String> bits = new TreeMap<>();
        model.weights().arrays().forEach((name, values) -> bits.put(name, Arrays.toString(values)));
        model.space()
                .instances()
                .forEach(instance -> model.bank()
                        .all(instance)
                        .forEach((layer, statistics) -> bits.put(
                                layer + " under " + instance.label(),
                                Arrays.toString(statistics.mean()) + Arrays.toString(statistics.variance()))));
        return bits;
    }

    /** A process under way. */
    private final class Session {
        final List<String> told = new ArrayList<>();
        final Process process;
        final BufferedReader out;
        final Path run;
        final Set<Path> draftsBefore;

        Session(Process process, Path run) throws IOException {
            this.process = process;
            this.run = run;
            this.out = process.inputReader();
            this.draftsBefore = drafts(run);
            assertThat(out.readLine()).isEqualTo("ready");
            Writer in = process.outputWriter();
            in.write(run + "\n");
            in.flush();
        }

        String last() {
            return told.isEmpty() ? "the start" : told.get(told.size() - 1);
        }

        void killAt(Moment moment) throws Exception {
            switch (moment) {
                case ANY -> {
                    waitForIterations(random.nextInt(6));
                    read(random.nextInt(told.isEmpty() ? 500 : 150));
                }
                case CHECKPOINT -> {
                    waitForIterations(random.nextInt(4));
                    waitForDraft();
                }
                case END -> {
                    waitFor("CheckpointWritten " + ChildRun.ITERATIONS);
                    read(random.nextInt(400));
                }
                case MODEL -> {
                    waitFor("Finished " + ChildRun.ITERATIONS);
                    waitForDraft();
                }
            }
            process.toHandle().destroyForcibly(); // SIGKILL; what it told before stays readable
            readToTheEnd();
        }

        Set<Path> newDrafts() throws IOException {
            Set<Path> fresh = new HashSet<>(drafts(run));
            fresh.removeAll(draftsBefore);
            return fresh;
        }

        /** Reads the checkpoints again and again for a while, as anybody may. */
        private void read(int millis) throws Exception {
            long end = System.nanoTime() + millis * 1_000_000L;
            while (System.nanoTime() < end) {
                checkpointIteration(run);
                Thread.sleep(5);
            }
        }

        private void waitForDraft() throws IOException {
            while (process.isAlive() && newDrafts().isEmpty()) {
                Thread.onSpinWait();
            }
        }

        private void waitForIterations(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                waitFor("IterationDone");
            }
        }

        private void waitFor(String event) throws IOException {
            String line;
            while ((line = out.readLine()) != null) {
                told.add(line);
                if (line.startsWith(event)) {
                    return;
                }
            }
        }

        void readToTheEnd() throws Exception {
            waitFor("the end");
            process.waitFor();
        }
    }
}
