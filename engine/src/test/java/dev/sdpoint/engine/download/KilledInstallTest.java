package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while a data set comes: nothing half-written is taken for installed, and nothing that came is lost. */
@Timeout(180)
final class KilledInstallTest {
    private static final int SENT = 250_000;

    @TempDir
    private Path parent;

    @FaultTest
    void goesOnAfterBeingKilledInTheMidstOfTheDownload() throws Exception {
        try (LyingServer server = new LyingServer((request, out) -> {
            LyingServer.send(
                    request, out, SmallArchive.BYTES, "\"t\"", request.number() == 1 ? SENT : Integer.MAX_VALUE);
            if (request.number() == 1) {
                Path part = parent.resolve("data/.tiny.tar.gz.part");
                for (int i = 0; part.toFile().length() < SENT && i < 4_000; i++) { // killed early, it never has all
                    Thread.sleep(5);
                }
                out.write(SmallArchive.BYTES, SENT, 10); // so that the other process tells once more
                out.flush();
                Thread.sleep(100_000);
            }
        })) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            Path folder = parent.resolve("data");
            KilledInstall.leaveIn(folder, archive.address(), "DOWNLOADING");
            DataLibrary library = new DataLibrary(folder);
            assertThat(library.look(archive)).isInstanceOf(Holding.Begun.class);
            long kept = Files.size(folder.resolve(".tiny.tar.gz.part"));
            assertThat(kept).isPositive();
            library.install(archive, Source.official(archive), InstallWatcher.NONE);
            assertThat(server.requests().get(1).offset()).isEqualTo((int) kept);
            assertThat(server.requests().get(1).headers()).containsEntry("if-range", "\"t\"");
            assertWhole(library, archive);
        }
    }

    @FaultTest
    void goesOnAfterBeingKilledInTheMidstOfUnpacking() throws Exception {
        try (LyingServer server =
                new LyingServer((request, out) -> LyingServer.honest(request, out, SmallArchive.BYTES, "\"t\""))) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            Path folder = parent.resolve("data");
            KilledInstall.leaveIn(folder, archive.address(), "UNPACKING");
            try (Stream<Path> left = Files.list(folder)) {
                List<String> names =
                        left.map(path -> path.getFileName().toString()).toList();
                assertThat(names).anyMatch(name -> name.startsWith(".tiny.unpacking-"));
            }
            DataLibrary library = new DataLibrary(folder);
            assertThat(library.look(archive)).isInstanceOf(Holding.Begun.class);
            library.install(archive, Source.official(archive), InstallWatcher.NONE);
            assertThat(server.requests()).as("the archive was here already").hasSize(1);
            assertWhole(library, archive);
        }
    }

    private static void assertWhole(DataLibrary library, DataArchive archive) throws Exception {
        library.check(archive, InstallWatcher.NONE);
        try (Stream<Path> left = Files.list(library.folder())) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("tiny", ".tiny.lock");
        }
    }
}
