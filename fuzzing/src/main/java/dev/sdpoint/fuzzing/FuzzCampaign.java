package dev.sdpoint.fuzzing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fuzzes targets one after another with Jazzer, each in a process of its own, since libFuzzer has one for a process. Inputs that widen
 * what is reached stay in a folder and are where the next campaign starts; so do those that break a promise, and then the program ends
 * with an error.
 *
 * <p>Arguments: seconds for a target, the folder for what stays, and then the classes of the targets, perhaps with {@code only=NAME,NAME} before them, which
 * means all if no name follows.
 */
public final class FuzzCampaign {
    /** What Jazzer watches the branches of: our readers, and the libraries that do the reading. */
    private static final String WATCHED = String.join(
            ":",
            "dev.sdpoint.**",
            "com.fasterxml.jackson.**",
            "org.apache.commons.compress.**",
            "com.twelvemonkeys.**");

    private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+).*");
    private static final String ONLY = "only=";

    private final int seconds;
    private final Path place;

    private FuzzCampaign(int seconds, Path place) {
        this.seconds = seconds;
        this.place = place;
    }

    /** Prints a line for every target. */
    public static void main(String[] arguments) throws Exception {
        FuzzCampaign campaign = new FuzzCampaign(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        List<String> classes = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
        List<String> only = List.of();
        if (!classes.isEmpty() && classes.get(0).startsWith(ONLY)) {
            String names = classes.remove(0).substring(ONLY.length());
            only = names.isEmpty() ? List.of() : List.of(names.split(",", -1));
        }
        int findings = 0;
        for (String name : classes) {
            FuzzTarget target = JazzerEntry.target(name);
            if (only.isEmpty() || only.contains(target.name())) {
                findings += campaign.run(target) ? 0 : 1;
            }
        }
        if (findings > 0) {
            System.err.println(findings + " targets broke a promise; the inputs lie in " + campaign.place
                    + ". Mend the reader and keep them in src/test/resources/fuzz.");
            System.exit(1);
        }
    }

    /** Whether all promises were kept. */
    private boolean run(FuzzTarget target) throws Exception {
        Path folder = place.resolve(target.name());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        write(target, seeds);
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(target, folder, corpus, seeds))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int code = process.waitFor();
            System.out.printf(
                    Locale.ROOT, "%s: %s, %s%n", target.name(), reached(log), code == 0 ? "no finding" : "see " + log);
            return code == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(FuzzTarget target, Path folder) throws Exception {
        int count = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(folder.resolve("seed-" + count++), seed);
        }
        for (Map.Entry<String, byte[]> kept : KeptInputs.of(target).entrySet()) {
            Files.write(folder.resolve(kept.getKey()), kept.getValue());
        }
    }

    private List<String> command(FuzzTarget target, Path folder, Path corpus, Path seeds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss2m",
                "-Djava.awt.headless=true",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + target.getClass().getName(),
                "--instrumentation_includes=" + WATCHED,
                "--reproducer_path=" + folder.toAbsolutePath(),
                "-max_total_time=" + seconds,
                "-timeout=60",
                "-rss_limit_mb=4096",
                "-artifact_prefix=" + folder.toAbsolutePath() + File.separator,
                "-print_final_stats=1",
                corpus.toAbsolutePath().toString(),
                seeds.toAbsolutePath().toString());
    }

    /** The process has another working directory. */
    private static String absolute(String classPath) {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    /** How many inputs were read and how many branches they reached. */
    private static String reached(Path log) throws IOException {
        String last = "nothing was read";
        for (String line : Files.readAllLines(log)) {
            Matcher done = DONE.matcher(line);
            if (done.matches()) {
                last = done.group(1) + " inputs, " + done.group(2) + " branches";
            }
        }
        return last;
    }
}
