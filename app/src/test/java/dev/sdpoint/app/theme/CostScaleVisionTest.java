package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight steps of the cost scale as people with each kind of full colour blindness see them (Machado, Oliveira and Fernandes 2009,
 * severity 1, on linear RGB), compared in CIELAB (D65) by the distance of 1976. A distance of 2.3 is just noticeable.
 */
class CostScaleVisionTest {
    private static final int STEPS = 8;
    private static final double NEIGHBOURS_APART = 5;
    private static final double GROUND_APART = 20;
    private static final double GRAPHICS_CONTRAST = 3;

    private final Tokens dark =
            Tokens.read("/atlantafx/base/theme/primer-light.css", sheet("sdpoint-light"), sheet("sdpoint-dark"));
    private final Tokens light = Tokens.read("/atlantafx/base/theme/primer-light.css", sheet("sdpoint-light"));

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to the matrix
    private enum Vision {
        NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
        PROTANOPIA(new double[][] {
            {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
        }),
        DEUTERANOPIA(new double[][] {
            {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
        }),
        TRITANOPIA(new double[][] {
            {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
        });

        private final double[][] matrix;

        Vision(double[][] matrix) {
            this.matrix = matrix;
        }

        /** CIELAB of what is seen. */
        double[] lab(Color color) {
            double[] linear = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                double sum = matrix[i][0] * linear[0] + matrix[i][1] * linear[1] + matrix[i][2] * linear[2];
                seen[i] = Math.min(1, Math.max(0, sum));
            }
            double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
            double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
            double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }

        private static double linear(double channel) {
            return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        }

        private static double f(double t) {
            return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
    }

    @Test
    void theMeasureItselfIsRight() {
        assertThat(Vision.NORMAL.lab(Color.WHITE)).containsExactly(new double[] {100, 0, 0}, within(0.02));
        assertThat(Vision.NORMAL.lab(Color.RED)).containsExactly(new double[] {53.24, 80.09, 67.20}, within(0.02));
        assertThat(apart(Vision.DEUTERANOPIA, Color.web("#c04040"), Color.web("#40c040")))
                .as("red and green are closer for whoever confuses them")
                .isLessThan(apart(Vision.NORMAL, Color.web("#c04040"), Color.web("#40c040")) / 2);
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void neighboursDifferAndLightnessFalls(Vision vision) {
        for (int step = 1; step < STEPS; step++) {
            assertThat(apart(vision, step(step - 1), step(step)))
                    .as("steps %d and %d", step - 1, step)
                    .isGreaterThan(NEIGHBOURS_APART);
            assertThat(vision.lab(step(step))[0]).isLessThan(vision.lab(step(step - 1))[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void standsOutFromPagesAndCards(Vision vision) {
        for (Tokens tokens : new Tokens[] {dark, light}) {
            for (String ground : new String[] {"-sdp-page", "-sdp-card"}) {
                for (int step = 0; step < STEPS; step++) {
                    assertThat(apart(vision, step(step), tokens.color(ground)))
                            .as("step %d on %s", step, ground)
                            .isGreaterThan(GROUND_APART);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-sdp-page", "-sdp-card"})
    void everyCostHasTheContrastOfGraphicsOnDarkGrounds(String ground) {
        for (int percent = 25; percent <= 100; percent++) {
            assertThat(CostColorsTest.contrast(CostColors.of(percent / 100.0), dark.color(ground)))
                    .as("cost of %d %%", percent)
                    .isGreaterThanOrEqualTo(GRAPHICS_CONTRAST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-sdp-page", "-sdp-card"})
    void everyCostOrItsEdgeHasTheContrastOfGraphicsOnAllGrounds(String ground) {
        for (Tokens tokens : new Tokens[] {dark, light}) {
            for (int percent = 25; percent <= 100; percent++) {
                double cost = percent / 100.0;
                double fill = CostColorsTest.contrast(CostColors.of(cost), tokens.color(ground));
                double edge = CostColorsTest.contrast(CostColors.edge(cost), tokens.color(ground));
                assertThat(Math.max(fill, edge)).as("cost of %d %%", percent).isGreaterThanOrEqualTo(GRAPHICS_CONTRAST);
            }
        }
        assertThat(CostColorsTest.contrast(CostColors.of(0.25), light.color(ground)))
                .as("the cheap end needs its edge")
                .isLessThan(2);
    }

    @Test
    void theEdgeOfPaperSwatchesHasTheContrastOfGraphics() {
        for (int percent = 25; percent <= 100; percent++) {
            assertThat(CostColorsTest.contrast(CostColors.edge(percent / 100.0), Color.WHITE))
                    .isGreaterThanOrEqualTo(GRAPHICS_CONTRAST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-sdp-page", "-sdp-card"})
    void theOutlineOfSwatchesHasTheContrastOfGraphics(String ground) {
        for (Tokens tokens : new Tokens[] {dark, light}) {
            assertThat(CostColorsTest.contrast(tokens.color("-color-fg-muted"), tokens.color(ground)))
                    .isGreaterThanOrEqualTo(GRAPHICS_CONTRAST);
        }
    }

    private static Color step(int step) {
        return CostColors.of(0.25 + 0.75 * step / (STEPS - 1));
    }

    private static double apart(Vision vision, Color a, Color b) {
        double[] first = vision.lab(a);
        double[] second = vision.lab(b);
        return Math.sqrt(Math.pow(first[0] - second[0], 2)
                + Math.pow(first[1] - second[1], 2)
                + Math.pow(first[2] - second[2], 2));
    }

    private static String sheet(String name) {
        return "/dev/sdpoint/app/theme/" + name + ".css";
    }
}
