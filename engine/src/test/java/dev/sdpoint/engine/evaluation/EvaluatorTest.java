package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final InstanceSpace SPACE = InstanceSpace.of(3, List.of(0.5));
    private static final StatisticsBank BANK = new StatisticsBank(Map.of(), Map.of());
    private static final Evaluator EVALUATOR = new Evaluator(SPACE, BANK);

    private static Evaluator.Result evaluate(FakeNetwork network, int[] labels, int... images)
            throws InterruptedException {
        BatchMaker maker = FakeNetwork.images(labels.length, labels, new Augmentation.None());
        return EVALUATOR.evaluate(network, maker, images, false, Progress.NONE);
    }

    @Test
    void scoresByHand() throws InterruptedException {
        float[][] answers = {
            {.1f, .3f, .4f, .1f, .05f, .05f}, // label 2: right
            {.1f, .3f, .4f, .1f, .05f, .05f}, // label 1: second guess
            {.3f, .2f, .2f, .15f, .1f, .05f}, // label 5: last of six
        };
        FakeNetwork network = FakeNetwork.answering((image, instance) -> answers[image]);
        Evaluator.Result result = evaluate(network, new int[] {2, 1, 5}, 0, 1, 2);
        InstanceScore full = result.sweep().of(Instance.FULL);
        assertThat(result.sweep().images()).isEqualTo(3);
        assertThat(full.top1Error()).isEqualTo(2 / 3.0);
        assertThat(full.top5Error()).isEqualTo(1 / 3.0);
        assertThat(full.loss()).isCloseTo(-(Math.log(.4) + Math.log(.3) + Math.log(.05)) / 3, within(1e-6));
        Outcomes outcomes = result.outcomes();
        assertThat(outcomes.predicted(0, 0)).isEqualTo(2);
        assertThat(outcomes.predicted(2, 0)).isZero();
        assertThat(outcomes.trueProbability(1, 0)).isEqualTo(.3f);
        assertThat(outcomes.trueRank(0, 0)).isZero();
        assertThat(outcomes.trueRank(1, 0)).isEqualTo(1);
        assertThat(outcomes.trueRank(2, 0)).isEqualTo(5);
    }

    /** 250 images are batches of 100, 100 and 50. */
    @Test
    void tellsOfEveryBatchAndTheAnswersSoFarAreThoseOfTheEnd() throws InterruptedException {
        int[] labels = IntStream.range(0, 250).map(i -> i % 6).toArray();
        FakeNetwork network = FakeNetwork.answering((image, instance) -> {
            float[] answer = new float[6];
            answer[(image * 7 + instance.point()) % 6] = 1;
            return answer;
        });
        BatchMaker maker = FakeNetwork.images(labels.length, labels, new Augmentation.None());
        int[] all = IntStream.range(0, 250).toArray();
        List<Integer> told = new ArrayList<>();
        List<Outcomes> parts = new ArrayList<>();
        Outcomes whole = EVALUATOR
                .evaluate(network, maker, all, false, Progress.NONE, (done, soFar) -> {
                    told.add(done);
                    parts.add(soFar.get());
                })
                .outcomes();
        assertThat(told).containsExactly(100, 200, 250);
        for (int i = 0; i < parts.size(); i++) {
            int done = told.get(i);
            int[] first = IntStream.range(0, done).toArray();
            int[] rest = IntStream.range(done, 250).toArray();
            same(parts.get(i), whole.select(first));
            same(whole.select(first).followedBy(whole.select(rest)), whole);
        }
    }

    private static void same(Outcomes is, Outcomes expected) {
        assertThat(is.images()).isEqualTo(expected.images());
        assertThat(is.predictedCells()).isEqualTo(expected.predictedCells());
        assertThat(is.trueProbabilityCells()).isEqualTo(expected.trueProbabilityCells());
        assertThat(is.trueRankCells()).isEqualTo(expected.trueRankCells());
    }

    @Test
    void tiesGoToTheLowerClassInGuessAndRankAlike() throws InterruptedException {
        float third = 1 / 3f;
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[] {0, third, third, 0, third, 0});
        Outcomes outcomes =
                evaluate(network, new int[] {1, 2, 4, 0}, 0, 1, 2, 3).outcomes();
        for (int image = 0; image < 4; image++) {
            assertThat(outcomes.predicted(image, 0)).isEqualTo(1);
        }
        assertThat(outcomes.trueRank(0, 0)).isZero();
        assertThat(outcomes.trueRank(1, 0)).isEqualTo(1);
        assertThat(outcomes.trueRank(2, 0)).isEqualTo(2);
        assertThat(outcomes.trueRank(3, 0)).isEqualTo(3);
    }

    @Test
    void answersThatAreNoNumbersAreWrong() throws InterruptedException {
        float nan = Float.NaN;
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[] {nan, nan, nan, nan, nan, nan});
        InstanceScore full = evaluate(network, new int[] {0}, 0).sweep().of(Instance.FULL);
        assertThat(full.top1Error()).isEqualTo(1);
        assertThat(full.top5Error()).isEqualTo(1);
        assertThat(full.loss()).isNaN();
    }

    @Test
    void everyInstanceGetsItsOwnAnswers() throws InterruptedException {
        // instance of point p finds class p
        FakeNetwork network = FakeNetwork.answering((image, instance) -> {
            float[] answer = new float[6];
            answer[instance.point()] = 1;
            return answer;
        });
        Evaluator.Result result = evaluate(network, new int[] {2, 2, 0}, 0, 1, 2);
        assertThat(result.sweep().scores().stream().map(InstanceScore::instance))
                .containsExactlyElementsOf(SPACE.instances());
        assertThat(result.sweep().scores().stream().map(InstanceScore::top1Error))
                .containsExactly(2 / 3.0, 1.0, 1 / 3.0, 1.0);
        assertThat(result.outcomes().predicted(1, 3)).isEqualTo(3);
        assertThat(result.outcomes().instances()).isEqualTo(SPACE.instances());
    }

    @Test
    void costsComeFromThePlan() throws InterruptedException {
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[6]);
        Sweep sweep = evaluate(network, new int[] {0}, 0).sweep();
        CostModel costs = new CostModel(FakeNetwork.SPEC.plan());
        for (InstanceScore score : sweep.scores()) {
            assertThat(score.flops()).isEqualTo(costs.cost(score.instance()).flops());
            assertThat(score.relativeCost())
                    .isEqualTo(costs.cost(score.instance()).relativeCost());
            assertThat(score.millisPerImage()).isNaN();
        }
    }

    @Test
    void lastBatchMayBePartialAndOutcomesKeepTheOrderGiven() throws InterruptedException {
        int[] labels = new int[250];
        int[] backwards = IntStream.range(0, 250).map(i -> 249 - i).toArray();
        // right for images whose number divides by 3, which are all of label 0
        FakeNetwork network = FakeNetwork.answering(
                (image, instance) -> new float[] {image % 3 == 0 ? 1 : 0, image % 3 == 0 ? 0 : 1, 0, 0, 0, 0});
        List<Double> shares = new ArrayList<>();
        BatchMaker maker = FakeNetwork.images(250, labels, new Augmentation.None());
        Evaluator.Result result = EVALUATOR.evaluate(network, maker, backwards, false, shares::add);
        assertThat(network.batches.stream().map(batch -> batch.length)).containsExactly(100, 100, 50);
        assertThat(shares).containsExactly(0.4, 0.8, 1.0);
        assertThat(result.sweep().of(Instance.FULL).top1Error()).isEqualTo(166 / 250.0);
        for (int i = 0; i < 250; i++) {
            assertThat(result.outcomes().right(i, 2, 1)).isEqualTo(backwards[i] % 3 == 0);
        }
    }

    @Test
    void measuresTimeOnlyWhenAsked() throws InterruptedException {
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[6]);
        evaluate(network, new int[] {0, 0}, 0, 1);
        assertThat(network.asked).isEmpty();
        BatchMaker maker = FakeNetwork.images(2, new int[2], new Augmentation.None());
        Sweep sweep = EVALUATOR
                .evaluate(network, maker, new int[] {0, 1}, true, Progress.NONE)
                .sweep();
        assertThat(sweep.scores())
                .allSatisfy(
                        score -> assertThat(score.millisPerImage()).isPositive().isLessThan(10_000));
        assertThat(network.asked.stream().distinct()).containsExactlyElementsOf(SPACE.instances());
    }

    @Test
    void progressCanEndIt() {
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[6]);
        BatchMaker maker = FakeNetwork.images(250, new int[250], new Augmentation.None());
        assertThatThrownBy(() -> EVALUATOR.evaluate(
                        network, maker, IntStream.range(0, 250).toArray(), true, share -> {
                            throw new InterruptedException("enough");
                        }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("enough");
        assertThat(network.batches).hasSize(1);
    }

    @Test
    void progressCanEndTheMeasuringOfTimeToo() {
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[6]);
        BatchMaker maker = FakeNetwork.images(1, new int[1], new Augmentation.None());
        assertThatThrownBy(() -> EVALUATOR.evaluate(network, maker, new int[1], true, share -> {
                    if (!network.asked.isEmpty()) {
                        throw new InterruptedException("enough");
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void runsFewerImagesAtOnceWhereTheirActivationsWouldNotFit() throws InterruptedException {
        FakeNetwork network = FakeNetwork.answering((image, instance) -> new float[6]);
        long perImage = 4 * FakeNetwork.SPEC.plan().activations();
        BatchMaker maker = FakeNetwork.images(10, new int[10], new Augmentation.None());
        int[] all = IntStream.range(0, 10).toArray();
        new Evaluator(SPACE, BANK, new PassBudget(4 * perImage + 1)).evaluate(network, maker, all, true, Progress.NONE);
        assertThat(network.batches.stream().map(batch -> batch.length).limit(3)).containsExactly(4, 4, 2);
        network.batches.clear();
        new Evaluator(SPACE, BANK, new PassBudget(1)).evaluate(network, maker, all, false, Progress.NONE);
        assertThat(network.batches).hasSize(10).allMatch(batch -> batch.length == 1);
    }
}
