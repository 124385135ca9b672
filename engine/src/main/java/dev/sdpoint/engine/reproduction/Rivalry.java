package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two curves compared at every budget that matters: the cost of each instance of either that no other dominates, as far as
 * both have an instance for it.
 *
 * @param rival the other curve
 * @param budgets number of budgets compared
 * @param won budgets at which the first curve errs no more than the rival
 * @param largestLead largest amount by which the first errs less, in percentage points; 0 if it never does
 * @param largestDeficit largest amount by which it errs more, in percentage points; 0 if it never does
 */
record Rivalry(Curve rival, int budgets, int won, double largestLead, double largestDeficit) {
    static Rivalry between(Curve first, Curve rival) {
        List<Long> budgets = Stream.of(first, rival)
                .flatMap(c -> c.sweep().curve().stream())
                .map(InstanceScore::flops)
                .distinct()
                .sorted()
                .filter(b ->
                        first.errorWithin(b).isPresent() && rival.errorWithin(b).isPresent())
                .toList();
        int won = 0;
        double lead = 0;
        double deficit = 0;
        for (long budget : budgets) {
            double behind = 100
                    * (first.errorWithin(budget).orElseThrow()
                            - rival.errorWithin(budget).orElseThrow());
            won += behind <= 0 ? 1 : 0;
            lead = Math.max(lead, -behind);
            deficit = Math.max(deficit, behind);
        }
        return new Rivalry(rival, budgets.size(), won, lead, deficit);
    }

    /** Such as "Early exits: at 5 of 6 budgets (at best 3.10 points lower, at worst 0.40 higher)". */
    String text() {
        String best = won == 0 ? "never lower" : String.format(Locale.ROOT, "at best %.2f points lower", largestLead);
        String worst = largestDeficit == 0
                ? "nowhere higher"
                : String.format(Locale.ROOT, "at worst %.2f higher", largestDeficit);
        return rival.title() + ": at " + won + " of " + budgets + (budgets == 1 ? " budget" : " budgets") + " (" + best
                + ", " + worst + ")";
    }
}
