package dev.sdpoint.app.train;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.cost.SharedCost;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.List;

/**
 * What follows from a recipe before anything is trained.
 *
 * @param parameters learned parameters
 * @param costs of every instance, in the order of the instance space
 * @param probabilities with which each instance is drawn, in the same order
 * @param expectedCost mean relative cost of an iteration; 1 is plain training
 */
record RecipeFacts(long parameters, List<InstanceCost> costs, List<Double> probabilities, double expectedCost) {
    RecipeFacts {
        costs = List.copyOf(costs);
        probabilities = List.copyOf(probabilities);
    }

    /** Operations of a forward pass of one image, mean over the instances drawn. */
    double expectedFlops() {
        return expectedCost() * fullFlops();
    }

    /** Operations of the full network for one image. */
    long fullFlops() {
        InstanceCost any = costs.get(0);
        return Math.round(any.flops() / any.relativeCost());
    }

    /** Counts; tens of milliseconds for the largest networks. */
    static RecipeFacts of(Recipe recipe) {
        NetworkPlan plan = recipe.network().plan();
        InstanceSpace space = recipe.space();
        List<InstanceCost> costs = new CostModel(plan).costs(space);
        InstanceSampler sampler = recipe.sampler();
        List<Double> probabilities =
                costs.stream().map(c -> sampler.probability(c.instance())).toList();
        if (recipe.method() == Method.EARLY_EXITS) {
            // every iteration runs all branches
            double all = SharedCost.of(plan, space).shared();
            return new RecipeFacts(plan.parameters(), costs, probabilities, all);
        }
        double expected = 0;
        for (int i = 0; i < costs.size(); i++) {
            expected += probabilities.get(i) * costs.get(i).relativeCost();
        }
        return new RecipeFacts(plan.parameters(), costs, probabilities, expected);
    }
}
