package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.reproduction.Claim.Verdict;
import dev.sdpoint.engine.reproduction.Entry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges the paper's claims (method §6) on the curves of one network. What is missing is said, not guessed. Immutable.
 */
public final class Claims {
    private static final String NO_SDPOINT = "There is no SDPoint run.";

    private final List<Curve> curves;
    private final Optional<Difficulty> difficulty;

    /**
     * @param curves of one family
     * @param difficulty of the images for the plain network, where both networks were judged on the same images
     */
    public Claims(List<Curve> curves, Optional<Difficulty> difficulty) {
        this.curves = List.copyOf(curves);
        this.difficulty = difficulty;
    }

    /** All claims in a fixed order. */
    public List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        claims.add(belowBaselines());
        claims.add(regularises());
        claims.add(bestIsNotFull());
        claims.add(ownStatistics());
        claims.add(harderImages());
        claims.add(smallerNetworks());
        return List.copyOf(claims);
    }

    private Claim belowBaselines() {
        String statement = "SDPoint's curve lies below every baseline's at (almost) every budget.";
        Optional<Curve> sdpoint = of(Role.SDPOINT);
        List<Curve> rivals = curves.stream().filter(c -> c.role().baseline()).toList();
        if (sdpoint.isEmpty() || rivals.isEmpty()) {
            return Claim.notTested(statement, sdpoint.isEmpty() ? NO_SDPOINT : "No baseline was trained.");
        }
        List<Rivalry> found =
                rivals.stream().map(r -> Rivalry.between(sdpoint.get(), r)).toList();
        int won = found.stream().mapToInt(Rivalry::won).sum();
        int budgets = found.stream().mapToInt(Rivalry::budgets).sum();
        String evidence = found.stream().map(Rivalry::text).collect(Collectors.joining("; ")) + ". "
                + margin(sdpoint.get(), sdpoint.get().best().top1Error());
        return new Claim(statement, Verdict.ofShare(won, budgets), evidence);
    }

    private Claim regularises() {
        String statement = "SDPoint's best instance beats the plain network: downsampling at random regularises.";
        Optional<Curve> sdpoint = of(Role.SDPOINT);
        Optional<Curve> plain = of(Role.PLAIN);
        if (sdpoint.isEmpty() || plain.isEmpty()) {
            return Claim.notTested(statement, sdpoint.isEmpty() ? NO_SDPOINT : "The plain network was not trained.");
        }
        InstanceScore best = sdpoint.get().best();
        double rival = plain.get().full().top1Error();
        return new Claim(
                statement,
                best.top1Error() < rival ? Verdict.HELD : Verdict.NOT_HELD,
                "Best instance (" + best.instance().label() + ") " + percent(best.top1Error()) + ", plain network "
                        + percent(rival) + ". " + margin(plain.get(), rival));
    }

    private Claim bestIsNotFull() {
        String statement = "On CIFAR the best instance is often not the full network.";
        return of(Role.SDPOINT)
                .map(sdpoint -> {
                    InstanceScore best = sdpoint.best();
                    double full = sdpoint.full().top1Error();
                    boolean other = !best.instance().equals(sdpoint.full().instance());
                    Verdict tied = other ? Verdict.PARTLY : Verdict.NOT_HELD;
                    return new Claim(
                            statement,
                            best.top1Error() < full ? Verdict.HELD : tied,
                            "Best is " + best.instance().label() + " with " + percent(best.top1Error())
                                    + "; full resolution has "
                                    + percent(sdpoint.full().top1Error()) + ".");
                })
                .orElseGet(() -> Claim.notTested(statement, NO_SDPOINT));
    }

    private Claim ownStatistics() {
        String statement = "Instances need batch-norm statistics of their own: uniform ones hurt each of them.";
        Optional<Curve> sdpoint = of(Role.SDPOINT);
        Optional<Curve> uniform = of(Role.UNIFORM);
        if (sdpoint.isEmpty() || uniform.isEmpty()) {
            return Claim.notTested(
                    statement, sdpoint.isEmpty() ? NO_SDPOINT : "Uniform statistics were not evaluated.");
        }
        int better = 0;
        double gain = 0;
        List<InstanceScore> own = sdpoint.get().sweep().scores();
        for (InstanceScore score : own) {
            double less = uniform.get().sweep().of(score.instance()).top1Error() - score.top1Error();
            better += less > 0 ? 1 : 0;
            gain += 100 * less / own.size();
        }
        return new Claim(
                statement,
                Verdict.ofShare(better, own.size()),
                String.format(
                        Locale.ROOT,
                        "Own statistics err less for %d of %d instances, by %.2f points on average.",
                        better,
                        own.size(),
                        gain));
    }

    private Claim harderImages() {
        String statement = "Harder images need dearer instances.";
        return difficulty
                .map(d -> harderImages(statement, d))
                .orElseGet(() -> Claim.notTested(statement, "It takes an SDPoint and a plain run on the same images."));
    }

    private static Claim harderImages(String statement, Difficulty found) {
        List<Double> errors = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        addGroup(errors, groups, found.cheapest(), found.counts().cheapest(), "that the cheapest instance gets right");
        addGroup(errors, groups, found.dearer(), found.counts().dearer(), "that need a dearer one");
        addGroup(errors, groups, found.never(), found.counts().never(), "that none gets right");
        if (errors.size() < 2) {
            return Claim.notTested(statement, "All images are of one kind.");
        }
        boolean begins = errors.get(1) > errors.get(0);
        boolean all = begins && (errors.size() == 2 || errors.get(2) > errors.get(1));
        return new Claim(
                statement,
                all ? Verdict.HELD : begins ? Verdict.PARTLY : Verdict.NOT_HELD,
                "The plain network, which knows nothing of the groups, errs on " + String.join(", on ", groups) + ".");
    }

    /** A group without images says nothing. */
    private static void addGroup(List<Double> errors, List<String> groups, double error, int images, String which) {
        if (images > 0) {
            errors.add(error);
            groups.add(percent(error) + " of the " + images + " images " + which);
        }
    }

    private Claim smallerNetworks() {
        String statement =
                "SDPoint about matches smaller networks of fixed cost at low cost and beats them at high cost (claimed for "
                        + "ImageNet).";
        Optional<Curve> sdpoint = of(Role.SDPOINT);
        List<Curve> smaller =
                curves.stream().filter(c -> c.role() == Role.SMALLER).toList();
        if (sdpoint.isEmpty() || smaller.isEmpty()) {
            return Claim.notTested(statement, sdpoint.isEmpty() ? NO_SDPOINT : "No smaller network was trained.");
        }
        List<Rivalry> found =
                smaller.stream().map(r -> Rivalry.between(sdpoint.get(), r)).toList();
        int won = found.stream().mapToInt(Rivalry::won).sum();
        int budgets = found.stream().mapToInt(Rivalry::budgets).sum();
        String evidence = found.stream().map(Rivalry::text).collect(Collectors.joining("; ")) + ".";
        return budgets == 0
                ? Claim.notTested(statement, "SDPoint has no instance at the cost of the smaller networks.")
                : new Claim(statement, Verdict.ofShare(won, budgets), evidence);
    }

    private Optional<Curve> of(Role role) {
        return curves.stream().filter(c -> c.role() == role).findFirst();
    }

    private static String margin(Curve curve, double error) {
        return String.format(
                Locale.ROOT,
                "The 95 %% interval of one error on %,d images is ±%.2f points.",
                curve.sweep().images(),
                100 * curve.sweep().errorMargin(error));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
