package dev.sdpoint.engine.download;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An installation in a process of its own, which is killed without notice at a chosen place. */
final class KilledInstall {
    private KilledInstall() {}

    /**
     * Starts it, waits until it says a line that begins so, and kills it with SIGKILL.
     *
     * @param archive where the small archive is served
     */
    static void leaveIn(Path folder, URI archive, String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledInstall.class.getName(),
                        folder.toString(),
                        archive.toString()))
                .redirectError(new File(folder + ".errors"))
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String said = told.readLine(); said != null; said = told.readLine()) {
                if (said.startsWith(line)) {
                    process.destroyForcibly();
                    process.waitFor();
                    return;
                }
            }
        }
        throw new IOException("the process ended by itself with " + process.waitFor() + ": "
                + Files.readString(Path.of(folder + ".errors")));
    }

    /** Slow enough at every step to be killed there. */
    public static void main(String[] arguments) throws Exception {
        DataArchive archive = SmallArchive.at(URI.create(arguments[1]));
        InstallWatcher telling = new InstallWatcher() {
            @Override
            public void at(InstallProgress progress) {
                System.out.println(progress.stage() + " " + progress.done());
                System.out.flush();
                if (progress.stage() == InstallProgress.Stage.UNPACKING) {
                    try {
                        Thread.sleep(20_000); // in the midst of a file
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        };
        new DataLibrary(Path.of(arguments[0])).install(archive, Source.official(archive), telling);
        System.out.println("DONE");
    }
}
