package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbers of a card, counted by hand. */
final class ModelCardTest {
    private static final String COMMAND = "sdpoint train --data FOLDER --epochs 3";

    @Test
    void listsEveryInstanceFromTheCheapestWithMarginAndMark() {
        SdpModel model = TestModels.withScores(TestModels.small(), scores -> errors(scores, 0.5, 0.1));
        String card = ModelCard.markdown(model, COMMAND);
        List<String> rows = card.lines()
                .filter(line -> line.contains("±") && line.startsWith("|"))
                .toList();
        assertThat(rows).hasSize(7);
        // 1.96 · sqrt(0.1 · 0.9 / 10,000) = 0.588 %, 1.96 · sqrt(0.25 / 10,000) = 0.98 %
        assertThat(rows.get(0))
                .contains("after block 1 · ×0.3333", "49.7 %", "10.00 ± 0.59 %")
                .doesNotContain("dominated");
        assertThat(rows.subList(1, 7)).allMatch(row -> row.contains("50.00 ± 0.98 %") && row.contains("dominated"));
        assertThat(rows).filteredOn(row -> row.contains("| – |")).hasSize(2); // times of point 2 were not measured
    }

    private static List<InstanceScore> errors(List<InstanceScore> scores, double others, double cheapest) {
        List<InstanceScore> changed = new ArrayList<>();
        for (InstanceScore s : scores) {
            boolean first = s.instance().equals(new Instance.Downsampled(1, 1.0 / 3));
            changed.add(new InstanceScore(
                    s.instance(), s.flops(), s.relativeCost(), first ? cheapest : others, 0.1, 1, s.millisPerImage()));
        }
        return changed;
    }

    @Test
    void countsTheLeastCosts() {
        // of 8 images: 3 right everywhere, 2 never, 1 under the cheapest alone, 2 under the dearest alone
        SdpModel model = TestModels.small();
        int instances = model.space().size();
        int cheapest = 1;
        int dearest = 6;
        short[] ranks = new short[instances * 8];
        for (int k = 0; k < instances; k++) {
            for (int image = 3; image < 8; image++) {
                boolean right = (image == 5 && k == cheapest) || (image > 5 && k == dearest);
                ranks[k * 8 + image] = (short) (right ? 0 : 3);
            }
        }
        Outcomes outcomes =
                new Outcomes(model.space().instances(), 8, new short[ranks.length], new float[ranks.length], ranks);
        assertThat(model.sweep().byCost().get(0).instance())
                .isEqualTo(model.space().instances().get(cheapest));
        assertThat(model.sweep().byCost().get(6).instance())
                .isEqualTo(model.space().instances().get(dearest));
        String card = ModelCard.markdown(
                TestModels.withOutcomes(model, new RecordedOutcomes(new long[8], outcomes)), COMMAND);
        assertThat(card)
                .contains(
                        "over the 8 validation images",
                        "| Right under the cheapest instance | 4 | 50.0 % |",
                        "| Never right: the error of the oracle | 2 | 25.0 % |",
                        "| Right at some cost, wrong at a higher one | 1 | 12.5 % |");
    }

    @Test
    void namesArchitectureTrainingCommandSourceAndLimits() {
        assertThat(ModelCard.markdown(TestModels.small(), COMMAND))
                .contains(
                        "# wrn-10-1 on CIFAR-10",
                        "7 instances",
                        "| Parameters | 77,850,",
                        "```sh\n" + COMMAND + "\n```",
                        "| Epochs | 3 |",
                        "| Time | 30 min |",
                        "| setting: seed | 7 |",
                        "| made with: java | 17 |",
                        "Krizhevsky",
                        "1801.09335",
                        "## Limits",
                        "It knows 10 classes");
    }

    @Test
    void tellsHowTheRunWent() {
        assertThat(ModelCard.markdown(TestModels.small(), COMMAND))
                .contains(
                        "| Time | 30 min |",
                        "| Time of calibrations | 1 min |",
                        "| Time of evaluations | 0 s |",
                        "| From first start to end | 1 h 0 min, in 3 sessions |",
                        "| Started | 2024-05-01T11:00:00Z |",
                        "| Changed by hand | peak learning rate 0.01 from iteration 5,000,000,000 on |",
                        "| Machine | AMD \\| EPYC, 2 logical processors, 24.0 GiB of memory; CPU, 2 threads |",
                        "| Machine | aarch64, 1 logical processor; CPU, 1 thread (4 of the native library) |");
    }

    @Test
    void isTheSameInEveryLanguage() {
        String card = ModelCard.markdown(TestModels.small(), COMMAND);
        Locale language = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ModelCard.markdown(TestModels.small(), COMMAND)).isEqualTo(card);
        } finally {
            Locale.setDefault(language);
        }
    }

    @Test
    void keepsForeignTextFromBreakingTheTablesOrTheCommand() {
        TrainingRecord record = new TrainingRecord(
                "plain", "My | data\n# <b>%d</b>", "0", 1, 5, "2024-05-01T12:00:00Z", Map.of("a|b", "100 %"), Map.of());
        String card = ModelCard.markdown(
                TestModels.withRecord(TestModels.small(), record), "sdpoint train --data 100% ``` x");
        assertThat(card)
                .contains("# wrn-10-1 on My \\| data # &lt;b>%d&lt;/b>\n")
                .contains("| setting: a\\|b | 100 % |")
                .contains("~~~~sh\nsdpoint train --data 100% ``` x\n~~~~")
                .contains("cite their source yourself", "Trained at full resolution alone")
                .doesNotContain(
                        "Krizhevsky", "Started", "Machine", "calibrations"); // a file from before they were kept
    }
}
