package dev.sdpoint.measurement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Runs measurements in processes with the Java, the class path and the options of this one, one after another. */
public final class MeasurementProcess {
    /** How Java begins to tell of an exception, package and all. */
    private static final Pattern EXCEPTION =
            Pattern.compile("\\s*(Exception in thread \"[^\"]*\"|Caused by:) ([\\w$]+\\.)*");

    private MeasurementProcess() {}

    /**
     * Runs a measurement to its end; what it prints is shown as it comes. If it fails, what it found before is kept, and a finding
     * says why.
     *
     * @throws IOException if no process can be started or its files cannot be read
     * @throws InterruptedException if the thread is interrupted; the process is ended then
     */
    public static Measurement.Outcome run(Measurement measurement) throws IOException, InterruptedException {
        Path file = Files.createTempFile("findings", ".tsv");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(measurement, file)).start();
        try {
            CompletableFuture<List<String>> errors =
                    CompletableFuture.supplyAsync(() -> lines(process.errorReader(), System.err));
            List<String> printed = lines(process.inputReader(), System.out);
            int code = process.waitFor();
            List<Finding> findings = new ArrayList<>(Findings.read(file));
            if (code != 0) {
                findings.add(Finding.failed(measurement.name(), reason(code, errors.join())));
            } else if (findings.isEmpty()) {
                findings.add(Finding.reported(measurement.name(), "see its table"));
            }
            return new Measurement.Outcome(measurement, findings, printed, (System.nanoTime() - start) / 1e9);
        } finally {
            process.destroyForcibly();
            Files.delete(file);
        }
    }

    private static List<String> command(Measurement measurement, Path findings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(measurement.options());
        command.addAll(List.of("-D" + Findings.FILE + "=" + findings, "-cp", System.getProperty("java.class.path")));
        command.add(measurement.main());
        command.addAll(measurement.arguments());
        return command;
    }

    private static List<String> lines(BufferedReader reader, PrintStream shown) {
        return reader.lines().peek(shown::println).toList();
    }

    /** What caused the exception that ended it, as the last line of a stack trace says, or its last words. */
    private static String reason(int code, List<String> errors) {
        String last = errors.stream()
                .filter(line -> EXCEPTION.matcher(line).lookingAt())
                .reduce((earlier, later) -> later)
                .or(() -> errors.stream().filter(line -> !line.isBlank()).reduce((earlier, later) -> later))
                .orElse("it said nothing");
        return "exit code " + code + ": " + EXCEPTION.matcher(last).replaceFirst("");
    }

    /** Parts of a list of measurements that are asked for by the beginning of their names; all if none is. */
    public static List<Measurement> chosen(List<Measurement> all, String... beginnings) {
        List<Measurement> chosen = all.stream()
                .filter(measurement -> beginnings.length == 0
                        || Arrays.stream(beginnings)
                                .anyMatch(beginning -> measurement.name().startsWith(beginning)))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no measurement begins with " + String.join(" or ", beginnings)
                    + "; there are "
                    + String.join(", ", all.stream().map(Measurement::name).toList()));
        }
        return chosen;
    }
}
