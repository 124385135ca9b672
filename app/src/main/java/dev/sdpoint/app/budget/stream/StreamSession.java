package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.inference.BudgetStrategy;
import dev.sdpoint.engine.inference.StreamClassifier;
import dev.sdpoint.engine.inference.StreamFrame;
import dev.sdpoint.engine.inference.StreamImage;
import dev.sdpoint.engine.inference.StreamRunner;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.inference.StreamTrace;
import dev.sdpoint.engine.inference.StressLoad;
import dev.sdpoint.engine.inference.Survey;
import dev.sdpoint.engine.model.SdpModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stream: a network of its own, the survey of its times, the stress, and the frames. Runs on the thread of a job; everything is released
 * when it ends.
 */
final class StreamSession {
    private static final Texts TEXTS = Texts.of(StreamSession.class);

    /** Images of each way that is compared. */
    static final int COMPARED = 300;

    /** Images between two words to the status bar. */
    private static final int TOLD = 100;
    /** Images whose decoding is measured before. */
    private static final int LOOKED_AT = 3;

    private final SdpModel model;
    private final StreamSource source;
    private final Function<SdpModel, StreamClassifier> opener;
    private final TargetUnit unit;
    private final String wanted;
    private final DoubleSupplier stress;
    private final Listener listener;

    /** Hears how it goes, on the thread of the stream. */
    interface Listener {
        /** The times were measured. */
        void surveyed(Survey survey, StreamTarget target);

        /** A frame was classified; the picture is that of the stream. */
        void frame(StreamImage image, StreamFrame frame, double stress);

        /** Whether not even the cheapest instance keeps to the target now. */
        void outOfReach(boolean out);

        /** A way was tried to its end. */
        void compared(StrategyResult result);
    }

    /**
     * @param source reopened for each way that is compared
     * @param opener makes the classifier, which is closed in the end
     * @param wanted number in the unit; blank for one that suits the machine
     * @param stress share of the processors' time to burn, asked for with every frame
     */
    StreamSession(
            SdpModel model,
            StreamSource source,
            Function<SdpModel, StreamClassifier> opener,
            TargetUnit unit,
            String wanted,
            DoubleSupplier stress,
            Listener listener) {
        this.model = model;
        this.source = source;
        this.opener = opener;
        this.unit = unit;
        this.wanted = wanted;
        this.stress = stress;
        this.listener = listener;
    }

    /** Streams until it is cancelled. */
    void run(BackgroundJob.Progress progress) throws InterruptedException {
        open((classifier, survey, target, load) -> {
            CurrentImages stream = new CurrentImages(source.open());
            BudgetStrategy control = StrategyResult.Strategy.AUTO.make(target, survey.times());
            runner(classifier, survey, target).run(stream, control, frame -> {
                load.setShare(stress.getAsDouble());
                listener.frame(stream.current(), frame, load.share());
                listener.outOfReach(control.outOfReach());
                if (frame.number() % TOLD == 0) {
                    progress.update(-1, -1, TEXTS.get("stream.progress", frame.number() + 1));
                }
                return !progress.cancelled();
            });
        });
    }

    /** Tries every way on the same images, under the stress of each moment. */
    void compare(BackgroundJob.Progress progress) throws InterruptedException {
        open((classifier, survey, target, load) -> {
            StrategyResult.Strategy[] all = StrategyResult.Strategy.values();
            for (int i = 0; i < all.length && !progress.cancelled(); i++) {
                StreamTrace trace = new StreamTrace(1);
                CurrentImages stream = new CurrentImages(source.open());
                int before = i * COMPARED;
                String title = all[i].title();
                runner(classifier, survey, target).run(stream, all[i].make(target, survey.times()), frame -> {
                    load.setShare(stress.getAsDouble());
                    trace.add(frame);
                    listener.frame(stream.current(), frame, load.share());
                    long done = frame.number() + 1;
                    progress.update(before + done, (long) all.length * COMPARED, title);
                    return done < COMPARED && !progress.cancelled();
                });
                listener.compared(new StrategyResult(all[i], target, trace.summary()));
            }
        });
    }

    private interface Work {
        void with(StreamClassifier classifier, Survey survey, StreamTarget target, StressLoad load)
                throws InterruptedException;
    }

    private void open(Work work) throws InterruptedException {
        List<InstanceScore> offers = new BudgetMenu(model.sweep(), model.space()).offers();
        try (StreamClassifier classifier = opener.apply(model);
                StressLoad load = new StressLoad(0)) {
            List<StreamImage> first = firstImages();
            Survey survey = Survey.of(classifier, first.get(0).picture(), offers);
            StreamTarget target = unit.parse(wanted.isBlank() ? suiting(survey, decodeMillis(first)) : wanted);
            listener.surveyed(survey, target);
            work.with(classifier, survey, target, load);
        }
    }

    private StreamRunner runner(StreamClassifier classifier, Survey survey, StreamTarget target) {
        return new StreamRunner(classifier, target, survey.times(), unit.pace(target, survey.width()));
    }

    private List<StreamImage> firstImages() {
        Iterator<StreamImage> images = source.open();
        List<StreamImage> first = new ArrayList<>(List.of(images.next()));
        while (first.size() < LOOKED_AT && images.hasNext()) {
            first.add(images.next());
        }
        return first;
    }

    /** The median, so that neither a cold disk nor one small picture speaks for all. */
    private static double decodeMillis(List<StreamImage> images) {
        List<Double> sorted =
                images.stream().map(StreamImage::decodeMillis).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private String suiting(Survey survey, double decodeMillis) {
        List<Double> millis = survey.times().millis();
        return unit.suiting(millis.get(millis.size() - 1), decodeMillis);
    }

    /** Passes images on and remembers the last. */
    private static final class CurrentImages implements Iterator<StreamImage> {
        private final Iterator<StreamImage> images;
        private @Nullable StreamImage last;

        CurrentImages(Iterator<StreamImage> images) {
            this.images = images;
        }

        @Override
        public boolean hasNext() {
            return images.hasNext();
        }

        @Override
        public StreamImage next() {
            StreamImage image = images.next();
            last = image;
            return image;
        }

        StreamImage current() {
            return Objects.requireNonNull(last); // no frame comes before its image
        }
    }
}
