package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.event.TrainingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tests do with stores. */
final class Stores {
    private Stores() {}

    static RunStore ready(Path folder) {
        StoreOpening opening = RunStores.open(folder);
        assertThat(opening).as("%s", opening.sentence()).isInstanceOf(StoreOpening.Ready.class);
        return opening.store().orElseThrow();
    }

    static RunId record(RunStore store, Story story, Optional<Path> checkpoint) throws StoreException {
        return record(store, story, checkpoint, story.from(0));
    }

    static RunId record(RunStore store, Story story, Optional<Path> checkpoint, List<TrainingEvent> events)
            throws StoreException {
        Recording recording = store.record(story.run(checkpoint));
        try (recording) {
            events.forEach(recording);
        }
        assertThat(recording.problem()).isEmpty();
        return recording.run().orElseThrow();
    }

    static List<TrainingEvent> replay(RunStore store, RunId id) throws StoreException {
        List<TrainingEvent> events = new ArrayList<>();
        store.replay(id, events::add);
        return events;
    }

    /** Names the first difference alone: the lists are long. */
    static void assertSame(List<TrainingEvent> found, List<TrainingEvent> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            assertThat(found.get(i)).as("event %d", i).isEqualTo(expected.get(i));
        }
        assertThat(found.size()).isEqualTo(expected.size());
    }
}
