package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sdpoint export} as a script would call it. */
final class ExportCommandTest {
    @TempDir
    private Path folder;

    /** Writes a model without training to {@code m.sdp}. */
    private SdpModel model() throws Exception {
        SdpModel model = SyntheticModel.of(SmallData.of(BundledCifar10.load(), 1, 20), new WideResNet(10, 1, 10, 32));
        ModelFiles.write(folder.resolve("m.sdp"), model);
        return model;
    }

    private Answer export(String... rest) {
        Stream<String> start =
                Stream.of("export", "--model", folder.resolve("m.sdp").toString());
        return Answer.to(Stream.concat(start, Stream.of(rest)).toArray(String[]::new));
    }

    private static List<String> files(Path folder) throws Exception {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTheBestInstanceWithinABudget() throws Exception {
        SdpModel model = model();
        InstanceScore best = new BudgetMenu(model.sweep(), model.space()).best(0.5);

        Answer answer =
                export("--budget", "0.5", "--out", folder.resolve("half.onnx").toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith(best.instance().label() + ": ");
        assertThat(files(folder)).containsExactly("half.onnx", "half.onnx.md", "m.sdp");
        assertThat(folder.resolve("half.onnx.md"))
                .content()
                .contains("| `half.onnx` | " + best.instance().label() + " |");
        byte[] half = Files.readAllBytes(folder.resolve("half.onnx"));
        assertThat(new String(half, StandardCharsets.UTF_8))
                .contains(best.instance().label(), "probabilities");
    }

    @Test
    void namesTheFileItselfInAFolderThatIsThere() throws Exception {
        SdpModel model = model();
        String name = OnnxExport.name(
                model, new BudgetMenu(model.sweep(), model.space()).best(0.5).instance());

        Answer answer = export("--budget", "0.5", "--out", folder.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(files(folder)).contains(name, name + ".md");
    }

    @Test
    void writesEveryInstanceWorthItsCost() throws Exception {
        SdpModel model = model();
        List<InstanceScore> offers = new BudgetMenu(model.sweep(), model.space()).offers();

        Answer answer = export("--all", "--out", folder.resolve("all").toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(offers).hasSizeGreaterThan(1);
        assertThat(files(folder.resolve("all")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("wrn-10-1-onnx.md"),
                                offers.stream().map(offer -> OnnxExport.name(model, offer.instance())))
                        .toList());
    }

    @Test
    void replacesNothingUnlessForced() throws Exception {
        model();
        Path mine = Files.writeString(folder.resolve("half.onnx.md"), "mine");
        String[] half = {"--budget", "0.5", "--out", folder.resolve("half.onnx").toString()};

        Answer refused = export(half);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().strip()).startsWith(mine + " is there already").contains("--force");
        assertThat(refused.err().strip().lines()).hasSize(1);
        assertThat(mine).hasContent("mine");
        assertThat(files(folder)).containsExactly("half.onnx.md", "m.sdp");

        Answer forced =
                export(Stream.concat(Stream.of(half), Stream.of("--force")).toArray(String[]::new));
        assertThat(forced.exit()).as(forced.err()).isZero();
        assertThat(mine).content().contains("half.onnx");
        assertThat(files(folder)).containsExactly("half.onnx", "half.onnx.md", "m.sdp");
    }

    @Test
    void replacesNothingInAFolderUnlessForced() throws Exception {
        model();
        String[] all = {"--all", "--out", folder.resolve("all").toString()};
        assertThat(export(all).exit()).isZero();
        List<String> written = files(folder.resolve("all"));
        Path one = Files.writeString(folder.resolve("all").resolve("wrn-10-1-full.onnx"), "mine");

        Answer refused = export(all);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(" and " + (written.size() - 1) + " more are there already");
        assertThat(one).hasContent("mine");
        Answer forced =
                export(Stream.concat(Stream.of(all), Stream.of("--force")).toArray(String[]::new));
        assertThat(forced.exit()).as(forced.err()).isZero();
        assertThat(Files.size(one)).isGreaterThan(1000);
        assertThat(files(folder.resolve("all"))).isEqualTo(written);
    }

    @Test
    void saysIfNothingIsSoCheap() throws Exception {
        model();

        Answer answer =
                export("--budget", "0.01", "--out", folder.resolve("m.onnx").toString());

        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).startsWith("No instance costs as little as 1 %; this is the cheapest");
    }

    @Test
    void refusesWhatCannotBeMeant() throws Exception {
        model();
        String out = folder.resolve("m.onnx").toString();
        for (String[] wrong : List.of(
                new String[] {"--out", out},
                new String[] {"--all", "--budget", "0.5", "--out", out},
                new String[] {"--budget", "50", "--out", out},
                new String[] {"--budget", "0.5"})) {
            Answer answer = export(wrong);

            assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
            assertThat(answer.err().strip().lines()).hasSize(1);
        }
        assertThat(files(folder)).containsExactly("m.sdp");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentence() throws Exception {
        model();

        Answer answer =
                export("--all", "--out", folder.resolve("m.sdp").resolve("in").toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err()).doesNotContain("Exception");
        assertThat(files(folder)).containsExactly("m.sdp");
    }
}
