package dev.sdpoint.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.store.RecordedState;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.training.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StudyOffersTest {
    private final Workspace workspace = new Workspace();
    private final StudyModel model = new StudyModel();
    private final Set<String> asked = new HashSet<>();
    private final StudyOffers offers =
            new StudyOffers(model, workspace, candidate -> asked.contains(candidate.key()), () -> {});

    @BeforeEach
    void open() {
        workspace.modelProperty().set(Optional.of(new OpenModel("open one", SyntheticModel.of(SyntheticModel.data()))));
        offers.recorded(List.of(run("narrow", 100)));
        model.candidateProperty().set(Optional.of(model.candidates().get(1)));
    }

    private static Candidate run(String name, long iteration) {
        return Candidate.of(new RunSummary(
                new RunId("00000000-0000-0000-0000-000000000001"),
                new RunSummary.Label(name, List.of(), ""),
                new RunSummary.Origin("wrn-10-1", Method.SDPOINT, 2, "data", "fingerprint", ""),
                new RunSummary.Progress(
                        RecordedState.RUNNING, iteration, 1000, Duration.ofSeconds(1), Instant.EPOCH, Instant.EPOCH),
                new RunSummary.Result(Optional.empty(), List.of()),
                Optional.of(Path.of("checkpoint")),
                Optional.empty()));
    }

    private List<String> labels() {
        return model.candidates().stream().map(Candidate::label).toList();
    }

    private String chosen() {
        return model.candidateProperty().get().orElseThrow().label();
    }

    @Test
    void theChosenRunStaysChosenWhenItHasTrainedOn() {
        offers.recorded(List.of(run("narrow", 150)));
        assertThat(labels()).containsExactly("open one · open", "narrow · 15 % trained");
        assertThat(chosen()).isEqualTo("narrow · 15 % trained");
    }

    @Test
    void aNewNameIsShownAtOnce() {
        offers.recorded(List.of(run("slim", 100)));
        assertThat(labels()).containsExactly("open one · open", "slim · 10 % trained");
        assertThat(chosen()).isEqualTo("slim · 10 % trained");
    }

    @Test
    void whatWasAskedStaysOnOfferAndChosen() {
        asked.add(model.candidates().get(1).key());
        offers.recorded(List.of(run("narrow", 150)));
        assertThat(labels())
                .containsExactly("open one · open", "narrow · 15 % trained", "narrow · 10 % trained, asked before");
        assertThat(chosen()).isEqualTo("narrow · 10 % trained, asked before");
        offers.recorded(List.of(run("slim", 200)));
        assertThat(chosen()).as("once, under its present name").isEqualTo("slim · 10 % trained, asked before");
        assertThat(labels()).hasSize(3);
        offers.recorded(List.of());
        assertThat(labels()).containsExactly("open one · open", "slim · 10 % trained, asked before");
    }

    @Test
    void theOpenModelIsChosenWhenTheRunIsGone() {
        offers.recorded(List.of());
        assertThat(chosen()).isEqualTo("open one · open");
    }
}
