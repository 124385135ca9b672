package dev.sdpoint.engine.inference;

import static dev.sdpoint.engine.inference.SimulatedMachine.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamRunnerTest {
    private static final long MILLI = 1_000_000;
    private static final StreamTarget TARGET = new StreamTarget.MillisPerImage(20);
    private static final StreamRunner.Pace AT_ONCE = new StreamRunner.Pace(0, 1);
    private static final SimulatedMachine MACHINE = new SimulatedMachine(0.1, 0, 1);

    private long now = 1234;
    private long slept;
    private double load = 1;
    private double others = 0;
    private long lastLook = 1234;
    private long computed;

    private final StreamClock clock = new StreamClock() {
        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += Math.max(0, nanos);
            slept += Math.max(0, nanos);
        }
    };

    /** Takes the time of the simulated machine and calls each image by its first byte. */
    private Prediction classify(RgbImage picture, Instance instance) {
        int offer = IntStream.range(0, OFFERS.size())
                .filter(i -> OFFERS.get(i).instance().equals(instance))
                .findFirst()
                .orElseThrow();
        double millis = MACHINE.millis(offer) * load;
        now += Math.round(millis * MILLI);
        computed += Math.round(millis * MILLI);
        int guess = picture.pixel(0, 0, 0);
        return new Prediction(instance, List.of(guess == 0 ? .8f : .2f, guess == 0 ? .2f : .8f), millis);
    }

    private double busy() {
        double share = now == lastLook ? Double.NaN : others + (double) computed / (now - lastLook);
        lastLook = now;
        computed = 0;
        return share;
    }

    /** Images of class 0 and 1 in turn, every fourth of the second class looking like the first. Each takes a millisecond to get. */
    private Iterator<StreamImage> images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    now += MILLI;
                    return new StreamImage(
                            new RgbImage(1, 1, new byte[] {(byte) (i % 4 == 3 ? 0 : i % 2), 0, 0}), i % 2);
                })
                .iterator();
    }

    private List<StreamFrame> run(
            StreamTarget target, StreamRunner.Pace pace, BudgetStrategy strategy, Iterator<StreamImage> images)
            throws InterruptedException {
        List<StreamFrame> frames = new ArrayList<>();
        new StreamRunner(this::classify, target, MACHINE.surveyed(), pace, clock, this::busy)
                .run(images, strategy, frames::add);
        return frames;
    }

    private static BudgetStrategy full() {
        return new FixedInstance(OFFERS.get(OFFERS.size() - 1));
    }

    @Test
    void tellsWhatHappenedWithEachFrame() throws InterruptedException {
        load = 1.5;
        List<StreamFrame> frames = run(TARGET, AT_ONCE, full(), images(8));
        assertThat(frames).hasSize(8);
        StreamFrame last = frames.get(7);
        assertThat(last.number()).isEqualTo(7);
        assertThat(last.instance()).isEqualTo(Instance.FULL);
        assertThat(last.reading().latencyMillis()).isCloseTo(30, within(1e-9));
        assertThat(last.reading().frameMillis()).isCloseTo(31, within(1e-6));
        assertThat(last.slowdown()).isCloseTo(1.5, within(1e-9));
        assertThat(last.withinBudget()).isFalse();
        assertThat(last.label()).isEqualTo(1);
        assertThat(last.predictedClass()).isZero();
        assertThat(last.right()).isFalse();
        assertThat(frames.get(6).right()).isTrue();
        assertThat(last.recentAccuracy()).isEqualTo(0.75);
        assertThat(last.atMillis()).isCloseTo(8 * 31, within(1e-6));
    }

    @Test
    void followsTheControllerThroughAStepOfLoad() throws InterruptedException {
        AutoBudget control = new AutoBudget(TARGET, MACHINE.surveyed());
        StreamTrace trace = new StreamTrace(50);
        new StreamRunner(this::classify, TARGET, MACHINE.surveyed(), AT_ONCE, clock, this::busy)
                .run(images(200), control, frame -> {
                    trace.add(frame);
                    load = frame.number() >= 100 ? 2 : 1;
                    return true;
                });
        List<StreamFrame> last = trace.frames();
        assertThat(last).hasSize(50);
        assertThat(last.get(49).score()).isEqualTo(OFFERS.get(MACHINE.dearestWithin(0.97 * 20, 2)));
        assertThat(last.stream().filter(frame -> !frame.withinBudget()).count()).isLessThanOrEqualTo(1); // a trial
        StreamTrace.Summary summary = trace.summary();
        assertThat(summary.frames()).isEqualTo(200);
        assertThat(summary.withinBudget()).isBetween(194L, 199L);
        assertThat(summary.accuracy()).isEqualTo(0.75);
        assertThat(summary.uses().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(200);
        assertThat(summary.meanCost()).isBetween(0.4, 0.95);
    }

    @Test
    void imagesOfACameraAreWaitedFor() throws InterruptedException {
        List<StreamFrame> frames = run(TARGET, new StreamRunner.Pace(25, 1), full(), images(10));
        for (int i = 0; i < 10; i++) {
            assertThat(frames.get(i).atMillis()).isCloseTo(40 * i + 21, within(1e-6));
        }
        // nine times between the ten, and once before it turned out that there is no eleventh
        assertThat(slept).isEqualTo(10 * 19 * MILLI);
    }

    @Test
    void imagesThatComeLateDoNotMakeTheNextOnesHurry() throws InterruptedException {
        load = 4;
        List<StreamFrame> frames = new ArrayList<>();
        new StreamRunner(this::classify, TARGET, MACHINE.surveyed(), new StreamRunner.Pace(25, 1), clock, this::busy)
                .run(images(20), full(), frame -> {
                    load = frame.number() >= 9 ? 1 : 4;
                    return frames.add(frame);
                });
        // Ten frames of 81 ms, after which at most two images are there at once.
        assertThat(frames.get(9).atMillis()).isCloseTo(810, within(1e-6));
        assertThat(frames.get(19).atMillis()).isGreaterThanOrEqualTo(810 + 8 * 40);
    }

    @Test
    void sharesOfTheProcessorsAreToldEveryQuarterSecondAndOfOneInstance() throws InterruptedException {
        others = 0.2;
        StreamTarget target = new StreamTarget.FreeCpu(0.25);
        List<StreamFrame> frames = run(target, new StreamRunner.Pace(20, 1), full(), images(60));
        List<StreamFrame> told = frames.stream()
                .filter(frame -> !Double.isNaN(frame.reading().busyShare()))
                .toList();
        assertThat(told).hasSizeBetween(8, 12);
        // 20 of 50 ms
        assertThat(told.get(3).reading().ownShare()).isCloseTo(0.4, within(0.05));
        assertThat(told.get(3).reading().busyShare()).isCloseTo(0.6, within(0.05));

        now += MILLI;
        BudgetStrategy restless = new RandomInstance(OFFERS, 5);
        assertThat(run(target, new StreamRunner.Pace(20, 1), restless, images(60)).stream()
                        .filter(frame -> !Double.isNaN(frame.reading().busyShare())))
                .hasSizeLessThan(4);
    }

    @Test
    void leavesProcessorsFree() throws InterruptedException {
        StreamTarget target = new StreamTarget.FreeCpu(0.5);
        others = 0.1;
        // 25 frames a second: the full network takes half of the processors, with the others' tenth too much
        AutoBudget control = new AutoBudget(target, MACHINE.surveyed());
        List<StreamFrame> frames = run(target, new StreamRunner.Pace(25, 1), control, images(1000));
        InstanceScore settled = frames.get(999).score();
        assertThat(settled.relativeCost()).isBetween(0.5, 0.9);
        assertThat(frames.stream().filter(frame -> !Double.isNaN(frame.reading().busyShare()) && !frame.withinBudget()))
                .as("looks at the processors that found too little free")
                .hasSizeLessThan(5);
    }

    @Test
    void framesBetweenTwoLooksAtTheProcessorsAreJudgedByTheLast() throws InterruptedException {
        others = 0.9;
        StreamTarget target = new StreamTarget.FreeCpu(0.25);
        List<StreamFrame> frames = run(target, new StreamRunner.Pace(20, 1), full(), images(60));
        assertThat(frames.stream().filter(frame -> !frame.withinBudget()).count())
                .as("all but those before the first look")
                .isGreaterThanOrEqualTo(50);
    }

    @Test
    void aStreamThatChangesWithEveryImageIsJudgedByTheProcessorsToo() throws InterruptedException {
        others = 1;
        StreamTarget target = new StreamTarget.FreeCpu(0.5);
        StreamTrace trace = new StreamTrace(1);
        new StreamRunner(this::classify, target, MACHINE.surveyed(), new StreamRunner.Pace(10, 1), clock, this::busy)
                .run(images(300), new RandomInstance(OFFERS, 5), frame -> {
                    trace.add(frame);
                    return true;
                });
        StreamTrace.Summary summary = trace.summary();
        assertThat(summary.withinShare()).isZero();
        assertThat(summary.rightInTimeShare()).isZero();
        assertThat(summary.judged()).as("all but those before the first look").isBetween(295L, 299L);
    }

    @Test
    void whatTheProcessorsDoIsAskedAtMostEveryFiftiethOfASecond() throws InterruptedException {
        int[] asked = new int[1];
        new StreamRunner(
                        this::classify,
                        new StreamTarget.FreeCpu(0.5),
                        MACHINE.surveyed(),
                        new StreamRunner.Pace(0, 1),
                        clock,
                        () -> {
                            asked[0]++;
                            return 0.5;
                        })
                .run(images(1000), new RandomInstance(OFFERS, 5), frame -> {
                    now += 10 * MILLI;
                    return true;
                });
        assertThat(asked[0]).isLessThanOrEqualTo(1 + (int) ((now - 1234) / (20 * MILLI)));
    }

    @Test
    void nothingIsWithinIfTheSystemTellsNothing() throws InterruptedException {
        List<StreamFrame> frames = new ArrayList<>();
        new StreamRunner(
                        this::classify,
                        new StreamTarget.FreeCpu(0.5),
                        MACHINE.surveyed(),
                        new StreamRunner.Pace(10, 1),
                        clock,
                        () -> -1)
                .run(images(20), full(), frames::add);
        assertThat(frames).hasSize(20).noneMatch(StreamFrame::judged).noneMatch(StreamFrame::withinBudget);
    }

    @Test
    void endsWhenTheListenerHasHadEnough() throws InterruptedException {
        List<StreamFrame> frames = new ArrayList<>();
        new StreamRunner(this::classify, TARGET, MACHINE.surveyed(), AT_ONCE, clock, this::busy)
                .run(images(1000), full(), frame -> {
                    frames.add(frame);
                    return frame.number() < 4;
                });
        assertThat(frames).hasSize(5);
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        StreamRunner runner = new StreamRunner(this::classify, TARGET, MACHINE.surveyed(), AT_ONCE, clock, this::busy);
        assertThatThrownBy(() -> runner.run(images(1000), full(), frame -> {
                    Thread.currentThread().interrupt();
                    return true;
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void imagesWithoutAClassHaveNoAccuracy() throws InterruptedException {
        StreamImage unknown = new StreamImage(new RgbImage(1, 1, new byte[3]), StreamImage.UNKNOWN);
        List<StreamFrame> frames =
                run(TARGET, AT_ONCE, full(), Stream.of(unknown, unknown).iterator());
        assertThat(frames).allMatch(frame -> Double.isNaN(frame.recentAccuracy()) && !frame.right());
    }

    @Test
    void surveyTellsTheTimesOfThisMachine() throws InterruptedException {
        load = 2;
        Survey survey = Survey.of(this::classify, new RgbImage(1, 1, new byte[3]), OFFERS);
        OfferTimes times = survey.times();
        assertThat(survey.width()).isBetween(0.01, 1.0);
        for (int i = 0; i < OFFERS.size(); i++) {
            assertThat(times.millis().get(i)).isCloseTo(2 * MACHINE.millis(i), within(1e-9));
        }
    }

    @Test
    void aSurveyThatIsInterruptedBeginsNoFurtherPass() {
        int[] passes = new int[1];
        assertThatThrownBy(() -> Survey.of(
                        (picture, instance) -> {
                            if (++passes[0] == 5) {
                                Thread.currentThread().interrupt();
                            }
                            return new Prediction(instance, List.of(1f), 1);
                        },
                        new RgbImage(1, 1, new byte[3]),
                        OFFERS))
                .isInstanceOf(InterruptedException.class);
        assertThat(passes[0]).isEqualTo(5);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void drawnImagesAreTheSameForTheSameSeed() {
        LabeledImages images = new LabeledImages(1, new byte[] {0, 0, 0, 1, 1, 1, 2, 2, 2}, new int[] {0, 1, 2});
        List<Integer> labels = drawn(images, 4);
        assertThat(drawn(images, 4)).isEqualTo(labels);
        assertThat(drawn(images, 5)).isNotEqualTo(labels);
        assertThat(labels).contains(0, 1, 2);
    }

    private static List<Integer> drawn(LabeledImages images, long seed) {
        Iterator<StreamImage> drawn = StreamImage.drawnFrom(images, seed);
        return IntStream.range(0, 30).mapToObj(i -> drawn.next().label()).toList();
    }
}
