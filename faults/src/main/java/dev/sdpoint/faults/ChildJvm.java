package dev.sdpoint.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A main class in a process of its own, with the class path of the tests, that tells what it does line by line, hears lines, and can be
 * killed without notice. For one thread; closing kills it if it still runs, and so do eight minutes.
 */
public final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    /** After which it is killed: reading what it tells would wait for ever for one that hangs. */
    private static final long LIFE_SECONDS = 500;

    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final List<String> told = new ArrayList<>();

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(LIFE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        this.errors = errors;
    }

    /** Says how to start one. */
    public static Start of(Class<?> main, Object... arguments) {
        return new Start(main, arguments);
    }

    /** How a process is started: by default quickly, with 256 MB of heap. */
    public static final class Start {
        private final Class<?> main;
        private final Object[] arguments;
        private final List<String> options = new ArrayList<>();
        private String heap = "256m";

        private Start(Class<?> main, Object... arguments) {
            this.main = main;
            this.arguments = arguments.clone();
        }

        /** Size of the heap, such as {@code 512m}. */
        public Start heap(String size) {
            heap = size;
            return this;
        }

        /** More options for its Java. */
        public Start options(String... more) {
            options.addAll(List.of(more));
            return this;
        }

        /**
         * Starts it.
         *
         * @param errors takes what it writes on standard error; its folder must be there
         */
        public ChildJvm start(Path errors) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-XX:TieredStopAtLevel=1"); // starts sooner; Java's arithmetic is the same at every level
            command.add("-XX:+UseSerialGC");
            command.add("-XX:-UsePerfData");
            command.add("-Xmx" + heap);
            Optional.ofNullable(System.getProperty("javacpp.platform.extension"))
                    .ifPresent(extension -> command.add("-Djavacpp.platform.extension=" + extension));
            command.addAll(options);
            command.add("-cp");
            command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            command.add(main.getName());
            for (Object argument : arguments) {
                command.add(String.valueOf(argument));
            }
            return new ChildJvm(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(new File(errors.toString())))
                            .start(),
                    errors);
        }
    }

    /** The next line that it tells; empty when it has ended. */
    public Optional<String> next() throws IOException {
        Optional<String> line = Optional.ofNullable(out.readLine());
        line.ifPresent(told::add);
        return line;
    }

    /**
     * Reads on until it tells a line that begins so.
     *
     * @return whether it did before its end
     */
    public boolean await(String beginning) throws IOException {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (line.get().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** What it has told so far, as far as it was read. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** Tells it a line. */
    public void say(Object line) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Kills it as the system does it (SIGKILL where there are signals); what it told before can be read still. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end, as Ctrl+C does (SIGTERM where there are signals). */
    public void terminate() {
        process.toHandle().destroy();
    }

    /**
     * Reads to its end.
     *
     * @return its exit code
     */
    public int end() throws IOException, InterruptedException {
        boolean never = await("\u0000");
        if (never || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the process does not end");
        }
        return process.exitValue();
    }

    /** What it wrote on standard error. */
    public String errors() throws IOException {
        return Files.exists(errors) ? Files.readString(errors) : "";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
