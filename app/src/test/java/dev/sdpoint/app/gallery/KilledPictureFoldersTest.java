package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sdpoint.app.fixtures.Unwatched;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that exports folders of pictures over older ones is killed without notice, or the disk is full: a folder is the old or the new one. */
@Timeout(600)
final class KilledPictureFoldersTest {
    private static final int KILLS = 3;
    private static final int MOST_MILLIS = 80;
    private static final List<String> CLASSES = List.of("ant", "bee");

    @TempDir
    Path temporary;

    /** The pictures of one class. */
    private static void export(Path target, int version) throws IOException {
        GalleryFilter filter = GalleryFilter.NONE.withSearch(CLASSES.get(version % 2));
        Grouping grouping = Grouping.of(Small.source(), Criterion.TOP_1, filter, 0);
        Path unused = new PictureFolders(Small.source(), ExportScope.shown(grouping))
                .write(target, true, new Unwatched())
                .path();
    }

    /** Exports one version after the other. */
    static final class Exporter {
        private Exporter() {}

        public static void main(String[] args) throws Exception {
            for (int version = 1; ; version++) {
                export(Path.of(args[0]), version);
                System.out.println(version);
            }
        }
    }

    /** All pictures of a folder by their names, without the folders between. */
    private static List<String> pictures(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(new TreeSet<>(
                    all.map(file -> String.valueOf(file.getFileName())).toList()));
        }
    }

    @FaultTest
    void aFolderIsTheOldOrTheNewOne(FaultSeed seed) throws Exception {
        Random random = seed.random();
        Path parent = Files.createDirectory(temporary.resolve("place"));
        Path target = parent.resolve("pictures");
        List<List<String>> versions = new ArrayList<>();
        for (int version = 0; version < 2; version++) {
            export(target, version);
            versions.add(pictures(target));
        }
        assertThat(versions).doesNotHaveDuplicates();
        int gone = 0;
        int left = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = ChildJvm.of(Exporter.class, target).start(temporary.resolve("errors"))) {
                assertThat(child.next()).as(child.errors()).isPresent();
                Thread.sleep(random.nextInt(MOST_MILLIS));
                child.kill();
            }
            gone += Files.exists(target) ? 0 : 1;
            left += names(parent).size() > 1 ? 1 : 0;
            export(parent.resolve("other"), 0); // whoever writes there next cleans up
            assertThat(names(parent)).containsExactly("other", "pictures");
            assertThat(versions).contains(pictures(target));
        }
        System.out.println(seed + ", " + KILLS + " kills, " + left + " of them in an export, " + gone
                + " of these between the old name and the new");
    }

    /** The moment that a kill by chance rarely meets: the old folder has made room, and the new one has not its name yet. */
    @FaultTest
    void whatHadMadeRoomIsPutBack() throws Exception {
        Path target = temporary.resolve("pictures");
        export(target, 0);
        List<String> before = pictures(target);
        leaveBetweenTheNames(target);
        export(temporary.resolve("other"), 1);
        assertThat(pictures(target)).isEqualTo(before);
        assertThat(names(temporary)).containsExactly("other", "pictures");

        leaveBetweenTheNames(target);
        Files.createDirectory(target); // somebody has made it since
        export(temporary.resolve("other"), 1);
        assertThat(pictures(temporary.resolve("pictures (2)"))).isEqualTo(before);
        assertThat(names(temporary)).containsExactly("other", "pictures", "pictures (2)");
    }

    private void leaveBetweenTheNames(Path target) throws IOException {
        Files.createFile(temporary.resolve(".sdpoint-pictures-1.lock"));
        Files.createDirectory(temporary.resolve(".sdpoint-pictures-1"));
        Path aside = Files.createDirectory(temporary.resolve(".sdpoint-pictures-1.old"));
        Files.move(target, aside.resolve("pictures"));
    }

    @FaultTest
    void theOldFolderStaysWhileTheDiskIsFull(FaultSeed seed) throws Exception {
        Random random = seed.random();
        Optional<SmallDisk> mounted = SmallDisk.at(temporary, 1L << 20);
        assumeThat(mounted).as("only root may mount a disk").isPresent();
        try (SmallDisk disk = mounted.get()) {
            Path target = temporary.resolve("pictures");
            export(target, 0);
            List<String> before = pictures(target);
            boolean readOnly = random.nextInt(3) == 0;
            if (readOnly) {
                disk.protect(true);
            } else {
                disk.fill(4096L * random.nextInt(2));
            }
            assertThatThrownBy(() -> export(target, 1)).isInstanceOf(IOException.class);
            disk.protect(false);
            assertThat(disk.names()).containsExactly("pictures");
            assertThat(pictures(target)).isEqualTo(before);
            disk.free();
            export(target, 1);
            assertThat(pictures(target)).isNotEqualTo(before);
            assertThat(disk.names()).containsExactly("pictures");
        }
    }
}
