package dev.sdpoint.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.model.CopyProgress;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.TestModels;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs work on one library at the same time: take models in, delete them, bring them back, give them out. One is killed without
 * notice at random moments; every model is in the library or among the deleted ones, once and whole, and what was told is so.
 */
@Timeout(600)
final class KilledLibraryTest {
    private static final int KILLS = 2;
    private static final int MOST_LINES = 12;
    private static final int MOST_MILLIS = 40;
    private static final String READY = "ready";

    @TempDir
    Path folder;

    private ModelLibrary library = new ModelLibrary(Path.of("set below"), new ModelLooks());

    /** Works on a model of its own until it is killed. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Path mine = folder.resolve(args[1] + ".sdp");
            ModelLibrary library = new ModelLibrary(folder.resolve("models"), new ModelLooks());
            RecentModels recent = new RecentModels(folder.resolve("recent.txt"));
            boolean killed = args[1].equals("killed");
            System.out.println(READY);
            for (int i = 0; killed ? i >= 0 : System.in.available() == 0; i++) {
                TakenModel taken = library.take(mine, CopyProgress.NONE);
                System.out.println(taken.wasThere() ? "was there" : "taken");
                recent.add(killed ? folder.resolve("killed " + i) : mine);
                System.out.println("recent " + i);
                library.export(taken.model(), folder.resolve(args[1] + "-out.sdp"), CopyProgress.NONE);
                DeletedModel deleted = library.delete(taken.model());
                System.out.println("deleted");
                FoundModel back = library.restore(deleted);
                System.out.println("restored");
                DeletedModel unused = library.delete(back);
            }
            System.out.println("ended");
        }
    }

    @BeforeEach
    void writeModels() throws Exception {
        library = new ModelLibrary(folder.resolve("models"), new ModelLooks());
        ModelFiles.write(folder.resolve("killed.sdp"), TestModels.small());
        ModelFiles.write(folder.resolve("other.sdp"), TestModels.another());
    }

    private ChildJvm start(String name) throws Exception {
        ChildJvm child = ChildJvm.of(Program.class, folder, name).start(folder.resolve(name + ".errors"));
        assertThat(child.await(READY)).as(child.errors()).isTrue();
        return child;
    }

    @FaultTest
    void everyModelIsThereOnceAndWhole(FaultSeed seed) throws Exception {
        Random random = seed.random();
        List<String> moments = new ArrayList<>();
        long taken = 0;
        try (ChildJvm other = start("other")) {
            for (int kill = 0; kill < KILLS; kill++) {
                try (ChildJvm child = start("killed")) {
                    for (int i = random.nextInt(MOST_LINES); i >= 0; i--) {
                        assertThat(child.next()).as(child.errors()).isPresent();
                    }
                    Thread.sleep(random.nextInt(MOST_MILLIS));
                    child.kill();
                    int unused = child.end();
                    List<String> told = child.told();
                    moments.add(told.size() + " " + told.get(told.size() - 1));
                    taken += count(told, "taken");
                    long there = check("killed");
                    assertThat(there).as("%s", moments).isBetween(taken, taken + 1);
                    taken = there; // one more, if it was killed before it told
                    assertRecent(told);
                }
            }
            other.say("end");
            assertThat(other.end()).as(other.errors()).isZero();
            assertThat(check("other")).isEqualTo(count(other.told(), "taken"));
        }
        System.out.println(seed + ", killed after: " + moments);
        FoundModel model =
                library.take(folder.resolve("killed.sdp"), CopyProgress.NONE).model();
        library.export(model, folder.resolve("killed-out.sdp"), CopyProgress.NONE);
        new RecentModels(folder.resolve("recent.txt")).add(folder.resolve("last"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files)
                    .as("the next writer removes what was left")
                    .noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private static long count(List<String> told, String line) {
        return told.stream().filter(line::equals).count();
    }

    /** How many of a name there are, deleted ones too; each is whole. */
    private long check(String name) throws Exception {
        List<Path> files = new ArrayList<>();
        library.list().stream()
                .filter(model -> model.name().startsWith(name))
                .forEach(model -> files.add(model.file()));
        assertThat(files).hasSizeLessThanOrEqualTo(1);
        library.deleted().stream()
                .filter(model -> model.name().startsWith(name))
                .forEach(model -> files.add(model.file()));
        byte[] whole = Files.readAllBytes(folder.resolve(name + ".sdp"));
        for (Path file : files) {
            assertThat(Arrays.equals(Files.readAllBytes(file), whole))
                    .as("%s", file)
                    .isTrue();
        }
        Path out = folder.resolve(name + "-out.sdp");
        if (Files.exists(out)) {
            assertThat(Arrays.equals(Files.readAllBytes(out), whole)).isTrue();
        }
        return files.size();
    }

    private void assertRecent(List<String> told) throws Exception {
        Optional<String> last =
                told.stream().filter(line -> line.startsWith("recent ")).reduce((before, after) -> after);
        if (last.isPresent()) {
            Path path = folder.resolve(last.get().replace("recent", "killed"));
            assertThat(new RecentModels(folder.resolve("recent.txt")).list()).contains(path);
        }
    }
}
