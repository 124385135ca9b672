package dev.sdpoint.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.export.EventFileReader.Event;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunStores;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.store.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.framework.DataType;
import org.tensorflow.framework.Summary;

/** Runs in the formats of other tools, read again by others. */
@Timeout(60)
class RunExportsTest {
    private static final Story STORY = new Story(2, 700, 9);

    @TempDir
    Path place;

    private RunStore store;
    private RunId id;

    @BeforeEach
    void record() throws Exception {
        store = RunStores.open(place.resolve("store")).store().orElseThrow();
        id = record(STORY.from(0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RunId record(List<TrainingEvent> events) throws Exception {
        try (Recording recording = store.record(STORY.run(Optional.empty()))) {
            events.forEach(recording);
            return recording.run().orElseThrow();
        }
    }

    /** RFC 3720, B.4, and the check value of the catalogue of CRC algorithms. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000, 8A9136AA",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, 62A8AB43",
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F, 46DD794E",
        "1F1E1D1C1B1A191817161514131211100F0E0D0C0B0A09080706050403020100, 113FDB5C",
        "313233343536373839, E3069283",
    })
    void checksumsAreThePublishedOnes(String data, String checksum) {
        byte[] bytes = HexFormat.of().parseHex(data.toLowerCase(Locale.ROOT));
        int expected = Integer.parseUnsignedInt(checksum, 16);
        assertThat(EventFileReader.crc32c(bytes, bytes.length)).isEqualTo(expected);
        assertThat(EventFileReader.unmask(EventFile.checksum(bytes, bytes.length)))
                .isEqualTo(expected);
    }

    @Test
    void anEventFileBeginsAsTensorFlowsOwn() throws Exception {
        byte[] bytes = Files.readAllBytes(TensorBoardExport.write(store, id, place));
        // length 24 and its checksum, the tag of the time; and after it the version: so begins every file of
        // TensorFlow's
        assertThat(HexFormat.of().formatHex(bytes, 0, 13)).isEqualTo("1800000000000000a37f4b2209");
        assertThat(new String(bytes, 21, 15, StandardCharsets.ISO_8859_1)).isEqualTo("\u001a\rbrain.Event:2");
    }

    @Test
    void anEventFileHoldsEveryStepAndEvaluation() throws Exception {
        Path file = TensorBoardExport.write(store, id, place.resolve("logs"));
        RunSummary run = store.run(id).orElseThrow();
        assertThat(String.valueOf(file.getFileName()))
                .matches("events\\.out\\.tfevents\\."
                        + run.progress().startedAt().getEpochSecond() + "\\.[A-Za-z0-9-]+\\."
                        + id.key().substring(0, 8));
        assertThat(file.getParent())
                .isEqualTo(place.resolve("logs/wrn-10-1-SDPoint-" + id.key().substring(0, 8)));
        List<Event> events = EventFileReader.read(file);
        assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
        Summary.Value recipe = events.get(1).summary().getValue(0);
        assertThat(recipe.getMetadata().getPluginData().getPluginName()).isEqualTo("text");
        assertThat(recipe.getTensor().getDtype()).isEqualTo(DataType.DT_STRING);
        assertThat(recipe.getTensor().getStringVal(0).toStringUtf8())
                .contains("    network: wrn-10-1\n", "    seed: 9\n");
        List<Event> steps =
                events.stream().filter(event -> event.has("train/loss")).toList();
        assertThat(steps).hasSize(1400);
        for (int i = 0; i < steps.size(); i++) {
            IterationDone told = STORY.step(i + 1);
            Event event = steps.get(i);
            assertThat(event.step()).isEqualTo(i + 1);
            assertThat(event.scalar("train/loss")).isEqualTo((float) told.loss());
            assertThat(event.scalar("train/error")).isEqualTo((float) told.error());
            assertThat(event.scalar("train/learning_rate")).isEqualTo((float) told.learningRate());
            assertThat(event.scalar("train/instance")).isEqualTo(told.instance());
            assertThat(event.scalar("train/images_per_second")).isEqualTo((float) told.imagesPerSecond());
        }
        List<Event> evaluations = events.stream()
                .filter(event -> event.has("evaluation/best_error"))
                .toList();
        assertThat(evaluations).extracting(Event::step).containsExactly(700L, 1400L);
        for (Event event : evaluations) {
            List<InstanceScore> scores = STORY.evaluation(event.step()).sweep().scores();
            assertThat(event.summary().getValueCount()).isEqualTo(scores.size() + 1);
            for (InstanceScore score : scores) {
                String name = score.instance().point() == 0
                        ? "full"
                        : "point_" + score.instance().point() + "_ratio_"
                                + score.instance().ratio();
                assertThat(event.scalar("evaluation_error/" + name)).isEqualTo((float) score.top1Error());
            }
            assertThat(event.scalar("evaluation/best_error")).isEqualTo((float)
                    scores.stream().mapToDouble(InstanceScore::top1Error).min().orElseThrow());
        }
        assertThat(events.stream().map(Event::wallTime)).isSorted();
        double begun = run.progress().startedAt().toEpochMilli() / 1e3;
        assertThat(events.get(0).wallTime()).isCloseTo(begun, within(1e-3));
        assertThat(events.get(events.size() - 1).wallTime()).isBetween(begun, begun + 60);
    }

    @Test
    void exportingAgainReplacesTheFile() throws Exception {
        Path first = TensorBoardExport.write(store, id, place);
        Path second = TensorBoardExport.write(store, id, place);
        assertThat(second).isEqualTo(first);
        try (Stream<Path> files = Files.list(String.valueOf(first.getParent()).isEmpty() ? place : first.getParent())) {
            assertThat(files).containsExactly(first);
        }
    }

    @Test
    void namesOfPeopleMakeSafeFolders() throws Exception {
        store.rename(id, "../Größe: 10/2 *best*?");
        Path folder = RunTables.write(store, id, place);
        assertThat(folder.getParent()).isEqualTo(place);
        assertThat(String.valueOf(folder.getFileName())).startsWith("Größe-10-2-best-");
    }

    @Test
    void tablesHoldEveryDigit() throws Exception {
        Path folder = RunTables.write(store, id, place);
        List<String> steps = Files.readAllLines(folder.resolve("steps.csv"));
        assertThat(steps)
                .hasSize(1401)
                .first()
                .isEqualTo("iteration,epoch,point,ratio,loss,error,learning_rate,images_per_second");
        for (int i = 1; i < steps.size(); i++) {
            String[] cells = steps.get(i).split(",", -1);
            IterationDone told = STORY.step(i);
            assertThat(Long.parseLong(cells[0])).isEqualTo(i);
            assertThat(Double.parseDouble(cells[4])).isEqualTo(told.loss());
            assertThat(Double.parseDouble(cells[6])).isEqualTo(told.learningRate());
            var instance = STORY.recipe().space().instances().get(told.instance());
            assertThat(cells[2] + " " + cells[3]).isEqualTo(instance.point() + " " + instance.ratio());
        }
        List<String> evaluations = Files.readAllLines(folder.resolve("evaluations.csv"));
        List<InstanceScore> scores = STORY.evaluation(700).sweep().scores();
        assertThat(evaluations).hasSize(1 + 2 * scores.size());
        String[] cells = evaluations.get(1).split(",", -1);
        assertThat(Double.parseDouble(cells[8])).isEqualTo(scores.get(0).top1Error());
        assertThat(Double.parseDouble(cells[10])).isEqualTo(scores.get(0).loss());
        assertThat(cells[11]).as("not measured").isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Path taken = Files.writeString(place.resolve("taken"), "a file");
        assertThatThrownBy(() -> TensorBoardExport.write(store, id, taken)).isInstanceOf(IOException.class);
        store.delete(id);
        store.purge(java.time.Instant.now().plusSeconds(10));
        assertThatThrownBy(() -> TensorBoardExport.write(store, id, place))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no longer");
    }
}
