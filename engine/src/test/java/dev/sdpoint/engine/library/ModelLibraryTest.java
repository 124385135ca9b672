package dev.sdpoint.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.model.CopyProgress;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.TestModels;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models come in, go out, are deleted and come back; files that others change are noticed. */
@Timeout(60)
final class ModelLibraryTest {
    private static final Path SHIPPED =
            Path.of("..", "sample-models/src/main/resources/dev/sdpoint/samples/wrn-16-2-cifar10.sdp");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private ModelLibrary library;
    private Path mine;

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-05-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void make() throws ModelFileException {
        library = new ModelLibrary(folder.resolve("models"), new ModelLooks(), clock);
        mine = folder.resolve("elsewhere/mine.sdp");
        ModelFiles.write(mine, TestModels.small());
    }

    private FoundModel take(Path file) throws ModelFileException, InterruptedException {
        TakenModel taken = library.take(file, CopyProgress.NONE);
        assertThat(taken.wasThere()).isFalse();
        return taken.model();
    }

    @Test
    void namesAFileThatIsNotThereYetAndMakesItsFolder() throws Exception {
        Path file = library.fresh("wrn: new");
        assertThat(file).isEqualTo(folder.resolve("models/wrn- new.sdp").toAbsolutePath());
        assertThat(file.getParent()).isDirectory();
        ModelFiles.write(file, TestModels.small());
        assertThat(library.fresh("wrn: new")).hasFileName("wrn- new (2).sdp");
        Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
        assertThatThrownBy(() -> new ModelLibrary(folder.resolve("blocked"), new ModelLooks()).fresh("a"))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("The folder of models could not be made");
    }

    private List<String> names() throws ModelFileException {
        return library.list().stream().map(FoundModel::name).toList();
    }

    @Test
    void isEmptyBeforeAnythingCameIn() throws ModelFileException {
        assertThat(library.list()).isEmpty();
        assertThat(library.deleted()).isEmpty();
        assertThat(library.stamps()).isEmpty();
        assertThat(library.folder()).doesNotExist();
    }

    @Test
    void takesInAndTellsWhatItHas() throws Exception {
        FoundModel model = take(mine);
        assertThat(library.list()).containsExactly(model);
        assertThat(model.name()).isEqualTo("mine");
        assertThat(model.problem()).isEmpty();
        assertThat(model.summary().orElseThrow().sweep())
                .isEqualTo(TestModels.small().sweep());
        assertThat(model.file()).hasSameBinaryContentAs(mine);
        assertThat(mine).as("the source stays").exists();
        assertThat(library.holds(model.file())).isTrue();
        assertThat(library.holds(mine)).isFalse();
    }

    @Test
    void takesTheSameModelInOnce() throws Exception {
        FoundModel model = take(mine);
        Path again = Files.copy(mine, folder.resolve("elsewhere/again.sdp"));
        assertThat(library.take(again, CopyProgress.NONE)).isEqualTo(new TakenModel(model, true));
        assertThat(names()).containsExactly("mine");
    }

    @Test
    void takesAGoodModelInBesideADamagedOneOfTheSameBeginning() throws Exception {
        FoundModel model = take(mine);
        byte[] bytes = Files.readAllBytes(model.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(model.file(), bytes);
        assertThat(take(mine).name()).isEqualTo("mine (2)");
    }

    @Test
    void givesTwoModelsOfANameTwoNames() throws Exception {
        take(mine);
        Path other = folder.resolve("other/mine.SDP");
        ModelFiles.write(other, TestModels.another());
        assertThat(take(other).name()).isEqualTo("mine (2)");
        assertThat(names()).containsExactly("mine", "mine (2)");
        Map<FoundModel, FoundModel> twins = duplicates();
        assertThat(twins).as("another network").isEmpty();
    }

    private Map<FoundModel, FoundModel> duplicates() throws ModelFileException {
        return Duplicates.of(library.list(), model -> model.summary().map(summary -> summary.content()));
    }

    @Test
    void findsDuplicatesByContentWhateverTheFilesSay() throws Exception {
        FoundModel first = take(mine);
        Path same = library.folder().resolve("same.sdp");
        ModelFiles.write(same, TestModels.smallWithOtherRecord());
        assertThat(same.toFile().length()).isNotEqualTo(first.stamp().bytes());
        assertThat(duplicates().entrySet())
                .singleElement()
                .satisfies(pair -> assertThat(pair.getKey().name()).isEqualTo("same"))
                .satisfies(pair -> assertThat(pair.getValue()).isEqualTo(first));
    }

    @Test
    void bringsAnOlderFormatToTheNewest() throws Exception {
        FoundModel model = take(SHIPPED);
        assertThat(model.summary().orElseThrow().formatVersion()).isEqualTo(2);
        assertThat(library.take(SHIPPED, CopyProgress.NONE).wasThere())
                .as("the same model in the older format")
                .isTrue();
        Files.copy(SHIPPED, library.folder().resolve("old.sdp"));
        assertThat(duplicates()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoWholeModelAndStaysAsItWas() throws Exception {
        Path text = Files.writeString(folder.resolve("text.sdp"), "no model");
        assertThatThrownBy(() -> library.take(text, CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("text.sdp", "is not a file of SDPoint Explorer");
        byte[] bytes = Files.readAllBytes(mine);
        bytes[bytes.length / 2] ^= 1;
        Files.write(mine, bytes);
        assertThatThrownBy(() -> library.take(mine, CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("is damaged");
        assertThat(names()).isEmpty();
        assertThat(library.folder().toFile().list()).as("nothing but the lock").containsExactly(".lock");
    }

    @Test
    void listsWhatCannotBeReadWithTheReason() throws Exception {
        take(mine);
        Files.writeString(library.folder().resolve("broken.sdp"), "no model");
        Files.writeString(library.folder().resolve("notes.txt"), "no model");
        assertThat(names()).containsExactly("broken", "mine");
        FoundModel broken = library.list().get(0);
        assertThat(broken.summary()).isEmpty();
        assertThat(broken.problem()).contains("broken.sdp is not a file of SDPoint Explorer.");
    }

    @Test
    void deletesAndRestores() throws Exception {
        FoundModel model = take(mine);
        DeletedModel deleted = library.delete(model);
        assertThat(deleted.name()).isEqualTo("mine");
        assertThat(deleted.at()).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));
        assertThat(library.list()).isEmpty();
        assertThat(library.deleted()).containsExactly(deleted);
        FoundModel back = library.restore(deleted);
        assertThat(back.file()).isEqualTo(model.file()).hasSameBinaryContentAs(mine);
        assertThat(library.deleted()).isEmpty();
        assertThatThrownBy(() -> library.restore(deleted))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("waits no longer");
    }

    /** As a person may put it into the folder; what waits has a longer name than what does not. */
    @Test
    void deletesAndRestoresAModelWithTheLongestNameThereCanBe() throws Exception {
        Files.createDirectories(library.folder());
        String name = "模".repeat(83);
        Files.copy(mine, library.folder().resolve(name + ".sdp"));
        DeletedModel deleted = library.delete(library.list().get(0));
        assertThat(deleted.name()).isEqualTo("模".repeat(79));
        assertThat(library.list()).isEmpty();
        assertThat(library.deleted()).containsExactly(deleted);
        assertThat(library.restore(deleted).file()).hasSameBinaryContentAs(mine);
        assertThat(names()).containsExactly("模".repeat(79));
    }

    @Test
    void restoresBesideAModelThatHasTheNameByNow() throws Exception {
        DeletedModel deleted = library.delete(take(mine));
        FoundModel second = take(mine);
        DeletedModel alsoDeleted = library.delete(second);
        assertThat(alsoDeleted.at()).as("at the same time by the clock").isAfter(deleted.at());
        assertThat(library.deleted()).containsExactly(alsoDeleted, deleted);
        assertThat(library.restore(deleted).name()).isEqualTo("mine");
        assertThat(library.restore(alsoDeleted).name()).isEqualTo("mine (2)");
    }

    @FaultTest
    void keepsDeletedModelsForThirtyDays() throws Exception {
        DeletedModel deleted = library.delete(take(mine));
        clock.now = clock.now.plus(Duration.ofDays(30));
        assertThat(library.deleted()).hasSize(1);
        clock.now = clock.now.minus(Duration.ofDays(300));
        assertThat(library.deleted()).as("a clock set back loses nothing").hasSize(1);
        clock.now = deleted.at().plus(Duration.ofDays(30)).plusMillis(1);
        assertThat(library.deleted()).isEmpty();
        assertThat(deleted.file()).doesNotExist();
    }

    @Test
    void exportsTheWholeModel() throws Exception {
        FoundModel model = take(mine);
        Path target = folder.resolve("out/copy.sdp");
        library.export(model, target, CopyProgress.NONE);
        assertThat(target).hasSameBinaryContentAs(mine);
    }

    @FaultTest
    void noticesAFileThatIsAnotherByNow() throws Exception {
        FoundModel seen = take(mine);
        Map<Path, FileStamp> before = library.stamps();
        assertThat(library.stamps()).isEqualTo(before);
        ModelFiles.write(seen.file(), TestModels.another());
        assertThat(library.stamps()).isNotEqualTo(before);
        assertThatThrownBy(() -> library.delete(seen))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("\"mine\" has changed since it was listed.");
        assertThatThrownBy(() -> library.export(seen, folder.resolve("out.sdp"), CopyProgress.NONE))
                .hasMessageContaining("has changed");
        FoundModel now = library.list().get(0);
        assertThat(now.summary().orElseThrow().network())
                .isEqualTo(TestModels.another().network());
        assertThat(library.delete(now).name()).isEqualTo("mine");
    }

    @FaultTest
    void noticesAFileOfTheSameLengthAndTimeThatTookTheName() throws Exception {
        FoundModel seen = take(mine);
        Path replacement = folder.resolve("replacement.sdp");
        byte[] bytes = Files.readAllBytes(mine);
        bytes[bytes.length / 2] ^= 1;
        Files.write(replacement, bytes);
        Files.setLastModifiedTime(
                replacement, FileTime.from(seen.stamp().modifiedNanos(), java.util.concurrent.TimeUnit.NANOSECONDS));
        Files.move(replacement, seen.file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> library.delete(seen)).hasMessageContaining("has changed");
    }

    @FaultTest
    void noticesAFileThatIsGone() throws Exception {
        FoundModel seen = take(mine);
        Files.delete(seen.file());
        assertThatThrownBy(() -> library.export(seen, folder.resolve("out.sdp"), CopyProgress.NONE))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("\"mine\" is not in " + library.folder() + " any more");
        assertThatThrownBy(() -> library.delete(seen)).hasMessageContaining("any more");
        assertThat(library.list()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithItsFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ModelLibrary none = new ModelLibrary(file, new ModelLooks());
        assertThatThrownBy(none::list)
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("could not be read", "Check that it is a folder");
        assertThatThrownBy(() -> none.take(mine, CopyProgress.NONE)).isInstanceOf(ModelFileException.class);
    }

    @FaultTest
    void twoThatTakeTheSameInAtATimeGetOne() throws Exception {
        ModelLibrary other = new ModelLibrary(folder.resolve("models"), new ModelLooks());
        Thread thread = new Thread(() -> {
            try {
                other.take(mine, CopyProgress.NONE);
            } catch (ModelFileException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        library.take(mine, CopyProgress.NONE);
        thread.join();
        assertThat(names()).containsExactly("mine");
    }
}
