package dev.sdpoint.engine.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.reproduction.Entry.Role;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
    private static DataSet data() throws DataException {
        return BundledCifar10.load();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void trainsEveryMethodOnEveryNetworkUnderANameOfItsOwn(Preset preset) throws DataException {
        List<Entry> entries = preset.entries(data(), 7);
        assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
        entries.stream()
                .map(Entry::family)
                .distinct()
                .forEach(family -> assertThat(entries)
                        .filteredOn(e -> e.family().equals(family))
                        .extracting(e -> e.recipe().method())
                        .contains(Method.values()));
        assertThat(entries).extracting(Entry::role).contains(Role.ABLATION);
    }

    @Test
    void runsDifferInWhatTheyAreNamedForAlone() throws DataException {
        List<Entry> entries = Preset.HOURS.entries(data(), 7);
        Entry sdpoint = entries.get(0);
        Entry half = entries.stream()
                .filter(e -> e.id().equals("sdpoint-ratio-0.5"))
                .findFirst()
                .orElseThrow();
        assertThat(half.recipe().sampling()).isEqualTo(Sampling.of(List.of(0.5)));
        assertThat(half.recipe().optimization()).isEqualTo(sdpoint.recipe().optimization());
        assertThat(Arrays.asList(half.recipe().network(), half.recipe().seed()))
                .isEqualTo(Arrays.asList(
                        sdpoint.recipe().network(), sdpoint.recipe().seed()));
    }
}
