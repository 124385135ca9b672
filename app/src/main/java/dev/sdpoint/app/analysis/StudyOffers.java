package dev.sdpoint.app.analysis;

import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a person can choose from before a question is asked: models, numbers of images, instances. JavaFX thread only. */
final class StudyOffers {
    private static final List<Integer> COUNTS = List.of(100, 200, 500, 1000, 2000, 5000, 10_000);
    private static final int USUAL = 1000;

    private final StudyModel model;
    private final Workspace workspace;
    private final Predicate<Candidate> asked;
    private final Runnable changed;
    private List<Candidate> recorded = List.of();

    /**
     * Offers what there is, and follows the workspace.
     *
     * @param asked whether a question to a model is being answered or has been: such a model stays on offer when its run has trained on,
     *     for otherwise its answers could not be seen
     * @param changed hears that something else may be chosen now
     */
    StudyOffers(StudyModel model, Workspace workspace, Predicate<Candidate> asked, Runnable changed) {
        this.model = model;
        this.workspace = workspace;
        this.asked = asked;
        this.changed = changed;
        model.candidateProperty().addListener((value, before, after) -> offerInstances());
        workspace.modelProperty().addListener((value, before, after) -> {
            // Who opens a model wants to ask it.
            model.candidateProperty().set(Optional.empty());
            offerModels();
            changed.run();
        });
        workspace.dataProperty().addListener((value, before, after) -> {
            offerImages();
            changed.run();
        });
        offerModels();
        offerImages();
    }

    /** Offers the models of recorded runs beside the open one, in place of those before. */
    void recorded(List<Candidate> models) {
        recorded = models;
        offerModels();
        changed.run();
    }

    private void offerModels() {
        Optional<Candidate> before = model.candidateProperty().get();
        List<Candidate> all = new ArrayList<>();
        workspace.modelProperty().get().map(Candidate::of).ifPresent(all::add);
        for (Candidate now : recorded) {
            all.add(now);
            askedBefore().stream()
                    .filter(now::isOfRunOf)
                    .map(earlier -> earlier.asBefore(now.name()))
                    .forEach(all::add);
        }
        askedBefore().stream()
                .filter(earlier -> recorded.stream().noneMatch(earlier::isOfRunOf))
                .map(earlier -> earlier.asBefore(earlier.name()))
                .forEach(all::add);
        if (!all.equals(model.candidates())) {
            model.candidates().setAll(all);
        }
        model.candidateProperty()
                .set(before.flatMap(chosen -> same(chosen, all))
                        .or(() -> all.stream().findFirst()));
    }

    /** Models of runs as they are no longer. */
    private List<Candidate> askedBefore() {
        return model.candidates().stream()
                .filter(known -> known.run().isPresent() && asked.test(known))
                .filter(known -> recorded.stream().noneMatch(now -> now.key().equals(known.key())))
                .toList();
    }

    /** What was chosen, under its present name; otherwise its run as it is now. */
    private static Optional<Candidate> same(Candidate chosen, List<Candidate> all) {
        return all.stream()
                .filter(now -> now.key().equals(chosen.key()))
                .findFirst()
                .or(() -> all.stream().filter(chosen::isOfRunOf).findFirst());
    }

    private void offerImages() {
        int all = workspace
                .dataProperty()
                .get()
                .map(data -> data.validation().size())
                .orElse(0);
        List<Integer> counts =
                new ArrayList<>(COUNTS.stream().filter(count -> count < all).toList());
        if (all > 0) {
            counts.add(all);
        }
        model.imageCounts().setAll(counts);
        model.imagesProperty().set(Math.min(USUAL, all));
    }

    private void offerInstances() {
        List<Optional<Instance>> all = new ArrayList<>();
        all.add(Optional.empty());
        model.candidateProperty()
                .get()
                .ifPresent(chosen -> chosen.cheaper().forEach(instance -> all.add(Optional.of(instance))));
        model.instances().setAll(all);
        model.instanceProperty().set(Optional.empty());
    }
}
