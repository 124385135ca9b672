package dev.sdpoint.engine.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@code .sdprun} file says of a run besides its steps: its {@code run.json}. Times are milliseconds since 1970. */
record RunDocument(
        String key,
        Label label,
        String recipe,
        Data data,
        Progress progress,
        List<Told> events,
        List<Evaluation> evaluations) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    RunDocument {
        requireNonNull(key, "key");
        requireNonNull(recipe, "recipe");
        requireNonNull(label, "label");
        requireNonNull(data, "data");
        requireNonNull(progress, "progress");
        events = List.copyOf(events);
        evaluations = List.copyOf(evaluations);
    }

    /** As a person calls it. */
    record Label(String name, List<String> tags, String note) {
        Label {
            RunTexts.name(name);
            RunTexts.note(note);
            tags = RunTexts.tags(tags);
        }
    }

    /** What it is trained on. */
    record Data(String title, String fingerprint) {
        Data {
            requireNonNull(title, "title");
            requireNonNull(fingerprint, "fingerprint");
        }
    }

    /** How far it has come. */
    record Progress(
            String state,
            long iteration,
            long iterations,
            int iterationsPerEpoch,
            int epochs,
            double seconds,
            long startedAt,
            long changedAt) {
        Progress {
            requireNonNull(state, "state");
        }
    }

    /** An event. */
    record Told(
            long iteration,
            long at,
            String kind,
            @Nullable Double number,
            @Nullable String text) {
        Told {
            requireNonNull(kind, "kind");
        }

        static Told of(RecordedEvent told) {
            WrittenEvent written = WrittenEvent.of(told.event());
            return new Told(
                    told.event().iteration(),
                    told.at().toEpochMilli(),
                    written.kind(),
                    written.number(),
                    written.text());
        }

        RecordedEvent event() {
            return new RecordedEvent(Instant.ofEpochMilli(at), new WrittenEvent(kind, number, text).at(iteration));
        }
    }

    /** An evaluation. */
    record Evaluation(long iteration, int epoch, long at, int images, List<Score> scores) {
        Evaluation {
            scores = List.copyOf(scores);
        }

        static Evaluation of(RecordedEvaluation evaluation) {
            TrainingEvent.Evaluated told = evaluation.told();
            return new Evaluation(
                    told.iteration(),
                    told.epoch(),
                    evaluation.at().toEpochMilli(),
                    told.sweep().images(),
                    told.sweep().scores().stream().map(Score::of).toList());
        }

        RecordedEvaluation evaluation() {
            Sweep sweep = new Sweep(images, scores.stream().map(Score::score).toList());
            return new RecordedEvaluation(
                    Instant.ofEpochMilli(at), new TrainingEvent.Evaluated(iteration, epoch, sweep));
        }
    }

    /** The score of an instance. */
    record Score(
            int point,
            double ratio,
            long flops,
            double relativeCost,
            double top1Error,
            double top5Error,
            double loss,
            double millisPerImage) {
        static Score of(InstanceScore score) {
            return new Score(
                    score.instance().point(),
                    score.instance().ratio(),
                    score.flops(),
                    score.relativeCost(),
                    score.top1Error(),
                    score.top5Error(),
                    score.loss(),
                    score.millisPerImage());
        }

        InstanceScore score() {
            return new InstanceScore(
                    Instance.of(point, ratio), flops, relativeCost, top1Error, top5Error, loss, millisPerImage);
        }
    }

    byte[] bytes() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws IOException if something is missing, unknown or of another type */
    static RunDocument of(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, RunDocument.class);
    }
}
