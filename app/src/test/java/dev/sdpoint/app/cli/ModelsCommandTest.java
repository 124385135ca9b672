package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.model.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sdpoint models} as a script would call it. */
@Timeout(300)
final class ModelsCommandTest {
    private static final String HOME = "sdpoint.home";
    private static final String SAMPLE = "wrn-16-2-cifar10";
    private static final String OF_THE_PROGRAM = "comes with the program, 'sample' for short\"";

    @TempDir
    private Path folder;

    private final String homeBefore = System.getProperty(HOME, "");
    private Path mine = Path.of("");

    @BeforeEach
    void write() throws Exception {
        System.setProperty(HOME, folder.resolve("home").toString());
        mine = folder.resolve("mine.sdp");
        ModelFiles.write(mine, SyntheticModel.of(SyntheticModel.data()));
    }

    @AfterEach
    void goHome() {
        System.setProperty(HOME, homeBefore);
    }

    @Test
    void takesInListsAndTells() {
        Answer empty = Answer.to("models", "list", "--format", "csv");
        assertThat(empty.rows()).hasSize(2);
        assertThat(empty.rows().get(1))
                .startsWith(SAMPLE + ",wrn-16-2,")
                .contains(",691674,")
                .endsWith(OF_THE_PROGRAM);
        Answer taken = Answer.to("models", "import", mine.toString());
        assertThat(taken.exit()).isZero();
        assertThat(taken.err().strip()).isEqualTo("Took in mine");
        assertThat(Answer.to("models", "import", mine.toString()).err().strip()).isEqualTo("Is there already: mine");
        Answer list = Answer.to("models", "list", "--format", "csv");
        assertThat(list.rows().get(0))
                .isEqualTo(
                        "model,network,method,data,parameters,instances,least_flops,most_flops,best_error,content,remark");
        assertThat(list.rows()).hasSize(3);
        assertThat(list.rows().get(1)).startsWith("mine,wrn-10-1,");
        assertThat(list.rows().get(2)).isEqualTo(empty.rows().get(1));
        Answer info = Answer.to("models", "info", "mine");
        assertThat(info.exit()).isZero();
        assertThat(info.out()).contains("wrn-10-1", "airplane", "full resolution");
        assertThat(Answer.to("models", "info", mine.toString()).out()).isEqualTo(info.out());
        String content = Pattern.compile("[0-9a-f]{12,64}")
                .matcher(list.rows().get(1))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(Answer.to("models", "info", content).out()).isEqualTo(info.out());
        assertThat(Answer.to("models", "info", "sample").out()).contains("wrn-16-2", "203.1", "691,674");
    }

    @Test
    void exportsDeletesAndRestores() throws Exception {
        Answer.to("models", "import", mine.toString());
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThat(Answer.to("models", "export", "mine", "--out", out.toString())
                        .exit())
                .isZero();
        assertThat(out.resolve("mine.sdp")).hasSameBinaryContentAs(mine);
        assertThat(Answer.to("models", "export", "sample", "--out", out.toString())
                        .exit())
                .isZero();
        assertThat(out.resolve("wrn-16-2-cifar10.sdp")).exists();
        assertThat(Answer.to("models", "delete", "mine").err().strip()).isEqualTo("Deleted mine");
        assertThat(Answer.to("models", "list", "--format", "csv").rows()).hasSize(2);
        assertThat(Answer.to("models", "list", "--deleted", "--format", "csv").rows())
                .hasSize(2);
        assertThat(Answer.to("models", "restore", "mine").err().strip()).isEqualTo("Restored mine");
        assertThat(Answer.to("models", "list", "--format", "csv").rows()).hasSize(3);
        assertThat(Answer.to("models", "list", "--deleted").out().strip()).isEqualTo("No model is deleted.");
    }

    @Test
    void exportsIntoANewFolderAndReplacesNothingUnasked() throws Exception {
        Answer.to("models", "import", mine.toString());
        Path there = folder.resolve("new").resolve("mine.sdp");
        String out = folder.resolve("new") + "/";
        assertThat(Answer.to("models", "export", "mine", "--out", out).exit()).isZero();
        assertThat(there).hasSameBinaryContentAs(mine);

        Files.writeString(there, "something else");
        Answer refused = Answer.to("models", "export", "mine", "--out", out);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(there + " is there already; nothing was written", "--force");
        assertThat(there).hasContent("something else");
        assertThat(Answer.to("models", "export", "mine", "--out", there.toString(), "--force")
                        .exit())
                .isZero();
        assertThat(there).hasSameBinaryContentAs(mine);
    }

    @Test
    void aNameThatIsNeitherFileNorFolderIsRefused() {
        String neither = folder.resolve("neither").toString();
        Answer refused = Answer.to("models", "export", "sample", "--out", neither);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("neither a file that ends with .sdp nor a folder that exists", "slash");
        assertThat(folder.resolve("neither")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongInOneSentence() throws Exception {
        assertThat(Answer.to("models").exit()).isEqualTo(2);
        Answer none = Answer.to("models", "delete", "none");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("There is no model \"none\"", "sdpoint models list");
        assertThat(Answer.to("models", "delete", "sample").err().strip())
                .isEqualTo("\"sample\" comes with the program and cannot be deleted.");
        Path bad = Files.writeString(folder.resolve("bad.sdp"), "no model");
        Answer refused = Answer.to("models", "import", bad.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err().strip().lines()).hasSize(1);
        assertThat(refused.err()).contains("is not a file of SDPoint Explorer");
        Files.createDirectories(folder.resolve("home/models"));
        Files.copy(bad, folder.resolve("home/models/bad.sdp"));
        assertThat(Answer.to("models", "list").out()).contains("bad", "is not a file of SDPoint Explorer");
        assertThat(Answer.to("models", "info", "bad").exit()).isEqualTo(1);
        assertThat(Answer.to("models", "restore", "none").err()).contains("No deleted model is called");
    }
}
