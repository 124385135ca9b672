package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void keepsThreeSignificantDigits() {
        assertThat(Figures.significant(0.004123)).isEqualTo("0.00412");
        assertThat(Figures.significant(0.1274)).isEqualTo("0.127");
        assertThat(Figures.significant(10.49)).isEqualTo("10.5");
        assertThat(Figures.significant(1234)).isEqualTo("1234");
        assertThat(Figures.significant(0)).isEqualTo("0");
    }

    @Test
    void choosesTheUnitOfOperations() {
        assertThat(Figures.flops(884_736)).isEqualTo("885\u00a0k");
        assertThat(Figures.flops(25_165_824)).isEqualTo("25.2\u00a0M");
        assertThat(Figures.flopsInShort(5_370_000)).isEqualTo("5.4M");
        assertThat(Figures.flopsInShort(25_165_824)).isEqualTo("25M");
        assertThat(Figures.flopsInShort(999_600)).isEqualTo("1.0M");
    }

    @Test
    void signsDifferences() {
        assertThat(Figures.points(0.031)).isEqualTo("+3.1");
        assertThat(Figures.points(-0.129)).isEqualTo("−12.9");
        assertThat(Figures.points(0.0001)).isEqualTo("±0");
        assertThat(Figures.saved(0.4375)).isEqualTo("−44\u00a0%");
        assertThat(Figures.saved(-0.0001)).isEqualTo("0\u00a0%");
    }
}
