package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.sdpoint.Instance;
import java.time.Duration;

/** Drags the budget to the middle and waits for the answers. */
final class BudgetStop implements TourStop {
    private static final Duration LOADING = Duration.ofSeconds(60);

    @Override
    public PlaceId place() {
        return PlaceId.BUDGET;
    }

    @Override
    public void walk(TourGuide guide) throws TourException, InterruptedException {
        guide.node("#budget-slider");
        if (hasChoice(guide)) {
            guide.drag("#budget-slider", "#budget-thumb", 0.5);
            guide.until(
                    "the budget slider to choose an instance",
                    LOADING,
                    () -> !guide.workspace().selectedInstanceProperty().get().equals(Instance.FULL));
        }
        guide.until("the network's answers", LOADING, () -> !guide.shows("#answer-placeholder"));
    }

    /** Of some models one instance is better than all others at any cost. */
    private static boolean hasChoice(TourGuide guide) {
        return guide.workspace()
                .modelProperty()
                .get()
                .map(open -> new BudgetMenu(open.model().sweep(), open.model().space()))
                .filter(menu -> menu.offers().size() > 1)
                .isPresent();
    }
}
