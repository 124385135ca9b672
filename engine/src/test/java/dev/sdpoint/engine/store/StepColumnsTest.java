package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StepColumnsTest {
    private static final Story STORY = new Story(3, 200, 5);

    private static StepColumns columns(long first, int count) {
        StepColumns columns = new StepColumns(first);
        for (int i = 0; i < count; i++) {
            columns.add(STORY.step(first + i));
        }
        return columns;
    }

    @Test
    void everyNumberComesBackToTheBit() throws Exception {
        StepColumns columns = columns(7, StepColumns.LIMIT);
        byte[] packed = columns.pack();
        StepColumns back = StepColumns.unpack(7, StepColumns.LIMIT, packed);
        for (int i = 0; i < StepColumns.LIMIT; i++) {
            assertThat(back.step(i)).isEqualTo(STORY.step(7 + i));
        }
        assertThat(packed.length).isLessThan(20 * StepColumns.LIMIT);
    }

    @Test
    void keepsWhatIsNoNumber() throws Exception {
        IterationDone odd = new IterationDone(
                1, -1, Integer.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Float.POSITIVE_INFINITY);
        StepColumns columns = new StepColumns(1);
        columns.add(odd);
        assertThat(StepColumns.unpack(1, 1, columns.pack()).step(0)).isEqualTo(odd);
    }

    @Test
    void takesOnlyTheNextStepAndOnlyWhileThereIsRoom() {
        StepColumns columns = columns(7, 3);
        assertThat(columns.takes(STORY.step(10))).isTrue();
        assertThat(columns.takes(STORY.step(9))).isFalse();
        assertThat(columns.takes(STORY.step(11))).isFalse();
        assertThatThrownBy(() -> columns.add(STORY.step(11))).hasMessageContaining("does not follow 3 steps from 7 on");
        assertThat(columns(1, StepColumns.LIMIT).takes(STORY.step(StepColumns.LIMIT + 1)))
                .isFalse();
    }

    /** The bits that fill the last byte of deflated data mean nothing. */
    @Test
    void noChangeOfAByteChangesANumberUnnoticed() throws Exception {
        byte[] packed = columns(7, 20).pack();
        int noticed = 0;
        for (int at = 0; at < packed.length; at++) {
            byte[] changed = packed.clone();
            changed[at] ^= 0x10;
            try {
                StepColumns back = StepColumns.unpack(7, 20, changed);
                for (int i = 0; i < 20; i++) {
                    assertThat(back.step(i)).isEqualTo(STORY.step(7 + i));
                }
            } catch (StoreException e) {
                assertThat(e.damage()).isTrue();
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThanOrEqualTo(packed.length - 2);
    }

    @Test
    void refusesStepsThatAreCutOrOfAnotherNumber() {
        byte[] packed = columns(7, 20).pack();
        byte[] cut = Arrays.copyOf(packed, packed.length - 3);
        assertThatThrownBy(() -> StepColumns.unpack(7, 20, cut)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> StepColumns.unpack(7, 21, packed)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> StepColumns.unpack(7, 19, packed)).isInstanceOf(StoreException.class);
    }
}
