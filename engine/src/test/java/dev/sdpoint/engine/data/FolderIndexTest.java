package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class FolderIndexTest {
    private static final Logger LOG = LoggerFactory.getLogger(FolderIndexTest.class);

    /** How many files the test of memory makes; the property allows 100,000. */
    private static final int FILES = Integer.getInteger("sdpoint.test.folderFiles", 5000);

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private FolderIndexFile kept() {
        return new FolderIndexFile(home, folder);
    }

    private FolderIndex index() throws DataException {
        return index(FolderProgress.NONE);
    }

    private FolderIndex index(FolderProgress progress) throws DataException {
        Optional<FolderIndexFile> file = Optional.of(kept());
        return FolderIndex.of(FolderLayout.of(folder), file, new FaultBook(file.map(FolderIndexFile::file)), progress);
    }

    @Test
    void remembersFormatSizeOrientationAndEnds() throws Exception {
        Folders.imageNet(folder);
        FolderIndex first = index();
        IndexedFile cat = first.files().get(0);
        assertThat(cat.path()).isEqualTo("train/cat/0.png");
        assertThat(cat.header().format()).isEqualTo(PictureFormat.PNG);
        assertThat(cat.header().width()).isEqualTo(40);
        assertThat(cat.header().height()).isEqualTo(20);
        assertThat(cat.header().orientation()).isEqualTo(1);
        CRC32 crc = new CRC32();
        byte[] bytes = Files.readAllBytes(folder.resolve(cat.path()));
        crc.update(bytes); // the file is shorter than 64 kB, so both ends are all of it
        crc.update(bytes);
        assertThat(cat.header().ends()).isEqualTo((int) crc.getValue());
        assertThat(index().files()).isEqualTo(first.files());
    }

    @Test
    void remembersHowACameraWasHeld() throws Exception {
        byte[] jpeg = TestPictures.encode(TestPictures.noise(40, 30), "jpeg");
        byte[] turned = TestPictures.insert(jpeg, 2, ExifOrientationTest.exif(6, ByteOrder.BIG_ENDIAN));
        PictureHeader header = PictureHeader.read(Folders.write(folder, "a/turned.jpg", turned));
        assertThat(header.format()).isEqualTo(PictureFormat.JPEG);
        assertThat(header.orientation()).isEqualTo(6);
        assertThat(header.width()).as("as stored").isEqualTo(40);
    }

    @Test
    void opensOnlyWhatIsNewOrChangedWhenItIsKept() throws Exception {
        Folders.imageNet(folder);
        assertThat(index().looked()).isEqualTo(12);
        assertThat(index().looked()).isZero();
        Folders.png(folder, "train/cat/new.png", 2, 2, 0);
        Folders.png(folder, "train/cat/0.png", 41, 20, 0);
        Files.delete(folder.resolve("train/dog/0.png"));
        FolderIndex now = index();
        assertThat(now.looked()).isEqualTo(2);
        assertThat(now.files()).hasSize(12);
        assertThat(now.files().get(0).header().width()).isEqualTo(41);
        assertThat(index().looked()).isZero();
    }

    @Test
    void noticesAChangeThatKeepsTheSize() throws Exception {
        Folders.imageNet(folder);
        index();
        Path file = folder.resolve("train/cat/0.png");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20]++;
        Files.write(file, bytes); // with the present time
        assertThat(index().looked()).isEqualTo(1);
    }

    @Test
    void remembersWhyAFileIsOfNoUse() throws Exception {
        Folders.imageNet(folder);
        Folders.write(folder, "train/cat/empty.png", new byte[0]);
        FolderIndex first = index();
        FolderIndex again = index();
        assertThat(again.looked()).isZero();
        assertThat(again.files())
                .isEqualTo(first.files())
                .filteredOn(file -> !file.usable())
                .singleElement()
                .satisfies(file -> assertThat(file.reason()).startsWith("It is empty"));
    }

    @Test
    void buildsADamagedOrForeignIndexAnew() throws Exception {
        Folders.imageNet(folder);
        index();
        Path file = kept().file();
        byte[] sound = Files.readAllBytes(file);
        for (int at = 0; at < sound.length; at += 7) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(kept().read()).as("byte %d", at).isEmpty();
        }
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));
        assertThat(index().looked()).isEqualTo(12);
        assertThat(Files.readAllBytes(file)).isEqualTo(sound);
        Files.write(file, new byte[3]);
        assertThat(kept().read()).isEmpty();
        Path other = new FolderIndexFile(home, folder.resolve("train")).file();
        Files.copy(file, other);
        assertThat(new FolderIndexFile(home, folder.resolve("train")).read())
                .as("an index of another folder under its name")
                .isEmpty();
    }

    /** Version 1 took all TIFFs for usable, and called those that could not be decoded damaged. */
    @Test
    void looksAgainWhatAnOlderVersionTookForUsableOrDamaged() throws Exception {
        Folders.imageNet(folder);
        Folders.write(
                folder,
                "train/cat/deep.tif",
                new TestTiff(1, 1, new byte[2]).kind(50000, 1, 16, 1, 1).bytes());
        IndexedFile deep = index().files().get(4);
        Path file = kept().file();
        byte[] old = Files.readAllBytes(file);
        int sum = old.length - Long.BYTES;
        old[7] = 1;
        CRC32 crc = new CRC32();
        crc.update(old, 0, sum);
        ByteBuffer.wrap(old).putLong(sum, crc.getValue());
        Files.write(file, old);
        new FaultBook(Optional.of(file)).add(deep.refused("It cannot be decoded: it is damaged or cut short."));
        FolderIndex now = index();
        assertThat(now.looked()).isEqualTo(13);
        assertThat(now.files().get(4).path()).isEqualTo("train/cat/deep.tif");
        assertThat(now.files().get(4).reason()).startsWith("It is a kind of TIFF");
    }

    @Test
    void liesInTheProgramsFolderAndLeavesThePersonsAlone() throws Exception {
        Folders.imageNet(folder);
        index();
        assertThat(kept().file()).startsWith(home).exists();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(12);
        }
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).as("no draft stays").containsExactly(kept().file());
        }
    }

    @Test
    void worksWhereNothingCanBeKept() throws Exception {
        Folders.imageNet(folder);
        Files.writeString(home.resolve("folders"), "a file where the folder should be");
        assertThat(index().files()).hasSize(12);
    }

    @Test
    void goesOnFromWhereItWasCancelled() throws Exception {
        for (int i = 0; i < 200; i++) {
            Folders.png(folder, "a/" + i + ".png", 2, 2, 0);
        }
        assertThatThrownBy(() -> index((seen, total, skipped) -> {
                    if (seen == 128) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(index().looked()).isEqualTo(72);
    }

    @Test
    void anOpeningThatIsCancelledKeepsWhatWasKnown() throws Exception {
        for (int i = 0; i < 200; i++) {
            Folders.png(folder, "a/" + i + ".png", 2, 2, 0);
        }
        index();
        Folders.png(folder, "a/0.png", 3, 3, 0);
        assertThatThrownBy(() -> index((seen, total, skipped) -> {
                    if (seen == 64) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(index().looked()).isZero();
    }

    @Test
    void takesLittleMemoryForEachFile() throws Exception {
        byte[] png = TestPictures.encode(TestPictures.noise(40, 40), "png"); // 4,800 bytes of pixels
        for (int i = 0; i < FILES; i++) {
            Files.createDirectories(folder.resolve("class" + i % 10));
            Files.write(folder.resolve("class" + i % 10 + "/picture" + i + ".png"), png);
        }
        long start = System.nanoTime();
        DataSet first = DataSets.open(folder, FolderOptions.keptIn(home));
        long built = System.nanoTime();
        int size = first.training().size() + first.validation().size();
        first = null;
        long perFile = Math.min(memoryOfAFile(), Math.min(memoryOfAFile(), memoryOfAFile()));
        assertThat(size).isEqualTo(FILES);
        LOG.warn( // the tests print no less
                "{} files: index built in {} ms, {} bytes of memory a file, {} bytes on the disk.",
                FILES,
                (built - start) / 1_000_000,
                perFile,
                Files.size(new FolderIndexFile(home, folder).file()));
        assertThat(perFile).as("bytes of memory for each file").isLessThan(600);
    }

    /** What the folder takes, opened again, and what else comes to lie in the heap meanwhile; the least of some times is nearest to it. */
    private long memoryOfAFile() throws Exception {
        long before = used();
        DataSet data = DataSets.open(folder, FolderOptions.keptIn(home));
        long perFile = (used() - before) / FILES;
        assertThat(data.training().size() + data.validation().size()).isEqualTo(FILES);
        return perFile;
    }

    /** Memory in use when all that can be freed has been. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
