package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class CostColorsTest {
    @Test
    void dearIsBlueViolet() {
        assertThat(CostColors.css(1)).isEqualTo(CostColors.css(3)).isEqualTo("#5a63e6");
        assertThat(CostColors.of(1).getBlue()).isGreaterThan(CostColors.of(1).getGreen());
    }

    @Test
    void cheapIsYellowGreen() {
        assertThat(CostColors.css(0.25)).isEqualTo("#c4d018").isEqualTo(CostColors.css(0));
    }

    @Test
    void growsDarkerWithCost() {
        for (double cost = 0.25; cost < 1; cost += 0.05) {
            assertThat(luminance(CostColors.of(cost))).isGreaterThan(luminance(CostColors.of(cost + 0.05)));
        }
    }

    @Test
    void textReadsWellOnEveryCost() {
        for (double cost = 0; cost <= 1; cost += 0.01) {
            Color background = CostColors.of(cost);
            assertThat(contrast(background, CostColors.textOn(background)))
                    .as("contrast at cost %.2f", cost)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void awtIsTheSameColour() {
        java.awt.Color awt = CostColors.awt(0.25);
        assertThat(String.format("#%02x%02x%02x", awt.getRed(), awt.getGreen(), awt.getBlue()))
                .isEqualTo(CostColors.css(0.25));
    }

    static double contrast(Color a, Color b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
