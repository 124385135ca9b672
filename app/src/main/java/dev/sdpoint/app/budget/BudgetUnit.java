package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;

/** What a budget is counted in. */
enum BudgetUnit {
    /** Billions of floating-point operations a picture, multiply and add counted separately. */
    GFLOPS {
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
    PERCENT {
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
    MILLIS {
        @Override
        double of(InstanceScore score) {
            return score.millisPerImage();
        }

        @Override
        String tick(double value) {
            return Figures.significant(value);
        }
    };

    private static final Texts TEXTS = Texts.of(BudgetUnit.class);

    /** Name on the switch. */
    String title() {
        return switch (this) {
            case GFLOPS -> "GFLOPs";
            case PERCENT -> TEXTS.get("unit.percent");
            case MILLIS -> "ms";
        };
    }

    /** A sentence that says what is counted. */
    String meaning() {
        return switch (this) {
            case GFLOPS -> TEXTS.get("unit.gflops.meaning");
            case PERCENT -> TEXTS.get("unit.percent.meaning");
            case MILLIS -> TEXTS.get("unit.millis.meaning");
        };
    }

    /** What an instance costs in this unit. */
    abstract double of(InstanceScore score);

    /** A value under a tick. */
    abstract String tick(double value);

    /** A value with its unit: "0.134 GFLOPs", "63 % of full". */
    String amount(double value) {
        return this == PERCENT ? TEXTS.get("common.of-full", tick(value)) : tick(value) + "\u00a0" + title();
    }
}
