package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run that nobody disturbs does and tells. */
@Timeout(60)
class TrainerEventsTest {
    @TempDir
    Path folder;

    @Test
    void tellsItsStoryInOrder() throws Exception {
        Runs.Run run = new Runs.Run(folder.resolve("run.ckpt"));
        assertThat(run.start()).isInstanceOf(TrainingResult.Completed.class);
        List<String> expected = new ArrayList<>(List.of("Started 0"));
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int i = 1; i <= 5; i++) {
                expected.add("IterationDone " + (5 * epoch + i));
            }
            expected.add("CheckpointDue " + 5 * (epoch + 1));
            expected.add("CheckpointWritten " + 5 * (epoch + 1));
            expected.add("Evaluated " + 5 * (epoch + 1));
        }
        expected.add("Finished 15");
        assertThat(run.story()).containsExactlyElementsOf(expected);
        assertThat(run.network.closed).isTrue();
    }

    @Test
    void startsWithTheLengthOfTheRun() throws Exception {
        Runs.Run run = new Runs.Run();
        run.start();
        assertThat(run.events.get(0)).isEqualTo(new TrainingEvent.Started(0, 15, 5, 3));
    }

    @Test
    void writesNothingWithoutACheckpointFile() throws Exception {
        Runs.Run run = new Runs.Run();
        run.start();
        assertThat(run.events(TrainingEvent.CheckpointWritten.class)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void iterationsCarryWhatWasMeasured() throws Exception {
        Runs.Run run = new Runs.Run();
        run.network.onStep = step -> 2 + step;
        run.start();
        List<IterationDone> done = run.events(IterationDone.class);
        assertThat(done).hasSize(Runs.ITERATIONS);
        assertThat(done.stream().map(IterationDone::epoch))
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
        for (int i = 0; i < Runs.ITERATIONS; i++) {
            assertThat(done.get(i).loss()).isEqualTo(2 + i);
            assertThat(done.get(i).error()).isEqualTo(0.25); // one of four images
            // cosine from 0.1 to 0
            double rate = 0.05 * (1 + Math.cos(Math.PI * i / 15));
            assertThat(done.get(i).learningRate()).isCloseTo(rate, within(1e-12));
            assertThat(done.get(i).imagesPerSecond()).isPositive().isFinite();
        }
    }

    @Test
    void drawsInstancesFromTheSamplerOfTheSeed() throws Exception {
        Runs.Run run = new Runs.Run();
        run.start();
        InstanceSampler sampler = InstanceSampler.paper(run.recipe.space(), 7);
        List<Instance> expected =
                LongStream.range(0, 15).mapToObj(sampler::draw).toList();
        assertThat(run.network.instances).isEqualTo(expected);
        assertThat(expected.stream().distinct()).hasSizeGreaterThan(3);
        assertThat(run.events(IterationDone.class).stream().map(IterationDone::instance))
                .containsExactlyElementsOf(
                        expected.stream().map(run.recipe.space()::indexOf).toList());
    }

    @Test
    void plainMethodNeverDownsamples() throws Exception {
        Runs.Run run = new Runs.Run();
        run.recipe = Runs.recipe(Method.PLAIN, 0.1, 7);
        run.start();
        assertThat(run.network.instances).hasSize(15).containsOnly(Instance.FULL);
        assertThat(run.events(IterationDone.class)).allMatch(done -> done.instance() == 0);
    }

    @Test
    void evaluatesEveryInstanceOnAChoiceThenOnAllImages() throws Exception {
        Runs.Run run = new Runs.Run();
        run.start();
        List<TrainingEvent.Evaluated> evaluated = run.events(TrainingEvent.Evaluated.class);
        assertThat(evaluated.stream().map(TrainingEvent.Evaluated::epoch)).containsExactly(1, 2, 3);
        assertThat(evaluated.stream().map(e -> e.sweep().images())).containsExactly(4, 4, 6);
        assertThat(evaluated).allSatisfy(e -> assertThat(e.sweep().scores()).hasSize(7));
        assertThat(evaluated.get(0).sweep().of(Instance.FULL).millisPerImage()).isNaN();
        assertThat(evaluated.get(2).sweep().of(Instance.FULL).millisPerImage()).isPositive();
    }

    @Test
    void finishedModelKnowsWhereItComesFrom() throws Exception {
        Runs.Run run = new Runs.Run();
        SdpModel model = ((TrainingResult.Completed) run.start()).model();
        assertThat(model.network()).isEqualTo(Runs.NETWORK);
        assertThat(model.space()).isEqualTo(run.recipe.space());
        assertThat(model.classNames()).containsExactly("a", "b", "c");
        assertThat(model.sweep().images()).isEqualTo(6);
        assertThat(model.outcomes().forImages(run.data.validation())).isPresent();
        assertThat(run.recipe.space().instances()).allMatch(model.bank()::covers);
        assertThat(model.record().method()).isEqualTo("sdpoint");
        assertThat(model.record().dataTitle()).isEqualTo("Noise");
        assertThat(model.record().dataFingerprint()).isEqualTo(run.data.fingerprint());
        assertThat(model.record().epochs()).isEqualTo(3);
        assertThat(model.record().seconds()).isPositive().isLessThan(60);
        assertThat(model.record().settings()).isEqualTo(RecipeText.settings(run.recipe));
        float[] bias = model.weights().get("classifier/bias", 3);
        assertThat((int) bias[0] << 16 | (int) bias[1]).isEqualTo(run.network.checksum());
    }

    @Test
    void sameSeedRunsAlikeAndAnotherDoesNot() throws Exception {
        Runs.Run one = new Runs.Run();
        one.start();
        Runs.Run same = new Runs.Run();
        same.start();
        Runs.Run other = new Runs.Run();
        other.recipe = Runs.recipe(Method.SDPOINT, 0.1, 8);
        other.start();
        assertThat(same.network.checksum()).isEqualTo(one.network.checksum());
        assertThat(other.network.checksum()).isNotEqualTo(one.network.checksum());
    }
}
