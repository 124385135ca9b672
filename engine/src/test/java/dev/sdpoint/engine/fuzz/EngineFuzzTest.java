package dev.sdpoint.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.ShortRun;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing has found stays mended, and a short run of it: no reader throws, hangs or fills the memory. The long run is {@code -Pfuzz}. */
@Timeout(300)
final class EngineFuzzTest {
    private static final String TARGETS = "dev.sdpoint.engine.fuzz.EngineFuzzTargets#all";

    @ParameterizedTest
    @MethodSource(TARGETS)
    void readsWhatIsSound(FuzzTarget target) {
        assertThatCode(() -> ShortRun.seeds(target)).as(target.name()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource(TARGETS)
    void whatWasFoundStaysMended(FuzzTarget target) {
        assertThatCode(() -> ShortRun.kept(target)).as(target.name()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource(TARGETS)
    void mutationsBreakNoPromise(FuzzTarget target) {
        assertThatCode(() -> ShortRun.mutations(target)).as(target.name()).doesNotThrowAnyException();
    }
}
