package dev.sdpoint.engine.training;

import java.util.List;

/** The course of the learning rate, as a factor on its peak. */
public sealed interface Schedule {
    /**
     * Factor at a share of the run.
     *
     * @param progress iterations done over all iterations, 0 … 1
     */
    double factor(double progress);

    /**
     * Linear rise from 5 % during a first share, then half a cosine to 0 (Loshchilov and Hutter, ICLR 2017, one cycle).
     *
     * @param warmup share of the run, in [0, 1)
     */
    record WarmupCosine(double warmup) implements Schedule {
        private static final double START = 0.05;

        public WarmupCosine {
            requireShare(warmup);
        }

        @Override
        public double factor(double progress) {
            if (progress < warmup) {
                return START + (1 - START) * progress / warmup;
            }
            return 0.5 * (1 + Math.cos(Math.PI * (progress - warmup) / (1 - warmup)));
        }
    }

    /**
     * A constant rate multiplied by a factor at each milestone, after a linear warm-up.
     *
     * @param warmup share of the run, in [0, 1)
     * @param milestones ascending shares of the run, in (0, 1)
     * @param drop factor at each milestone, in (0, 1)
     */
    record Steps(double warmup, List<Double> milestones, double drop) implements Schedule {
        /** 0.2 at 30, 60 and 80 % of the run: the Wide ResNet paper. */
        public static final Steps WIDE_RES_NET = new Steps(0, List.of(0.3, 0.6, 0.8), 0.2);

        /** 0.1 at 50 and 75 % of the run: the DenseNet paper. */
        public static final Steps DENSE_NET = new Steps(0, List.of(0.5, 0.75), 0.1);

        /** 0.1 at epochs 40, 75 and 105 of 115: the SDPoint paper on ImageNet. */
        public static final Steps IMAGE_NET = new Steps(0, List.of(40.0 / 115, 75.0 / 115, 105.0 / 115), 0.1);

        public Steps {
            requireShare(warmup);
            milestones = milestones.stream().sorted().toList();
            for (double milestone : milestones) {
                if (!(milestone > 0 && milestone < 1)) {
                    throw new IllegalArgumentException("milestone " + milestone
                            + " is outside (0, 1); give it as a share of the run, 0.3 for 30 %");
                }
            }
            if (!(drop > 0 && drop < 1)) {
                throw new IllegalArgumentException("drop " + drop + " is outside (0, 1); the paper uses 0.2");
            }
        }

        @Override
        public double factor(double progress) {
            double factor = progress < warmup ? 0.05 + 0.95 * progress / warmup : 1;
            for (double milestone : milestones) {
                factor *= progress >= milestone ? drop : 1;
            }
            return factor;
        }
    }

    private static void requireShare(double warmup) {
        if (!(warmup >= 0 && warmup < 1)) {
            throw new IllegalArgumentException("warm-up " + warmup + " is outside [0, 1); 0.15 is 15 % of the run");
        }
    }
}
