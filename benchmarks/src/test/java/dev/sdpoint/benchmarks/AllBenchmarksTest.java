package dev.sdpoint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.measurement.Measurement;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllBenchmarksTest {
    @Test
    void aQuickRunHasTheSameMeasurements() {
        List<String> names =
                AllBenchmarks.all(false).stream().map(Measurement::name).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("peers, wrn-16-1", "peers, wrn-28-2", "sharing", "memory over iterations", "kernels");
        assertThat(AllBenchmarks.all(true)).extracting(Measurement::name).isEqualTo(names);
        assertThat(AllBenchmarks.all(true)).isNotEqualTo(AllBenchmarks.all(false));
    }

    @Test
    void everyMeasurementIsAProgram() throws Exception {
        for (Measurement measurement : AllBenchmarks.all(false)) {
            int modifiers = Class.forName(measurement.main())
                    .getMethod("main", String[].class)
                    .getModifiers();
            assertThat(Modifier.isStatic(modifiers)).as(measurement.main()).isTrue();
        }
    }
}
