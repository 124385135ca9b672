package dev.sdpoint.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.chart.LiteraturePoint.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiteratureReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsColumnsInAnyOrderWithQuotesAndEveryUnit() {
        var reading =
                LiteratureReader.parse("\uFEFFLabel,unit,cost,error\r\n\"SACT, \"\"deep\"\"\",GFLOPs,5.25,24.1\r\n"
                        + "small,mflops,600,25 %\n\nphone,ms,12.5,30\nraw,FLOPs,2000000000,28\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.points())
                .containsExactly(
                        new LiteraturePoint("SACT, \"deep\"", 5.25, Unit.GFLOPS, 24.1),
                        new LiteraturePoint("small", 600, Unit.MFLOPS, 25),
                        new LiteraturePoint("phone", 12.5, Unit.MILLIS, 30),
                        new LiteraturePoint("raw", 2e9, Unit.FLOPS, 28));
    }

    @Test
    void readsSemicolonsAndTabs() {
        assertThat(LiteratureReader.parse("cost;error;label;unit\n1;2;a;ms").points())
                .hasSize(1);
        assertThat(LiteratureReader.parse("cost\terror\tlabel\tunit\n1\t2\ta, b\tms")
                        .points()
                        .get(0)
                        .label())
                .isEqualTo("a, b");
    }

    @Test
    void everyBadLineIsToldByItsNumberAndTheOthersAreRead() {
        var reading = LiteratureReader.parse("""
                cost,error,label,unit
                -1,20,a,ms
                1,120,b,ms
                1,20,c,miles
                1,20,,ms
                NaN,20,e,ms
                1
                2,20,good,ms
                """);
        assertThat(reading.points()).extracting(LiteraturePoint::label).containsExactly("good");
        assertThat(reading.problems())
                .containsExactly(
                        "Line 2 has the cost '-1', which is no number above 0 (1e-9 to 1e18).",
                        "Line 3 has the error '120', which is no number of per cent from 0 to 100.",
                        "Line 4 has the unit 'miles'; it is one of FLOPs, MFLOPs, GFLOPs and ms.",
                        "Line 5 has no label.",
                        "Line 6 has the cost 'NaN', which is no number above 0 (1e-9 to 1e18).",
                        "Line 7 has no label.");
    }

    @Test
    void aTableWithoutTheColumnsSaysWhichAreMissing() {
        assertThat(LiteratureReader.parse("cost,label\n1,a").problems())
                .containsExactly(
                        "Line 1 does not name the column error, unit. It names all of: cost,error,label,unit.");
        assertThat(LiteratureReader.parse("").problems()).hasSize(1);
        assertThat(LiteratureReader.parse("\u0000\u0001PNG").problems()).hasSize(1);
    }

    @Test
    void endsAfterEnoughPointsAndRefusesWhatIsNoTable() throws Exception {
        String many = "cost,error,label,unit\n" + "1,2,a,ms\n".repeat(501);
        var reading = LiteratureReader.parse(many);
        assertThat(reading.points()).hasSize(500);
        assertThat(reading.problems()).containsExactly("From line 502 on nothing is shown: 500 points are enough.");
        Path large = Files.write(folder.resolve("large.csv"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> LiteratureReader.read(large))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("large.csv is larger than a megabyte");
    }

    @Test
    void standsOnlyOnTheAxisOfItsUnit() {
        assertThat(new LiteraturePoint("a", 600, Unit.MFLOPS, 25).on(CostUnit.GFLOPS))
                .hasValue(0.6);
        assertThat(new LiteraturePoint("a", 600, Unit.MFLOPS, 25).on(CostUnit.MILLIS))
                .isEmpty();
        assertThat(new LiteraturePoint("a", 600, Unit.MFLOPS, 25).on(CostUnit.PERCENT))
                .isEmpty();
        assertThat(new LiteraturePoint("a", 6, Unit.MILLIS, 25).on(CostUnit.MILLIS))
                .hasValue(6);
        assertThat(new LiteraturePoint("a", 6, Unit.MILLIS, 25).on(CostUnit.GFLOPS))
                .isEmpty();
    }
}
