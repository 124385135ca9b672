package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed at random moments of an installation: download, check, unpacking, settling. */
@Timeout(600)
final class KilledAnywhereTest {
    private static final int KILLS = 3;
    private static final int CHUNK = 8_000;
    private static final int MOST_MILLIS = 500;

    @TempDir
    Path parent;

    /** Installs when it is told to. */
    static final class Installer {
        private Installer() {}

        public static void main(String[] args) throws Exception {
            DataArchive archive = SmallArchive.at(URI.create(args[1]));
            System.out.println("ready");
            if (new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine() != null) {
                Path unused = new DataLibrary(Path.of(args[0]))
                        .install(archive, Source.official(archive), InstallWatcher.NONE);
                System.out.println("installed");
            }
        }
    }

    @FaultTest
    void nothingHalfIsTakenForWholeAndItEndsWhole(FaultSeed seed) throws Exception {
        Random random = seed.random();
        try (LyingServer server = new LyingServer(KilledAnywhereTest::slowly)) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            Path folder = parent.resolve("data");
            DataLibrary library = new DataLibrary(folder);
            for (int kill = 0; kill < KILLS; kill++) {
                try (ChildJvm child =
                        ChildJvm.of(Installer.class, folder, archive.address()).start(parent.resolve("errors"))) {
                    assertThat(child.await("ready")).as(child.errors()).isTrue();
                    child.say("go");
                    Thread.sleep(random.nextInt(MOST_MILLIS));
                    child.kill();
                    int unused = child.end();
                    if (child.told().contains("installed")) {
                        assertThat(library.look(archive)).isInstanceOf(Holding.Installed.class);
                    }
                }
                if (library.look(archive) instanceof Holding.Installed) {
                    library.check(archive, InstallWatcher.NONE);
                }
            }
            Path unused = library.install(archive, Source.official(archive), InstallWatcher.NONE);
            library.check(archive, InstallWatcher.NONE);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> String.valueOf(path.getFileName())))
                        .containsExactlyInAnyOrder("tiny", ".tiny.lock");
            }
        }
    }

    /** Removes what is installed and brings it back, again and again. */
    static final class Remover {
        private Remover() {}

        public static void main(String[] args) throws Exception {
            DataArchive archive = SmallArchive.at(URI.create(args[1]));
            DataLibrary library = new DataLibrary(Path.of(args[0]));
            for (int i = 0; library.remove(archive) && library.restore(archive); i++) {
                System.out.println(i);
            }
        }
    }

    @FaultTest
    void whatAKilledProgramRemovedCanBeBroughtBack(FaultSeed seed) throws Exception {
        Random random = seed.random();
        try (LyingServer server =
                new LyingServer((request, out) -> LyingServer.honest(request, out, SmallArchive.BYTES, "\"t\""))) {
            DataArchive archive = SmallArchive.at(server.uri("/tiny.tar.gz"));
            Path folder = parent.resolve("data");
            DataLibrary library = new DataLibrary(folder);
            Path unused = library.install(archive, Source.official(archive), InstallWatcher.NONE);
            for (int kill = 0; kill < 2; kill++) {
                try (ChildJvm child =
                        ChildJvm.of(Remover.class, folder, archive.address()).start(parent.resolve("errors"))) {
                    assertThat(child.next()).as(child.errors()).isPresent();
                    Thread.sleep(random.nextInt(60));
                    child.kill();
                }
                assertThat(library.restore(archive)).isTrue();
                library.check(archive, InstallWatcher.NONE);
            }
        }
    }

    private static void slowly(LyingServer.Request request, OutputStream out) throws Exception {
        byte[] file = SmallArchive.BYTES;
        LyingServer.send(request, out, file, "\"t\"", 0);
        for (int at = request.offset(); at < file.length; at += CHUNK) {
            send(out, file, at);
            Thread.sleep(3);
        }
    }

    private static void send(OutputStream out, byte[] file, int at) throws IOException {
        out.write(file, at, Math.min(CHUNK, file.length - at));
        out.flush();
    }
}
