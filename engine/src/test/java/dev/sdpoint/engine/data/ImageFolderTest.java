package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
    @TempDir
    private Path folder;

    private DataSet open() throws DataException {
        return DataSets.open(folder, FolderOptions.DEFAULT);
    }

    private static int count(LabeledImages images, int label) {
        return (int) IntStream.range(0, images.size())
                .filter(i -> images.label(i) == label)
                .count();
    }

    @Test
    void readsTheLayoutOfImageNet() throws Exception {
        Folders.imageNet(folder);
        DataSet data = open();
        assertThat(data.classNames()).containsExactly("cat", "dog");
        assertThat(count(data.training(), 0)).isEqualTo(4);
        assertThat(count(data.training(), 1)).isEqualTo(4);
        assertThat(count(data.validation(), 0)).isEqualTo(2);
        assertThat(count(data.validation(), 1)).isEqualTo(2);
        assertThat(data.title()).isEqualTo(String.valueOf(folder.getFileName()));
        assertThat(data.training().inMemory()).isFalse();
        assertThat(data.report()).isEqualTo(FolderReport.NONE);
        for (int i = 0; i < data.validation().size(); i++) {
            boolean cat = data.validation().label(i) == 0;
            assertThat(data.validation().pixel(i, 3, 3, 0)).isEqualTo(cat ? 255 : 0);
            assertThat(data.validation().pixel(i, 3, 3, 2)).isEqualTo(cat ? 0 : 255);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation", "valid", "test", "Val"})
    void takesOtherNamesOfTheSecondPart(String name) throws Exception {
        Folders.imageNet(folder);
        Files.move(folder.resolve("val"), folder.resolve(name));
        assertThat(open().validation().size()).isEqualTo(4);
    }

    @Test
    void saysWhichFolderIsNotUsedWhenThereAreTwoForValidation() throws Exception {
        Folders.imageNet(folder);
        Folders.png(folder, "test/cat/9.png", 8, 8, 0);
        DataSet data = open();
        assertThat(data.validation().size()).isEqualTo(4);
        assertThat(data.report().notes()).containsExactly("The folder test is not used: train and val are.");
    }

    @Test
    void splitsPlainClassFoldersByTheHashOfThePath() throws Exception {
        for (int i = 0; i < 100; i++) {
            Folders.png(folder, "a/" + i + ".png", 2, 2, 0);
            Folders.png(folder, "b/" + i + ".png", 2, 2, 0xFFFFFF);
        }
        DataSet data = open();
        assertThat(data.training().size() + data.validation().size()).isEqualTo(200);
        long expected = IntStream.range(0, 100)
                .boxed()
                .flatMap(i -> List.of("a/" + i + ".png", "b/" + i + ".png").stream())
                .filter(path -> ImageFolder.forValidation(ImageFolder.hash(path)))
                .count();
        assertThat(data.validation().size()).isEqualTo((int) expected).isBetween(25, 55);
        assertThat(data.report().notes())
                .singleElement()
                .asString()
                .contains("80 %")
                .contains("20 %");
        assertThat(open().fingerprint()).isEqualTo(data.fingerprint());
        int changes = 0;
        for (int i = 1; i < data.training().size(); i++) {
            changes += data.training().label(i) == data.training().label(i - 1) ? 0 : 1;
        }
        assertThat(changes).as("classes are mixed").isGreaterThan(40);
    }

    @Test
    void theHashIsTheSameEverywhere() {
        // printf a/1.png | sha256sum
        assertThat(String.format("%016x", ImageFolder.hash("a/1.png"))).isEqualTo("8630ea9308078482");
        assertThat(ImageFolder.forValidation(0)).isTrue();
        assertThat(ImageFolder.forValidation(0x3333_0000_0000_0000L)).isTrue(); // 0.19999 of 2^64
        assertThat(ImageFolder.forValidation(0x3334_0000_0000_0000L)).isFalse(); // 0.20001
        assertThat(ImageFolder.forValidation(-1)).as("the largest").isFalse();
    }

    @Test
    void aPictureThatIsAddedMovesNoOther() throws Exception {
        for (int i = 0; i < 20; i++) {
            Folders.png(folder, "a/" + i + ".png", 2, 2, i);
            Folders.png(folder, "b/" + i + ".png", 2, 2, i);
        }
        DataSet before = open();
        Folders.png(folder, "a/new.png", 2, 2, 0);
        DataSet after = open();
        boolean forValidation = ImageFolder.forValidation(ImageFolder.hash("a/new.png"));
        assertThat(after.validation().size()).isEqualTo(before.validation().size() + (forValidation ? 1 : 0));
        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @Test
    void splitsATrainFolderThatStandsAlone() throws Exception {
        for (int i = 0; i < 20; i++) {
            Folders.png(folder, "train/a/" + i + ".png", 2, 2, 0);
            Folders.png(folder, "train/b/" + i + ".png", 2, 2, 0);
        }
        DataSet data = open();
        assertThat(data.classNames()).containsExactly("a", "b");
        assertThat(data.training().size() + data.validation().size()).isEqualTo(40);
    }

    @Test
    void takesOddNamesInTheOrderOfTheirCharacters() throws Exception {
        Assumptions.assumeTrue(System.getProperty("sun.jnu.encoding", "").startsWith("UTF"));
        String longName = "x".repeat(200);
        String decomposed = "Cafe\u0301";
        for (String name : List.of("two words", longName, decomposed, "Zebra", "犬", ".hidden")) {
            for (int i = 0; i < 12; i++) {
                Folders.png(folder, name + "/" + i + ".png", 2, 2, 0);
            }
        }
        Folders.png(folder, "Zebra/.DS_Store", 2, 2, 0);
        Folders.png(folder, "Zebra/Thumbs.db", 2, 2, 0);
        DataSet data = open();
        assertThat(data.classNames()).containsExactly("Caf\u00e9", "Zebra", "two words", longName, "犬");
        assertThat(data.training().size() + data.validation().size()).isEqualTo(60);
        assertThat(data.report().skipped()).isEmpty();
    }

    @Test
    void findsPicturesInFoldersWithinAClassFolder() throws Exception {
        Folders.imageNet(folder);
        Folders.png(folder, "train/cat/more/and/deeper.png", 2, 2, 0xFF0000);
        assertThat(count(open().training(), 0)).isEqualTo(5);
    }

    @Test
    void listsWhatIsNoPictureWithTheReason() throws Exception {
        Folders.imageNet(folder);
        Folders.write(folder, "train/cat/empty.png", new byte[0]);
        Folders.write(folder, "train/cat/notes.jpg", "hello".getBytes(StandardCharsets.UTF_8));
        Folders.write(folder, "train/dog/huge.png", TestPictures.headerOnlyPng(50_000, 50_000));
        Folders.write(folder, "train/readme.txt", new byte[] {1});
        Folders.png(folder, "val/fish/0.png", 2, 2, 0);
        DataSet data = open();
        assertThat(data.report().skipped())
                .extracting(SkippedFile::path)
                .containsExactly(
                        "train/cat/empty.png",
                        "train/cat/notes.jpg",
                        "train/dog/huge.png",
                        "train/readme.txt",
                        "val/fish/0.png");
        assertThat(data.report().skipped())
                .extracting(SkippedFile::reason)
                .satisfiesExactly(
                        empty -> assertThat(empty).startsWith("It is empty (0 bytes)."),
                        text -> assertThat(text).startsWith("It is not a picture that can be read here."),
                        huge -> assertThat(huge)
                                .contains("50,000 × 50,000 pixels")
                                .contains("250 megapixels"),
                        loose -> assertThat(loose).startsWith("It lies outside the class folders."),
                        fish -> assertThat(fish).contains("no pictures of the class fish in train"));
        assertThat(data.report().skippedSentence()).startsWith("5 files were left out, the first is train/cat/empty");
        assertThat(data.classNames()).containsExactly("cat", "dog");
    }

    @Test
    void readsAPictureUnderAWrongName() throws Exception {
        Folders.imageNet(folder);
        Files.move(folder.resolve("train/cat/0.png"), folder.resolve("train/cat/0.jpg"));
        DataSet data = open();
        assertThat(data.training().size()).isEqualTo(8);
        assertThat(data.report().skipped()).isEmpty();
    }

    @Test
    void anEmptyClassFolderIsNoClassAndIsTold() throws Exception {
        Folders.imageNet(folder);
        Files.createDirectories(folder.resolve("train/bird"));
        DataSet data = open();
        assertThat(data.classNames()).containsExactly("cat", "dog");
        assertThat(data.report().notes())
                .containsExactly("The class folder bird has no picture that can be read; there is no such class.");
    }

    @Test
    void refusesFewerThanTwoClasses() throws Exception {
        Folders.png(folder, "only/1.png", 2, 2, 0);
        assertThatThrownBy(this::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("only one class folder with pictures that can be read, only")
                .hasMessageContaining("At least two classes are needed");
    }

    @Test
    void refusesPartsWithoutClassFolders() throws Exception {
        Folders.png(folder, "train/1.png", 2, 2, 0);
        Folders.png(folder, "val/2.png", 2, 2, 0);
        assertThatThrownBy(this::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There are no class folders in " + folder.resolve("train"));
    }

    @Test
    void refusesAValidationPartAlone() throws Exception {
        Folders.png(folder, "val/a/2.png", 2, 2, 0);
        assertThatThrownBy(this::open).isInstanceOf(DataException.class).hasMessageContaining("none for training");
    }

    @Test
    void refusesTooFewPicturesToSplit() throws Exception {
        Folders.png(folder, "a/1.png", 2, 2, 0);
        Folders.png(folder, "b/1.png", 2, 2, 0);
        assertThatThrownBy(this::open).isInstanceOf(DataException.class).hasMessageContaining("too few to be split");
    }

    @Test
    void followsLinksOnceAndListsThoseThatLeadOut(@TempDir Path elsewhere) throws Exception {
        Folders.imageNet(folder);
        Folders.png(elsewhere, "birds/1.png", 2, 2, 0);
        try {
            Files.createSymbolicLink(folder.resolve("train/bird"), elsewhere.resolve("birds"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("this system makes no links here");
        }
        Files.createSymbolicLink(folder.resolve("train/cat/up"), folder.resolve("train"));
        Files.createSymbolicLink(folder.resolve("train/ape"), folder.resolve("train/dog"));
        Files.createSymbolicLink(folder.resolve("train/cat/gone.png"), folder.resolve("nowhere.png"));
        Files.createSymbolicLink(folder.resolve("train/cat/self.png"), folder.resolve("train/cat/self.png"));
        Files.createSymbolicLink(folder.resolve("train/cat/same.png"), folder.resolve("train/cat/0.png"));
        DataSet data = open();
        assertThat(data.classNames()).containsExactly("bird", "cat", "dog");
        assertThat(count(data.training(), 1)).as("four cats and a link to one").isEqualTo(5);
        assertThat(data.report().linksOutside()).containsExactly("train/bird");
        assertThat(data.report().skipped())
                .extracting(SkippedFile::path)
                .containsExactly("train/ape", "train/cat/gone.png", "train/cat/self.png", "train/cat/up");
        assertThat(data.report().skipped().get(0).reason()).startsWith("It is a link to train/dog,");
        assertThat(data.report().skipped().get(1).reason()).contains("something that is not there");
        assertThat(data.report().skipped().get(3).reason()).startsWith("It is a link to train,");
    }

    @Test
    void choosesTheSideByThePicturesUnlessTold() throws Exception {
        Folders.imageNet(folder);
        assertThat(open().side()).isEqualTo(32);
        assertThat(DataSets.open(folder, FolderOptions.DEFAULT.withSide(OptionalInt.of(16)))
                        .side())
                .isEqualTo(16);
        for (int i = 0; i < 9; i++) {
            Folders.png(folder, "train/cat/large" + i + ".png", 60, 49, 0);
        }
        assertThat(open().side()).isEqualTo(64);
        assertThatThrownBy(() -> FolderOptions.DEFAULT.withSide(OptionalInt.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside 8 to 512");
    }

    @Test
    void leavesAPictureOfTheSizeOfTheImagesAsItIs() throws Exception {
        Folders.imageNet(folder);
        BufferedImage noise = TestPictures.noise(32, 32);
        Folders.write(folder, "val/cat/noise.png", TestPictures.encode(noise, "png"));
        DataSet data = open();
        RgbImage wanted = PictureReader.read(folder.resolve("val/cat/noise.png"));
        assertThat(IntStream.range(0, data.validation().size())
                        .mapToObj(data.validation()::image)
                        .toList())
                .contains(wanted);
    }

    @Test
    void fingerprintFollowsContentSideAndNames() throws Exception {
        Folders.imageNet(folder);
        String before = open().fingerprint();
        assertThat(open().fingerprint()).isEqualTo(before);
        assertThat(DataSets.open(folder, FolderOptions.DEFAULT.withSide(OptionalInt.of(16)))
                        .fingerprint())
                .isNotEqualTo(before);
        Folders.png(folder, "val/cat/0.png", 40, 20, 0xFE0000);
        assertThat(open().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void anInterruptEndsTheOpening() throws Exception {
        Folders.imageNet(folder);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(this::open).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        for (int i = 0; i < 70; i++) {
            Folders.png(folder, "a/" + i + ".png", 2, 2, 0);
            Folders.png(folder, "b/" + i + ".png", 2, 2, 0);
        }
        Folders.write(folder, "a/0.png", new byte[0]);
        Set<List<Long>> told = new LinkedHashSet<>();
        DataSets.open(
                folder,
                FolderOptions.DEFAULT.withProgress((seen, total, skipped) -> told.add(List.of(seen, total, skipped))));
        assertThat(told)
                .containsExactly(
                        List.of(0L, 0L, 0L), List.of(64L, 140L, 1L), List.of(128L, 140L, 1L), List.of(140L, 140L, 1L));
    }

    /** A disk of its own may be the data set, such as D:\\ or a card. */
    @Test
    void aDataSetIsCalledAsItsFolderOrAsTheRootOfTheDisk() {
        assertThat(DataSets.title(folder.resolve("birds"))).isEqualTo("birds");
        Path root = folder.toAbsolutePath().getRoot();
        assertThat(DataSets.title(root)).isEqualTo(root.toString());
    }
}
