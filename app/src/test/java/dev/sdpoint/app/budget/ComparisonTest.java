package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.budget.Comparison.Row;
import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final Prediction CHEAP =
            new Prediction(Instance.of(1, 0.5), List.of(.40f, .30f, .10f, .08f, .06f, .05f, .01f), 1);
    private static final Prediction FULL =
            new Prediction(Instance.FULL, List.of(.20f, .60f, .10f, .04f, .03f, .02f, .01f), 2);

    @Test
    void ranksFiveClassesWithBothProbabilities() {
        Comparison comparison = Comparison.of(CHEAP, FULL, NAMES, 1);
        assertThat(comparison.chosen().guesses()).extracting(Row::name).containsExactly("a", "b", "c", "d", "e");
        Row first = comparison.chosen().guesses().get(0);
        assertThat(first.probability()).isEqualTo(.40f);
        assertThat(first.other()).isEqualTo(.20f);
        assertThat(comparison.full().guesses().get(0).name()).isEqualTo("b");
    }

    @Test
    void judgesBothAnswersAndSaysThatTheyDiffer() {
        Comparison comparison = Comparison.of(CHEAP, FULL, NAMES, 1);
        assertThat(comparison.chosen().verdict()).isEqualTo(Verdict.WRONG);
        assertThat(comparison.chosen().sentence()).isEqualTo("a, wrong: it is b");
        assertThat(comparison.full().verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(comparison.changed()).isTrue();
        assertThat(comparison.difference())
                .isEqualTo("First guess changed: the full network says b; order differs for 2 of 5");
    }

    @Test
    void saysWhichClassesEnterAndLeaveTheTopFive() {
        Prediction other = new Prediction(Instance.of(1, 0.5), List.of(.10f, .60f, .10f, .08f, .01f, .02f, .09f), 1);
        Comparison comparison = Comparison.of(other, FULL, NAMES, Picture.UNKNOWN);
        assertThat(comparison.difference())
                .startsWith("Same first guess as the full network; g enters the top five; e leaves it");
        Row g = comparison.chosen().guesses().stream()
                .filter(row -> row.name().equals("g"))
                .findFirst()
                .orElseThrow();
        assertThat(g.rank()).isEqualTo(4);
        assertThat(g.otherRank()).isEqualTo(7);
        assertThat(g.onlyHere()).isTrue();
    }

    @Test
    void addsTheTrueClassWhereItIsNotAmongTheFive() {
        Row last = Comparison.of(CHEAP, FULL, NAMES, 6).chosen().guesses().get(5);
        assertThat(last).isEqualTo(new Row("g", 7, .01f, .01f, true, 7));
    }

    @Test
    void judgesNothingWithoutALabel() {
        Comparison comparison = Comparison.of(FULL, FULL, NAMES, Picture.UNKNOWN);
        assertThat(comparison.chosen().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(comparison.chosen().sentence()).isEqualTo("b");
        assertThat(comparison.chosen().guesses()).noneMatch(Row::isTrue);
        assertThat(comparison.difference()).isEqualTo("Same first guess as the full network");
    }

    @Test
    void countsTheOrderAmongAsManyClassesAsThereAre() {
        Prediction cheap = new Prediction(Instance.of(1, 0.5), List.of(.5f, .2f, .3f), 1);
        Prediction full = new Prediction(Instance.FULL, List.of(.5f, .3f, .2f), 2);
        assertThat(Comparison.of(cheap, full, List.of("a", "b", "c"), 0).difference())
                .isEqualTo("Same first guess as the full network; order differs for 2 of 3");
    }
}
