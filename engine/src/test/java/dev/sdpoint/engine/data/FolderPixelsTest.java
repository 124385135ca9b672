package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.faults.FaultTest;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPixelsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @BeforeEach
    void makePictures() throws Exception {
        for (String part : List.of("train", "val")) {
            for (String name : List.of("a", "b")) {
                for (int i = 0; i < 6; i++) {
                    byte[] png = TestPictures.encode(TestPictures.noise(40 + i, 30 + 7 * i), "png");
                    Folders.write(folder, part + "/" + name + "/" + i + ".png", png);
                }
            }
        }
    }

    private FolderOptions options() {
        return FolderOptions.keptIn(home).withSide(OptionalInt.of(16));
    }

    private DataSet open() throws DataException {
        return DataSets.open(folder, options());
    }

    private static int[] all(LabeledImages images) {
        return IntStream.range(0, images.size()).toArray();
    }

    private static BatchMaker maker(LabeledImages images, Augmentation augmentation) {
        return new BatchMaker(images, Normalization.CIFAR10, augmentation);
    }

    @Test
    void theSameSeedGivesTheSameBatchFromAnyThreadCachedOrNot() throws Exception {
        DataSet bare = DataSets.open(folder, FolderOptions.DEFAULT.withSide(OptionalInt.of(16)));
        for (Augmentation augmentation :
                List.of(new Augmentation.ResizedCrop(), new Augmentation.CropAndFlip(4), new Augmentation.None())) {
            Batch wanted = maker(bare.training(), augmentation).make(all(bare.training()), 9);
            DataSet data = open();
            BatchMaker maker = maker(data.training(), augmentation);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<Batch>> made = Stream.generate(
                                () -> threads.submit(() -> maker.make(all(data.training()), 9)))
                        .limit(8)
                        .toList();
                for (Future<Batch> one : made) {
                    assertThat(one.get()).isEqualTo(wanted);
                }
            } finally {
                threads.shutdownNow();
            }
            boolean seeded = !(augmentation instanceof Augmentation.None);
            assertThat(maker.make(all(data.training()), 10).equals(wanted)).isEqualTo(!seeded);
        }
    }

    @Test
    void everyPlaceOfABatchDrawsItsOwnCrop() throws Exception {
        LabeledImages images = open().training();
        Batch batch = maker(images, new Augmentation.ResizedCrop()).make(new int[] {0, 0}, 3);
        int size = images.bytesPerImage();
        assertThat(Arrays.copyOf(batch.images(), size))
                .isNotEqualTo(Arrays.copyOfRange(batch.images(), size, 2 * size));
    }

    @Test
    void aPlainColourSurvivesEveryCrop() throws Exception {
        Folders.imageNet(folder.resolve("plain"));
        DataSet data = DataSets.open(folder.resolve("plain"), options());
        Normalization identity = new Normalization(new float[3], new float[] {1, 1, 1});
        Batch batch =
                new BatchMaker(data.training(), identity, new Augmentation.ResizedCrop()).make(all(data.training()), 1);
        for (int i = 0; i < batch.size(); i++) {
            boolean cat = batch.labels()[i] == 0;
            for (int p = 0; p < 16 * 16; p++) {
                assertThat(batch.images()[(i * 256 + p) * 3]).isEqualTo(cat ? 1f : 0f);
                assertThat(batch.images()[(i * 256 + p) * 3 + 2]).isEqualTo(cat ? 0f : 1f);
            }
        }
    }

    @Test
    void streamsABatchAheadFromAFolder() throws Exception {
        LabeledImages images = open().training();
        BatchMaker maker = maker(images, new Augmentation.ResizedCrop());
        try (BatchStream stream = new BatchStream(maker, images.size(), 4, 7, 0, 6);
                BatchStream later = new BatchStream(maker, images.size(), 4, 7, 4, 6)) {
            List<Batch> batches = Stream.generate(stream::next).limit(6).toList();
            assertThat(later.next()).isEqualTo(batches.get(4));
            assertThat(later.next()).isEqualTo(batches.get(5));
        }
    }

    @Test
    void readsFromTheCacheWithoutTheFile() throws Exception {
        DataSet data = open();
        byte[] before = data.validation().pixels(3);
        try (Stream<Path> kept = Files.walk(home.resolve("pictures"))) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
        }
        Files.move(folder.resolve("val"), folder.resolve("away"));
        assertThat(data.validation().pixels(3)).isEqualTo(before);
        ImageFolder.clearKeptPictures(home);
        assertThatThrownBy(() -> data.validation().pixels(3))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("is not there any more");
    }

    @Test
    void saysThatTheWholeFolderIsGone(@TempDir Path other) throws Exception {
        Path disk = Folders.imageNet(other.resolve("disk"));
        DataSet data = DataSets.open(disk, options());
        Files.move(disk, other.resolve("elsewhere"));
        assertThatThrownBy(() -> data.training().pixels(0))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("The folder " + disk + " is not there any more. Connect its disk or put it back.");
        Files.move(other.resolve("elsewhere"), disk);
        assertThat(data.training().pixels(0)).hasSize(16 * 16 * 3);
    }

    @FaultTest
    void refusesAFileThatChangedAfterItWasOpened() throws Exception {
        DataSet data = open();
        for (String part : List.of("a", "b")) {
            for (int i = 0; i < 6; i++) {
                Files.setLastModifiedTime(
                        folder.resolve("val/" + part + "/" + i + ".png"),
                        FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));
            }
        }
        assertThatThrownBy(() -> data.validation().pixels(0))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("was changed after its folder was opened");
    }

    @Test
    void aPictureThatCannotBeDecodedIsLeftOutAtTheNextOpening() throws Exception {
        byte[] png = TestPictures.encode(TestPictures.noise(40, 40), "png");
        Folders.write(folder, "val/a/cut.png", Arrays.copyOf(png, png.length / 2));
        DataSet data = open();
        assertThat(data.validation().size()).isEqualTo(13);
        assertThat(data.report().skipped()).as("its header is sound").isEmpty();
        BatchMaker maker = maker(data.validation(), new Augmentation.None());
        assertThatThrownBy(() -> maker.make(all(data.validation()), 0))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("cut.png")
                .hasMessageContaining("open the folder again");
        DataSet again = open();
        assertThat(again.validation().size()).isEqualTo(12);
        assertThat(again.report().skipped()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("val/a/cut.png");
            assertThat(file.reason()).contains("cannot be decoded");
        });
        maker(again.validation(), new Augmentation.None()).make(all(again.validation()), 0);
        Files.write(folder.resolve("val/a/cut.png"), png); // mended
        assertThat(open().validation().size()).isEqualTo(13);
    }

    @Test
    void onePassFindsAllDamagedPictures() throws Exception {
        byte[] png = TestPictures.encode(TestPictures.noise(40, 40), "png");
        for (String part : List.of("train", "val")) {
            for (int i = 0; i < 7; i++) {
                Folders.write(folder, part + "/a/cut" + i + ".png", Arrays.copyOf(png, png.length / 2));
            }
        }
        DataSet data = open();
        assertThatThrownBy(() -> Normalization.of(data.training()))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageMatching(
                        ".*cut\\d.png is damaged or cut short.*"
                                + " Or open the folder again: it then does without this picture and 6 more that cannot be read[.]");
        int[] twice =
                IntStream.range(0, 2 * data.validation().size()).map(i -> i / 2).toArray();
        assertThatThrownBy(
                        () -> maker(data.validation(), new Augmentation.None()).make(twice, 0))
                .hasMessageEndingWith("does without this picture and 6 more that cannot be read.");
        DataSet again = open();
        assertThat(again.report().skipped()).hasSize(14);
        assertThat(Normalization.of(again.training()).mean()).hasSize(3);
    }

    /** A picture of a folder that is gone is not damaged, and there is no use in trying the others. */
    @Test
    void aPassEndsAtOnceWhereTheFolderIsGone(@TempDir Path other) throws Exception {
        Path disk = Folders.imageNet(other.resolve("disk"));
        DataSet data = DataSets.open(disk, options());
        Files.move(disk, other.resolve("elsewhere"));
        FirstProblem problem = new FirstProblem();
        for (int i = 0; i < data.training().size(); i++) {
            int image = i;
            problem.heed(() -> {
                assertThat(image).as("the first one ends the pass").isZero();
                assertThat(data.training().pixels(image)).isNotEmpty();
            });
        }
        assertThatThrownBy(problem::tell)
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("The folder " + disk + " is not there any more. Connect its disk or put it back.");
    }

    @Test
    void readsOddPicturesUpright() throws Exception {
        BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster()
                .setSamples(
                        0,
                        0,
                        20,
                        20,
                        0,
                        IntStream.generate(() -> 128).limit(400).toArray());
        Folders.write(folder, "val/a/grey.png", TestPictures.encode(grey, "png"));
        Folders.write(
                folder,
                "val/a/clear.png",
                TestPictures.encode(TestPictures.plain(20, 20, BufferedImage.TYPE_INT_ARGB, 0), "png"));
        Folders.write(folder, "val/a/cmyk.jpg", TestPictures.fourComponentJpeg(0, 255, 255, 255, 255));
        Folders.write(folder, "val/a/tiny.png", TestPictures.blackPng(1, 1));
        Folders.write(folder, "val/a/large.png", TestPictures.blackPng(6000, 5000));
        DataSet data = open();
        assertThat(data.report().skipped()).isEmpty();
        assertThat(data.validation().size()).isEqualTo(17);
        List<Integer> firstReds = IntStream.range(0, 17)
                .mapToObj(i -> data.validation().pixels(i))
                .filter(pixels -> IntStream.range(3, pixels.length).allMatch(p -> pixels[p] == pixels[p - 3]))
                .map(pixels -> pixels[0] & 0xFF)
                .sorted()
                .toList();
        assertThat(firstReds)
                .as("tiny, large, grey, clear on white, CMYK white")
                .hasSize(5)
                .startsWith(0, 0, 128);
        assertThat(firstReds.get(3)).isGreaterThan(250);
    }

    @Test
    void readsInksAnewThatAnOlderVersionKeptTooBright() throws Exception {
        byte[] inks = {11, -1, 0, 125};
        byte[] tiff = new TestTiff(1, 1, inks).kind(1, 5, 8, 1, 4).bytes();
        for (String part : List.of("train", "val")) {
            Path file = Folders.write(folder.resolve("inks"), part + "/a/a.tif", tiff);
            String key = String.join(
                    "|",
                    folder.resolve("inks").toString(),
                    part + "/a/a.tif",
                    String.valueOf(tiff.length),
                    String.valueOf(Files.getLastModifiedTime(file).toMillis()),
                    String.valueOf(PictureHeader.read(file).ends()),
                    String.valueOf(ImageNetCrops.keptSide(16)));
            new PictureCache(home.resolve("pictures"), 1 << 20, Clock.systemUTC())
                    .put(key, new RgbImage(1, 1, new byte[] {(byte) 222, 0, (byte) 224}));
            Folders.png(folder.resolve("inks"), part + "/b/b.png", 1, 1, 0);
        }
        LabeledImages images = DataSets.open(folder.resolve("inks"), options()).validation();
        assertThat(images.image(0).pixel(0, 0, 0) + images.image(1).pixel(0, 0, 0))
                .isEqualTo(124);
    }

    @Test
    void subsetReadsTheSamePictures() throws Exception {
        LabeledImages images = open().training();
        LabeledImages some = images.subset(new int[] {5, 1, 5});
        assertThat(some.inMemory()).isFalse();
        assertThat(some.size()).isEqualTo(3);
        assertThat(some.image(0)).isEqualTo(images.image(5));
        assertThat(some.image(1)).isEqualTo(images.image(1));
        assertThat(some.label(2)).isEqualTo(images.label(5));
    }

    @Test
    void normalizationOfAFolderIsThatOfItsPixels() throws Exception {
        LabeledImages images = open().training();
        byte[] pixels = new byte[images.size() * images.bytesPerImage()];
        for (int i = 0; i < images.size(); i++) {
            images.copyPixels(i, pixels, i * images.bytesPerImage());
        }
        LabeledImages copy = new LabeledImages(16, pixels, new int[images.size()]);
        assertThat(Normalization.of(images)).isEqualTo(Normalization.of(copy));
    }

    @Test
    void worksWhereNothingCanBeKept() throws Exception {
        Files.writeString(home.resolve("pictures"), "a file where the folder should be");
        assertThat(open().training().pixels(0)).hasSize(16 * 16 * 3);
    }
}
