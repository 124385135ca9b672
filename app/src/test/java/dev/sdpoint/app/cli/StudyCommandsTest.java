package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studies as a script would call them, on a made-up model: random weights, and recorded outcomes that are known. */
final class StudyCommandsTest {
    @TempDir
    private static Path folder;

    private static Path model;
    private static Outcomes outcomes;
    private static DataSet data;

    @BeforeAll
    static void make() throws Exception {
        data = SyntheticModel.data();
        SdpModel made = SyntheticModel.of(data);
        outcomes = made.outcomes().outcomes();
        model = folder.resolve("made-up.sdp");
        ModelFiles.write(model, made);
    }

    private static Answer study(String name, String... more) {
        String[] start = {"study", name, "--model", model.toString(), "--data", "bundled"};
        String[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return Answer.to(all);
    }

    @Test
    void minimumCostCountsTheRecordedOutcomes() throws Exception {
        Path figure = folder.resolve("minimum.svg");
        Answer answer = study("minimum-cost", "--format", "csv", "--figure", figure.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(String.join(",", answer.table().get(0)))
                .isEqualTo("model,top,point,ratio,flops,relative_cost,images,share,non_monotone,solved_so_far");
        assertThat(answer.table()).hasSize(1 + 2 * 8);
        String[] never = answer.table().get(8);
        assertThat(never[2]).isEmpty();
        int unsolved = 0;
        for (int image = 0; image < outcomes.images(); image++) {
            boolean solved = false;
            for (int instance = 0; instance < 7; instance++) {
                solved |= outcomes.right(image, instance, 1);
            }
            unsolved += solved ? 0 : 1;
        }
        assertThat(never[6]).isEqualTo(String.valueOf(unsolved)).isNotEqualTo("0");
        assertThat(answer.table().subList(1, 9).stream()
                        .mapToInt(r -> Integer.parseInt(r[6]))
                        .sum())
                .isEqualTo(outcomes.images());
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(figure.toFile());
    }

    @Test
    void ablationComparesSmallerSpacesAndModels() throws Exception {
        Path other = Files.copy(model, folder.resolve("other.sdp"));
        Path json = folder.resolve("ablation.json");
        Path figure = folder.resolve("ablation.png");
        Answer answer =
                study("ablation", "--model", other.toString(), "--out", json.toString(), "--figure", figure.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("made-up, mean error over budgets").contains("models, mean error");
        JsonNode root = new JsonMapper().readTree(json.toFile());
        assertThat(root.get("study").asText()).isEqualTo("ablation");
        assertThat(root.get("findings")).hasSize(3);
        // 3 points, 2 ratios: 7 instances, without the even point 5, of one ratio 4; for each of the two models.
        assertThat(root.get("rows")).hasSize(2 * (7 + 5 + 4 + 4));
        assertThat(root.get("rows").get(0).get("ratio").asDouble()).isEqualTo(0.5);
        BufferedImage picture = ImageIO.read(figure.toFile());
        // four panels of 500, two by two, with 36 between them and 24 around, at twice the pixels
        assertThat(picture.getWidth()).isEqualTo(2 * (2 * 500 + 36 + 2 * 24));
    }

    @Test
    void classRankingListsEveryClassOfAnInstance() {
        Answer answer = study("class-ranking", "--instance", "1:0.5", "--format", "csv");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.table()).hasSize(1 + 10);
        double before = Double.POSITIVE_INFINITY;
        for (String[] row : answer.table().subList(1, 11)) {
            double lost = Double.parseDouble(row[10]);
            assertThat(lost).isLessThanOrEqualTo(before);
            before = lost;
            assertThat(Double.parseDouble(row[6]) - Double.parseDouble(row[7]))
                    .isCloseTo(Double.parseDouble(row[8]), within(2e-6));
        }
    }

    @Test
    void cascadeRunsTheNetworkOnChosenImages() throws Exception {
        Path csv = folder.resolve("cascade.csv");
        Path figure = folder.resolve("cascade.svg");
        Answer answer = study("cascade", "--images", "60", "--out", csv.toString(), "--figure", figure.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("60 validation images").contains("Chosen on 30 images");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0))
                .isEqualTo("model,kind,instances,threshold,flops,relative_cost,top1_error,top1_error_when_chosen");
        assertThat(lines.stream().filter(l -> l.contains(",oracle,"))).hasSize(5);
        assertThat(lines.stream().filter(l -> l.contains(",chain,"))).hasSize(52);
        assertThat(figure).isRegularFile();
    }

    @Test
    void calibrationListsErrorsOrBins() {
        Answer errors = study("calibration", "--images", "40", "--format", "csv");
        assertThat(errors.exit()).as(errors.err()).isZero();
        assertThat(errors.table()).hasSize(1 + 7);

        Answer bins = study("calibration", "--images", "40", "--format", "csv", "--bins");
        assertThat(bins.table()).hasSize(1 + 7 * 15);
        assertThat(bins.table().subList(1, 16).stream()
                        .mapToInt(r -> Integer.parseInt(r[5]))
                        .sum())
                .isEqualTo(40);
    }

    @Test
    void statisticsAreComparedForEveryInstance() throws Exception {
        Path figure = folder.resolve("statistics.png");
        Answer answer = study("statistics", "--images", "40", "--format", "csv", "--figure", figure.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.table()).hasSize(1 + 7);
        for (String[] row : answer.table().subList(1, 8)) {
            // All statistics of the made-up model are 0 and 1, so uniform and full ones are the same.
            assertThat(row[6]).isEqualTo(row[7]);
        }
        assertThat(ImageIO.read(figure.toFile()).getWidth()).isEqualTo(2 * 720);
    }

    @Test
    void scaleSensitivityComparesSizes() throws Exception {
        Path figure = folder.resolve("scale.svg");
        Answer answer = study(
                "scale-sensitivity",
                "--images",
                "20",
                "--instances",
                "full",
                "--sizes",
                "40,32,36",
                "--format",
                "json",
                "--figure",
                figure.toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        JsonNode rows = new JsonMapper().readTree(answer.out()).get("rows");
        // the mean, three sizes, three pairs
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0).get("smaller_side").isNull()).isTrue();
        double mean = 0;
        for (int pair = 4; pair < 7; pair++) {
            mean += rows.get(pair).get("cosine_similarity").asDouble() / 3;
        }
        assertThat(rows.get(0).get("cosine_similarity").asDouble())
                .isCloseTo(mean, within(1e-12))
                .isBetween(0.0, 1.0);
        assertThat(figure).isRegularFile();
    }

    @Test
    void sweepTakesAChoiceOfStatistics() {
        Answer none = Answer.to(
                "sweep", "--model", model.toString(), "--data", "bundled", "--statistics", "none", "--format", "csv");

        assertThat(none.exit()).as(none.err()).isZero();
        assertThat(none.out().lines().findFirst())
                .hasValue("point,ratio,flops,relative_cost,top1_error,top5_error,millis_per_image,dominated");
        assertThat(none.table()).hasSize(8);
    }

    @Test
    void wrongUseIsOneSentenceAndExitTwoBeforeAnythingRuns() {
        for (String[] wrong : List.of(
                new String[] {"cascade", "--figure", "a.bmp"},
                new String[] {"cascade", "--out", "a.txt"},
                new String[] {"cascade", "--images", "-1"},
                new String[] {"class-ranking", "--instance", "9:0.5"},
                new String[] {"class-ranking", "--instance", "half"},
                new String[] {"class-ranking", "--instance", "0:1"},
                new String[] {"scale-sensitivity", "--sizes", "32"},
                new String[] {"scale-sensitivity", "--sizes", "16,32"},
                new String[] {"statistics", "--format", "xml"})) {
            Answer answer = study(wrong[0], Arrays.copyOfRange(wrong, 1, wrong.length));
            assertThat(answer.exit()).as(Arrays.toString(wrong)).isEqualTo(2);
            assertThat(answer.err().strip().lines().count()).as(answer.err()).isEqualTo(1);
            assertThat(answer.err()).doesNotContain("Exception");
        }
        assertThat(Answer.to("study").exit()).isEqualTo(2);
        assertThat(Answer.to("study").err()).contains("scale-sensitivity");
    }

    @Test
    void aFileThatCannotBeWrittenIsOneSentenceAndExitOne() throws Exception {
        Path taken = Files.writeString(folder.resolve("a-file"), "x");
        Answer answer = study("minimum-cost", "--figure", taken.resolve("f.svg").toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err().strip().lines().count()).as(answer.err()).isEqualTo(1);
    }
}
