package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cost scale as people see it who lack one kind of cone: simulated after Machado, Oliveira and Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency" (2009), severity 1, in linear RGB; differences in CIELAB (1976, D65), where 2.3 is just
 * noticeable and 5 is seen at a glance.
 */
class ColorBlindnessTest {
    private static final int STEPS = 8;
    private static final double CHEAP = 0.25;
    private static final double TELLS_APART = 5;

    private enum Eyes {
        ALL_CONES(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        double[] lab(Color color) {
            double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    seen[i] += matrix[3 * i + j] * rgb[j];
                }
                seen[i] = Math.max(0, Math.min(1, seen[i]));
            }
            double x = (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047;
            double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
            double z = (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883;
            return new double[] {116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))};
        }

        private static double root(double t) {
            return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
        }

        private static double linear(double channel) {
            return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        }
    }

    private static double[][] scale(Eyes eyes) {
        double[][] colours = new double[STEPS + 1][];
        for (int i = 0; i <= STEPS; i++) {
            colours[i] = eyes.lab(CostColors.of(CHEAP + (1 - CHEAP) * i / STEPS));
        }
        return colours;
    }

    @ParameterizedTest
    @EnumSource(Eyes.class)
    void anEighthOfTheRangeIsAnotherColour(Eyes eyes) {
        double[][] colours = scale(eyes);
        for (int i = 0; i < colours.length; i++) {
            for (int j = i + 1; j < colours.length; j++) {
                assertThat(distance(colours[i], colours[j]))
                        .as("%s, steps %d and %d", eyes, i, j)
                        .isGreaterThan(TELLS_APART);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Eyes.class)
    void dearerIsDarkerForEveryone(Eyes eyes) {
        double[][] colours = scale(eyes);
        for (int i = 1; i < colours.length; i++) {
            assertThat(colours[i - 1][0] - colours[i][0])
                    .as("%s, lightness of step %d less that of %d", eyes, i - 1, i)
                    .isGreaterThan(2.3);
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
