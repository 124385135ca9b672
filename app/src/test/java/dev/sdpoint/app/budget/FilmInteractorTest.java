package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final BudgetModel budget = new BudgetModel();
    private final FilmModel state = budget.film();
    private final PictureInteractor pictures =
            new PictureInteractor(budget, workspace, new DirectTaskRunner(), new SplittableRandom(1));
    private final FilmInteractor film = new FilmInteractor(budget, pictures, new DirectTaskRunner());

    @BeforeEach
    void open() {
        BudgetStage.open(workspace, SyntheticModel.of(DATA), DATA);
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private String shown() {
        return budget.pictureProperty().get().orElseThrow().title();
    }

    @Test
    void goesOnWithTheOthersOfADropAndSaysWhatIsWrongWithEach() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.png"), "Dear reader");
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        film.openFiles(List.of(letter, picture("a.png"), empty, picture("b.png")));
        assertThat(shown()).isEqualTo("a.png");
        assertThat(state.problemsProperty().get().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("letter.png is not a picture"))
                .anySatisfy(line -> assertThat(line).startsWith("empty.jpg is empty (0 bytes)"));
        film.step(1);
        assertThat(shown()).as("past the empty one").isEqualTo("b.png");
        film.step(1);
        assertThat(shown()).as("stays at the end").isEqualTo("b.png");
        film.step(-1);
        assertThat(shown()).isEqualTo("a.png");
        film.step(-1);
        assertThat(state.atProperty().get()).isEqualTo(1);
    }

    @Test
    void listsAFolderByNameWithoutWhatIsNoPicture() throws IOException {
        picture("b.PNG");
        picture("A.png");
        picture("c.webp"); // told by its content
        Files.writeString(folder.resolve("notes.txt"), "not listed");
        Files.createDirectory(folder.resolve("d.png"));
        film.openFolder(folder);
        assertThat(state.framesProperty().get())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("A.png", "b.PNG", "c.webp");
        assertThat(shown()).isEqualTo("A.png");
    }

    @Test
    void saysSoIfAFolderHoldsNoPictures() {
        film.openFolder(folder);
        assertThat(budget.pictureProblemProperty().get()).contains("holds no pictures");
        assertThat(state.framesProperty().get()).isEmpty();
        film.openFolder(folder.resolve("gone"));
        assertThat(budget.pictureProblemProperty().get()).contains("could not be read");
    }

    @Test
    void playsToTheEndAndWaitsForAnswers() throws IOException {
        film.openFiles(List.of(picture("a.png"), picture("b.png"), picture("c.png")));
        film.togglePlaying();
        film.beat();
        assertThat(shown()).isEqualTo("b.png");
        budget.waitingProperty().set(true);
        film.beat();
        assertThat(shown()).isEqualTo("b.png");
        budget.waitingProperty().set(false);
        film.beat();
        assertThat(shown()).isEqualTo("c.png");
        film.beat();
        assertThat(state.playingProperty().get()).isFalse();
        film.togglePlaying();
        assertThat(shown()).as("from the start").isEqualTo("a.png");
    }

    @Test
    void holdsNoMoreThanSomeSmallPicturesOfALongFolder() throws IOException {
        Path one = picture("0000.png");
        List<Path> all = new ArrayList<>();
        for (int i = 1; i < 600; i++) {
            all.add(Files.createLink(folder.resolve("%04d.png".formatted(i)), one));
        }
        film.openFolder(folder);
        for (int i = 0; i < 60; i++) {
            film.step(10);
        }
        assertThat(state.framesProperty().get()).hasSize(all.size() + 1);
        assertThat(state.looks().size()).isBetween(9, 256);
    }

    @Test
    void damagedFilesAtTheEndAreNotInTheWayOfTheOthers() throws IOException {
        picture("a.png");
        picture("b.png");
        Files.writeString(folder.resolve("c.png"), "no picture");
        Files.writeString(folder.resolve("d.png"), "no picture");
        film.openFolder(folder);
        film.step(4);
        assertThat(shown()).as("the last that can be shown").isEqualTo("b.png");
        film.step(1);
        film.step(10);
        assertThat(shown()).isEqualTo("b.png");
        film.togglePlaying();
        assertThat(shown()).as("from the start").isEqualTo("a.png");
        film.beat();
        assertThat(shown()).isEqualTo("b.png");
        assertThat(state.playingProperty().get()).isTrue();
        film.beat();
        assertThat(state.playingProperty().get()).isFalse();
    }

    @Test
    void damagedFilesAtTheStartAreNotInTheWayEither() throws IOException {
        Files.writeString(folder.resolve("a.png"), "no picture");
        picture("b.png");
        picture("c.png");
        film.openFiles(List.of(folder.resolve("a.png"), folder.resolve("b.png"), folder.resolve("c.png")));
        film.step(1);
        assertThat(shown()).isEqualTo("c.png");
        film.step(-3);
        assertThat(shown()).isEqualTo("b.png");
        film.step(-1);
        assertThat(state.atProperty().get()).isEqualTo(1);
    }
}
