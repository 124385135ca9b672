package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.LimitedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder of pictures vanishes and comes back, or there is no room to keep anything of it: a person reads why, and no picture is lost for it. */
@Timeout(120)
final class FaultyFolderTest {
    private static final int PICTURES = 80;

    @TempDir
    Path temporary;

    private Path folder = Path.of("set below");
    private Path away = Path.of("set below");
    private LimitedDisk disk = LimitedDisk.of(Path.of("set below"));
    private Path home = Path.of("set below");

    @BeforeEach
    void makePictures() throws Exception {
        folder = temporary.resolve("pictures");
        away = temporary.resolve("away");
        disk = LimitedDisk.of(temporary);
        home = disk.on(temporary).resolve("home");
        Random random = new Random(1);
        for (int i = 0; i < PICTURES; i++) {
            Folders.png(
                    folder, "class" + i % 2 + "/" + i + ".png", 40 + random.nextInt(20), 40, random.nextInt(1 << 24));
        }
    }

    private DataSet open() throws DataException {
        return open(FolderProgress.NONE);
    }

    private DataSet open(FolderProgress progress) throws DataException {
        return ImageFolder.open(folder, FolderOptions.keptIn(home).withProgress(progress));
    }

    private static int size(DataSet data) {
        return data.training().size() + data.validation().size();
    }

    /** Reads all pictures, and tells how many could not be read. */
    private static int read(LabeledImages images) {
        int unread = 0;
        for (int i = 0; i < images.size(); i++) {
            try {
                assertThat(images.pixels(i)).isNotEmpty();
            } catch (UnreadableImageException e) {
                unread++;
                assertThat(e.getMessage()).doesNotContain("Exception").endsWith(".");
            }
        }
        return unread;
    }

    private void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a disk with a bad cable: it goes and comes while pictures are read. */
    @FaultTest
    void aFolderThatComesAndGoesLosesNoPicture(FaultSeed seed) throws Exception {
        DataSet data = open();
        AtomicBoolean over = new AtomicBoolean();
        Random random = seed.random();
        Thread cable = new Thread(() -> {
            while (!over.get()) {
                move(folder, away);
                pause(random.nextInt(300_000));
                move(away, folder);
                pause(random.nextInt(1_000_000));
            }
        });
        cable.start();
        int unread = 0;
        try {
            for (int pass = 0; pass < 3; pass++) {
                unread += read(data.training()) + read(data.validation());
                long unused = ImageFolder.clearKeptPictures(home);
            }
        } finally {
            over.set(true);
            cable.join();
        }
        System.out.println(seed + ", " + unread + " pictures could not be read for the moment");
        assertThat(read(data.training()) + read(data.validation())).isZero();
        DataSet again = open();
        assertThat(again.report().skipped()).isEmpty();
        assertThat(again.fingerprint()).isEqualTo(data.fingerprint());
    }

    private static void pause(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @FaultTest
    void aFolderThatVanishesWhileItIsOpenedIsNotOpenedInPart(FaultSeed seed) throws Exception {
        // The first 80 times it is told of a file that was found, then after 64 of them were looked at.
        int vanishes =
                seed.repetition() % 2 == 0 ? PICTURES + 1 : 1 + seed.random().nextInt(PICTURES);
        AtomicBoolean gone = new AtomicBoolean();
        int[] told = {0};
        assertThatThrownBy(() -> open((seen, total, skipped) -> {
                    told[0]++;
                    if (told[0] == vanishes) {
                        move(folder, away);
                        gone.set(true);
                    }
                }))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageMatching(".*(is not there any more|could not be read)[.].*[.]");
        assertThat(gone).isTrue();
        move(away, folder);
        DataSet again = open();
        assertThat(again.report().skipped()).isEmpty();
        assertThat(size(again)).isEqualTo(PICTURES);
    }

    /** The disk fails only after the list of the folders has begun. */
    @Test
    void aFolderWhoseListBreaksOffIsToldInWords() {
        disk.failListing(true);
        Path broken = disk.on(folder);
        assertThatThrownBy(() -> ImageFolder.open(broken, FolderOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + " could not be read. Check that you may open it and that its disk is there.");
    }

    /** What lacked rights, or came back, has the time that it had; it is looked at again all the same. */
    @FaultTest
    void aPictureThatCouldNotBeReadIsThereTheNextTime(FaultSeed seed) throws Exception {
        // one of those that are looked at last
        Path picture = folder.resolve("class1/" + (61 + 2 * seed.random().nextInt(10)) + ".png");
        Path elsewhere = temporary.resolve("picture.png");
        DataSet without = open((seen, total, skipped) -> {
            if (seen == 64) {
                move(picture, elsewhere);
            }
        });
        assertThat(without.report().skipped()).singleElement().satisfies(skipped -> {
            assertThat(folder.resolve(skipped.path())).isEqualTo(picture);
            assertThat(skipped.reason()).isEqualTo("It could not be read. Check that you may open it.");
        });
        move(elsewhere, picture);
        assertThat(open().report().skipped()).isEmpty();
    }

    @FaultTest
    void aDamagedPictureIsLeftOutThoughTheDiskWasFullWhenItWasFound(FaultSeed seed) throws Exception {
        byte[] png = TestPictures.encode(TestPictures.noise(40, 40), "png");
        for (String name : new String[] {"one", "two", "three"}) {
            Folders.write(folder, "class0/" + name + ".png", Arrays.copyOf(png, png.length / 2));
        }
        DataSet data = open();
        assertThat(size(data)).isEqualTo(PICTURES + 3);
        Random random = seed.random();
        long unused = ImageFolder.clearKeptPictures(home); // so that nothing but faults is written
        FaultBook book = new FaultBook(Optional.of(new FolderIndexFile(home, folder).file()));
        for (String name : new String[] {"one", "two", "three"}) {
            disk.fullAfter(name.equals("three") ? Long.MAX_VALUE : random.nextInt(130));
            IndexedFile file = Objects.requireNonNull(
                    new FolderIndexFile(home, folder).read().get("class0/" + name + ".png"));
            book.add(file.refused("It cannot be decoded."));
        }
        assertThat(open().report().skipped())
                .as("there was room for the last one")
                .anyMatch(skipped -> skipped.path().equals("class0/three.png"));
        int opened = 0;
        for (int unread = 1; unread > 0; opened++) {
            DataSet again = open();
            unread = read(again.training()) + read(again.validation());
        }
        assertThat(opened).as("what the full disk forgot is found once more").isLessThanOrEqualTo(2);
        assertThat(size(open())).isEqualTo(PICTURES);
    }

    @FaultTest
    void readsOnWhereNothingCanBeKept(FaultSeed seed) throws Exception {
        Random random = seed.random();
        String right = ImageFolder.open(folder, FolderOptions.DEFAULT).fingerprint();
        for (int i = 0; i < 5; i++) {
            disk.fullAfter(random.nextInt(200_000));
            disk.protect(random.nextInt(4) == 0);
            DataSet data = open();
            assertThat(data.fingerprint()).isEqualTo(right);
            assertThat(read(data.training()) + read(data.validation())).isZero();
        }
        disk.free();
        disk.protect(false);
        DataSet data = open();
        assertThat(data.fingerprint()).isEqualTo(right);
        assertThat(read(data.training()) + read(data.validation())).isZero();
    }
}
