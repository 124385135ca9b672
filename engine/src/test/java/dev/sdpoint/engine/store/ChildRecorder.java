package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An instance of the program in a process of its own, which records a run from its checkpoint on and tells what is confirmed. Its
 * checkpoint is a file with the number of iterations.
 */
final class ChildRecorder {
    static final Story STORY = new Story(100, 100, 21);
    private static final int FLUSH_EVERY = 37;

    private ChildRecorder() {}

    static Path checkpoint(Path folder) {
        return folder.resolve("child.checkpoint");
    }

    static long iteration(Path folder) throws IOException {
        Path file = checkpoint(folder);
        return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    }

    /**
     * Starts the process; it records once it is told to.
     *
     * @param most confirmations after which it waits to be told once more, lest it be done before a busy machine comes to look at it or to kill it
     */
    static Process start(Path folder, int most) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildRecorder.class.getName(),
                folder.toString(),
                String.valueOf(most)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void go(Process process) throws IOException {
        Writer in = process.outputWriter();
        in.write("go\n");
        in.flush();
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int most = Integer.parseInt(args[1]);
        StoreOpening opening = RunStores.open(folder);
        System.out.println(opening.getClass().getSimpleName());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (in.readLine() == null) {
            return;
        }
        try (RunStore store = opening.store().orElseThrow();
                Recording recording = store.record(STORY.run(Optional.of(checkpoint(folder))))) {
            int told = 0;
            for (TrainingEvent event : STORY.from(iteration(folder))) {
                if (event instanceof TrainingEvent.CheckpointWritten) {
                    long due = System.nanoTime();
                    recording.accept(new TrainingEvent.CheckpointDue(event.iteration()));
                    if (System.nanoTime() - due >= TimeUnit.SECONDS.toNanos(1)) {
                        recording.flush(); // the disk is slower than a run waits for it
                    }
                    Path draft = folder.resolve("child.draft");
                    Files.writeString(draft, String.valueOf(event.iteration()));
                    Files.move(draft, checkpoint(folder), StandardCopyOption.ATOMIC_MOVE);
                }
                recording.accept(event);
                if (++told % FLUSH_EVERY == 0) {
                    recording.flush();
                    System.out.println(recording.problem().orElse("confirmed " + event.iteration()));
                    if (told / FLUSH_EVERY == most) {
                        String unused = in.readLine();
                    }
                }
            }
        }
        System.out.println("done");
    }
}
