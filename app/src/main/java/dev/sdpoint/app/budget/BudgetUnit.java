package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.InstanceScore;

/** What a budget is counted in. */
enum BudgetUnit {
    /** Billions of floating-point operations a picture, multiply and add counted separately. */
    GFLOPS("GFLOPs", "Floating-point operations of one picture, in billions; multiply and add count separately") {
        @Override
        double of(InstanceScore score) {
            return score.flops() / 1e9;
        }

        @Override
        String tick(double value) {
            return Figures.significant(value);
        }
    },
    /** Per cent of the full network's operations. */
    PERCENT("% of full", "Share of the full network's floating-point operations") {
        @Override
        double of(InstanceScore score) {
            return 100 * score.relativeCost();
        }

        @Override
        String tick(double value) {
            return Figures.share(value / 100);
        }
    },
    /** Milliseconds a picture, measured in batches: on this machine if it was, else where the model was evaluated. */
    MILLIS("ms", "Milliseconds a picture, measured in batches") {
        @Override
        double of(InstanceScore score) {
            return score.millisPerImage();
        }

        @Override
        String tick(double value) {
            return Figures.significant(value);
        }
    };

    private final String title;
    private final String meaning;

    BudgetUnit(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** Name on the switch. */
    String title() {
        return title;
    }

    /** A sentence that says what is counted. */
    String meaning() {
        return meaning;
    }

    /** What an instance costs in this unit. */
    abstract double of(InstanceScore score);

    /** A value under a tick. */
    abstract String tick(double value);

    /** A value with its unit: "0.134 GFLOPs", "63 % of full". */
    String amount(double value) {
        return this == PERCENT ? tick(value) + " of full" : tick(value) + "\u00a0" + title;
    }
}
