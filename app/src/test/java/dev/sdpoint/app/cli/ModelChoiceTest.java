package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SampleModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ModelChoiceTest {
    private static final String HOME = "sdpoint.home";
    private static final String SAMPLE = "wrn-16-2-cifar10";

    @TempDir
    private Path folder;

    private final String homeBefore = System.getProperty(HOME, "");
    private Path models = Path.of("");

    @BeforeEach
    void write() throws Exception {
        System.setProperty(HOME, folder.toString());
        models = Files.createDirectories(folder.resolve("models"));
        ModelFiles.write(models.resolve("Fast birds.sdp"), SyntheticModel.of(SyntheticModel.data()));
    }

    @AfterEach
    void goHome() {
        System.setProperty(HOME, homeBefore);
    }

    private Path copy(String name) throws Exception {
        return Files.copy(models.resolve("Fast birds.sdp"), models.resolve(name));
    }

    private static Optional<Path> file(String typed) throws ModelFileException {
        return ModelChoice.of(typed).file();
    }

    private static String refusal(String typed) {
        try {
            return "no refusal, but " + ModelChoice.of(typed);
        } catch (ModelFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void namesAreThoseOfTheLibraryWithoutRegardToCapitals() throws Exception {
        Path birds = models.resolve("Fast birds.sdp");
        for (String typed : List.of("Fast birds", "fast BIRDS", "Fast birds.sdp", "fast")) {
            assertThat(ModelChoice.of(typed)).as(typed).isEqualTo(new ModelChoice("Fast birds", Optional.of(birds)));
        }
        String content = ModelFiles.look(birds).content();
        assertThat(file(content.substring(0, 12))).contains(birds);
        assertThat(ModelChoice.of("fast").look().network().name()).isEqualTo("wrn-10-1");
    }

    @Test
    void theModelOfTheProgramHasNamesToo() throws Exception {
        for (String typed : List.of("sample", "SAMPLE", SAMPLE, SAMPLE + ".sdp", "wrn")) {
            assertThat(ModelChoice.of(typed)).as(typed).isEqualTo(new ModelChoice(SAMPLE, Optional.empty()));
        }
        assertThat(ModelChoice.of("sample").read().network().name()).isEqualTo("wrn-16-2");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "file systems of others take both names for one")
    void theWholeNameWinsOverItsBeginningAndOneLetterForLetterOverItsLikeness() throws Exception {
        Path fast = copy("Fast.sdp");
        Path small = copy("fast.sdp");
        copy("faster.sdp");
        assertThat(file("fast")).contains(small);
        assertThat(file("Fast")).contains(fast);
        assertThat(refusal("FAST")).isEqualTo("\"FAST\" fits 2 models: Fast and fast. Name one of them in this way.");
        assertThat(refusal("fa"))
                .isEqualTo("\"fa\" fits 4 models: Fast, fast, Fast birds and faster. Name one of them in this way.");
    }

    @Test
    void aFileWinsOverAName() throws Exception {
        Path file = copy("elsewhere").toAbsolutePath();
        assertThat(ModelChoice.of(file.toString())).isEqualTo(new ModelChoice("elsewhere", Optional.of(file)));
        Path here = Path.of("sample");
        assertThat(here).doesNotExist();
        Files.write(here, new byte[] {1});
        try {
            assertThat(file("sample")).contains(here);
        } finally {
            Files.delete(here);
        }
    }

    /** What is written like a file is never looked up as a name; whoever reads it says that it is not there. */
    @Test
    void aPathIsNoName() throws Exception {
        Path none = models.resolve("Fast");
        assertThat(file(none.toString())).contains(none);
        assertThatThrownBy(() -> ModelChoice.of(none.toString()).read())
                .hasMessage("There is no file " + none + ". Check the name.");
    }

    @Test
    void ofTwoWithOneNameTheFileIsAskedFor() throws Exception {
        Path other = copy(SAMPLE + ".sdp");
        assertThat(refusal(SAMPLE))
                .isEqualTo("\"" + SAMPLE + "\" fits 2 models: " + other + " and sample. Name one of them in this way.");
        Files.delete(other);
        SampleModels.export(other);
        assertThat(file(SAMPLE))
                .as("the same model: there is nothing to choose")
                .contains(other);
        assertThat(file("sample")).contains(other);
    }

    @Test
    void whatFitsNothingIsToldWithNamesLikeIt() {
        assertThat(refusal("fsat bird"))
                .isEqualTo(
                        "There is no file and no model \"fsat bird\". Names like it: Fast birds. 'sdpoint models list'"
                                + " has them all.");
        assertThat(refusal("cifar10"))
                .isEqualTo("There is no file and no model \"cifar10\". Names like it: " + SAMPLE
                        + ". 'sdpoint models list' has them all.");
        assertThat(refusal("xyz.sdp"))
                .isEqualTo("There is no file and no model \"xyz.sdp\". 'sdpoint models list' has them all.");
        assertThat(refusal("")).startsWith("There is no file and no model \"\". 'sdpoint");
        assertThat(refusal("a\0b")).startsWith("There is no file and no model");
    }

    @Test
    void aModelThatCannotBeReadSaysWhy() throws Exception {
        Files.writeString(models.resolve("broken.sdp"), "no model");
        assertThatThrownBy(() -> ModelChoice.of("broken").read())
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("broken.sdp is not a file of SDPoint Explorer");
    }

    /** By the commands themselves: one that reads, one that names models, one that writes. */
    @Test
    void commandsTakeNames() throws Exception {
        Answer studied = Answer.to(
                "study", "class-ranking", "--model", "fast", "--data", "bundled", "--images", "1", "--format", "csv");
        assertThat(studied.exit()).as(studied.err()).isZero();
        Path onnx = folder.resolve("half.onnx");
        Answer exported = Answer.to("export", "--model", "sample", "--budget", "0.5", "--out", onnx.toString());
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(onnx).exists();
        for (String command : List.of("sweep", "classify", "stream", "export")) {
            Answer none = Answer.to(arguments(command));
            assertThat(none.exit()).as(command).isEqualTo(1);
            assertThat(none.err().strip())
                    .isEqualTo(
                            "There is no file and no model \"fest\". Names like it: Fast birds. 'sdpoint models list'"
                                    + " has them all.");
        }
    }

    private String[] arguments(String command) {
        return switch (command) {
            case "sweep" -> new String[] {command, "--model", "fest", "--data", "bundled"};
            case "classify" -> new String[] {command, "--model", "fest", "--budget", "0.5", "a.png"};
            case "stream" -> new String[] {command, "--model", "fest", "--data", "bundled", "--target", "20ms"};
            default -> new String[] {command, "--model", "fest", "--all", "--out", folder.toString()};
        };
    }
}
