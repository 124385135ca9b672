package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.BudgetModel.Headline;
import dev.sdpoint.app.budget.TimesModel.Measured;
import dev.sdpoint.app.budget.TimesModel.Source;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns budgets into instances, and says what the selected instance is. JavaFX thread; everything is done at once. */
final class BudgetInteractor implements BudgetActions {
    /** Share of the full cost that the first model is shown at, so that the place starts with a difference to see. */
    private static final double FIRST_BUDGET = 0.65;

    private final BudgetModel state;
    private final Workspace workspace;

    private @Nullable Priced priced;
    private boolean greeted;

    /**
     * The open model with what is worked out once for it.
     *
     * @param byTime offers by the clock; empty if there are no times
     */
    private record Priced(
            Sweep sweep,
            NetworkPlan plan,
            CostModel costs,
            List<InstanceScore> offers,
            List<InstanceScore> byTime,
            Source times) {
        static Priced of(OpenModel open, Optional<Measured> measured) {
            NetworkPlan plan = open.model().network().plan();
            InstanceSpace space = open.model().space();
            Sweep recorded = open.model().sweep();
            Optional<Sweep> here = measured.flatMap(m -> m.profile().on(recorded));
            Sweep sweep = here.orElse(recorded);
            List<InstanceScore> byTime = BudgetMenu.byTime(sweep, space);
            Source times = byTime.isEmpty() ? Source.NONE : here.isPresent() ? Source.HERE : Source.RECORDED;
            return new Priced(sweep, plan, new CostModel(plan), new BudgetMenu(sweep, space).offers(), byTime, times);
        }

        List<InstanceScore> offers(BudgetUnit unit) {
            return unit == BudgetUnit.MILLIS ? byTime : offers;
        }

        Optional<InstanceScore> score(Instance instance) {
            return sweep.scores().stream()
                    .filter(s -> s.instance().equals(instance))
                    .findFirst();
        }

        /** Those of both kinds. */
        List<InstanceScore> allOffers() {
            return Stream.concat(offers.stream(), byTime.stream()).distinct().toList();
        }
    }

    BudgetInteractor(BudgetModel state, Workspace workspace) {
        this.state = state;
        this.workspace = workspace;
    }

    /** Another model is open, or none. */
    void modelChanged() {
        Optional<OpenModel> open = workspace.modelProperty().get();
        state.modelNameProperty().set(open.map(OpenModel::name).orElse(""));
        if (open.isEmpty()) {
            priced = null;
            state.axisProperty().set(Optional.empty());
            state.headlineProperty().set(Optional.empty());
            state.profileProperty().set(Optional.empty());
            state.times().sourceProperty().set(Source.NONE);
            state.times().disagreementProperty().set("");
            return;
        }
        Priced now = price(open.get());
        greet(now);
        placeAxis(now);
        instanceChanged();
    }

    /** The open model was measured on this machine: axis, choice and headline go by these times from now on. */
    void timesChanged() {
        if (priced != null) {
            workspace.modelProperty().get().ifPresent(open -> {
                placeAxis(price(open));
                instanceChanged();
            });
        }
    }

    private Priced price(OpenModel open) {
        Priced now = Priced.of(open, state.times().measuredProperty().get());
        priced = now;
        state.times().sourceProperty().set(now.times());
        state.times()
                .disagreementProperty()
                .set(now.times() == Source.NONE ? "" : OrderOfOffers.disagreement(now.allOffers()));
        List<BudgetUnit> units = Arrays.stream(BudgetUnit.values())
                .filter(unit -> !now.offers(unit).isEmpty())
                .toList();
        state.unitsProperty().set(units);
        if (!units.contains(state.unitProperty().get())) {
            state.unitProperty().set(BudgetUnit.GFLOPS);
        }
        return now;
    }

    private void greet(Priced now) {
        if (!greeted && workspace.selectedInstanceProperty().get().equals(Instance.FULL)) {
            BudgetAxis axis = new BudgetAxis(BudgetUnit.PERCENT, now.offers());
            workspace
                    .selectedInstanceProperty()
                    .set(axis.best(100 * FIRST_BUDGET).instance());
        }
        greeted = true;
    }

    /** Another instance is selected, here or elsewhere. */
    void instanceChanged() {
        Instance instance = workspace.selectedInstanceProperty().get();
        Priced now = priced;
        if (now == null) {
            state.instanceProperty().set(instance);
            return;
        }
        Optional<InstanceScore> score = now.score(instance);
        if (score.isEmpty()) {
            // Selected for another network; this one has no such point or ratio.
            workspace.selectedInstanceProperty().set(Instance.FULL);
            return;
        }
        state.instanceProperty().set(instance);
        moveTo(score.get());
        showHeadline(now, score.get());
        state.profileProperty().set(Optional.of(NetworkProfile.of(now.plan(), now.costs(), instance)));
    }

    private void moveTo(InstanceScore score) {
        state.axisProperty()
                .get()
                .filter(axis ->
                        !axis.best(state.budgetProperty().get()).instance().equals(score.instance()))
                .ifPresent(axis -> state.budgetProperty().set(axis.valueOf(score)));
    }

    private void showHeadline(Priced now, InstanceScore chosen) {
        InstanceScore full = now.sweep().of(Instance.FULL);
        state.headlineProperty()
                .set(Optional.of(new Headline(
                        chosen,
                        full,
                        now.sweep().errorMargin(chosen.top1Error()),
                        now.sweep().errorMargin(full.top1Error()),
                        now.sweep().images(),
                        now.offers(state.unitProperty().get()).contains(chosen),
                        now.times())));
    }

    private void placeAxis(Priced now) {
        BudgetUnit unit = state.unitProperty().get();
        BudgetAxis axis = new BudgetAxis(unit, now.offers(unit));
        state.axisProperty().set(Optional.of(axis));
        Instance instance = workspace.selectedInstanceProperty().get();
        state.budgetProperty().set(now.score(instance).map(axis::valueOf).orElse(axis.most()));
    }

    @Override
    public void chooseBudget(double budget) {
        state.axisProperty().get().ifPresent(axis -> {
            double within = axis.value(axis.position(budget));
            state.budgetProperty().set(within);
            workspace.selectedInstanceProperty().set(axis.best(within).instance());
        });
    }

    @Override
    public void stepBudget(int offers) {
        state.axisProperty()
                .get()
                .ifPresent(axis -> chooseInstance(
                        axis.step(state.budgetProperty().get(), offers).instance()));
    }

    @Override
    public void chooseInstance(Instance instance) {
        Priced now = priced;
        if (now == null) {
            return;
        }
        now.score(instance).ifPresent(score -> {
            state.axisProperty().get().ifPresent(axis -> state.budgetProperty().set(axis.valueOf(score)));
            workspace.selectedInstanceProperty().set(instance);
        });
    }

    @Override
    public void chooseUnit(BudgetUnit unit) {
        state.unitProperty().set(unit);
        Priced now = priced;
        if (now != null) {
            placeAxis(now);
            now.score(state.instanceProperty().get()).ifPresent(score -> showHeadline(now, score));
        }
    }

    @Override
    public void goToTraining() {
        workspace.currentPlaceProperty().set(PlaceId.TRAIN);
    }
}
