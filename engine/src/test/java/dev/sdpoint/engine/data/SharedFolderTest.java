package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs open one folder of pictures at the same time, read all of it, and keep one index and one cache: both have the right pictures,
 * also where one is killed meanwhile, and the index is whole.
 */
@Timeout(600)
final class SharedFolderTest {
    private static final int PICTURES = 60;
    private static final int ROUNDS = 2;
    private static final int MOST_MILLIS = 150;
    private static final FolderOptions NOWHERE = FolderOptions.DEFAULT;

    @TempDir
    Path temporary;

    private Path folder = Path.of("set below");
    private Path home = Path.of("set below");

    /** Opens the folder and reads all of it whenever it is told to, and tells what it read. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            FolderOptions options = FolderOptions.keptIn(Path.of(args[1]));
            String unused = read(folder, NOWHERE); // what reads pictures is loaded
            System.out.println("ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                System.out.println("read " + read(folder, options));
            }
        }
    }

    private static String read(Path folder, FolderOptions options) throws DataException {
        DataSet data = ImageFolder.open(folder, options);
        CRC32 pixels = new CRC32();
        for (LabeledImages images : List.of(data.training(), data.validation())) {
            for (int i = 0; i < images.size(); i++) {
                pixels.update(images.label(i));
                pixels.update(images.pixels(i));
            }
        }
        return data.fingerprint() + " " + pixels.getValue();
    }

    @BeforeEach
    void makePictures() throws Exception {
        folder = Files.createDirectory(temporary.resolve("pictures"));
        home = temporary.resolve("home");
        Random random = new Random(1);
        for (int i = 0; i < PICTURES; i++) {
            picture(i, random);
        }
    }

    private void picture(int number, Random random) throws Exception {
        Path file = Folders.png(
                folder,
                "class" + number % 3 + "/" + number + ".png",
                40 + random.nextInt(20),
                40,
                random.nextInt(1 << 24));
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(1 << 20))));
    }

    /** Changes some pictures; now and then the index is gone or damaged, too. */
    private void change(Random random) throws Exception {
        for (int i = random.nextInt(PICTURES / 2); i >= 0; i--) {
            picture(random.nextInt(PICTURES), random);
        }
        Path index = kept().file();
        if (Files.exists(index)) {
            switch (random.nextInt(3)) {
                case 0 -> Files.delete(index);
                case 1 -> {
                    byte[] bytes = Files.readAllBytes(index);
                    Files.write(index, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                }
                default -> {}
            }
        }
    }

    private FolderIndexFile kept() {
        return new FolderIndexFile(home, folder);
    }

    private FolderIndex index() throws DataException {
        Optional<FolderIndexFile> file = Optional.of(kept());
        return FolderIndex.of(
                FolderLayout.of(folder), file, new FaultBook(file.map(FolderIndexFile::file)), FolderProgress.NONE);
    }

    private ChildJvm start(String name) throws Exception {
        ChildJvm child = ChildJvm.of(Program.class, folder, home).start(temporary.resolve(name));
        assertThat(child.await("ready")).as(child.errors()).isTrue();
        return child;
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String end(ChildJvm child) throws Exception {
        assertThat(child.await("read ")).as(child.errors()).isTrue();
        List<String> told = child.told();
        return told.get(told.size() - 1).substring("read ".length());
    }

    private void assertIndexIsWhole() throws Exception {
        FolderIndex index = index();
        assertThat(index.files()).hasSize(PICTURES).allMatch(IndexedFile::usable);
        assertThat(index.looked()).isZero();
    }

    @FaultTest
    void bothReadTheRightPicturesAndTheIndexIsWhole(FaultSeed seed) throws Exception {
        Random random = seed.random();
        try (ChildJvm first = start("first");
                ChildJvm second = start("second")) {
            for (int round = 0; round < ROUNDS; round++) {
                change(random);
                first.say("go");
                Thread.sleep(random.nextInt(20));
                second.say("go");
                String right = read(folder, NOWHERE);
                assertThat(end(first)).isEqualTo(right);
                assertThat(end(second)).isEqualTo(right);
                assertIndexIsWhole();
                assertThat(read(folder, FolderOptions.keptIn(home))).isEqualTo(right);
            }
        }
        assertThat(files())
                .as("no draft stays")
                .noneMatch(file -> file.toString().endsWith(WholeBytes.DRAFT));
    }

    @FaultTest
    void oneThatIsKilledSpoilsNothing(FaultSeed seed) throws Exception {
        Random random = seed.random();
        try (ChildJvm first = start("first")) {
            for (int round = 0; round < ROUNDS; round++) {
                try (ChildJvm second = start("second")) {
                    change(random);
                    second.say("go");
                    first.say("go");
                    Thread.sleep(random.nextInt(MOST_MILLIS));
                    second.kill();
                    String right = read(folder, NOWHERE);
                    assertThat(read(folder, FolderOptions.keptIn(home))).isEqualTo(right);
                    assertThat(end(first)).isEqualTo(right);
                    assertIndexIsWhole();
                }
            }
        }
        List<Path> drafts = files().stream()
                .filter(file -> file.toString().endsWith(WholeBytes.DRAFT))
                .toList();
        for (Path draft : drafts) {
            Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        picture(0, random);
        index();
        long unused = ImageFolder.clearKeptPictures(home);
        assertThat(files()).as("drafts of the killed one").containsExactly(kept().file());
    }
}
