package dev.sdpoint.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks a promise is noticed. */
final class PromiseTest {
    private interface Reader {
        void read(byte[] input) throws Exception;
    }

    private static final byte[] INPUT = "input".getBytes(StandardCharsets.UTF_8);

    private static FuzzTarget target(Reader reader) {
        return new FuzzTarget() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public List<byte[]> seeds() {
                return List.of(INPUT);
            }

            @Override
            public void read(byte[] input) throws Exception {
                reader.read(input);
            }

            @Override
            public Class<? extends Exception> refusal() {
                return IOException.class;
            }
        };
    }

    private static void refusing(String message) {
        refusing(message, INPUT);
    }

    private static void refusing(String message, byte[] input) {
        Promise.hold(
                target(reading -> {
                    throw new IOException(message);
                }),
                input);
    }

    @Test
    void takesAnObjectOrASentence() {
        assertThatCode(() -> Promise.hold(target(input -> {}), INPUT)).doesNotThrowAnyException();
        assertThatCode(() -> refusing("This is no file. Choose another.")).doesNotThrowAnyException();
    }

    @Test
    void noticesOtherExceptionsAndErrors() {
        assertThatThrownBy(() -> Promise.hold(
                        target(input -> {
                            throw new IllegalStateException("This is no file.");
                        }),
                        INPUT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("IllegalStateException instead of IOException");
        assertThatThrownBy(() -> Promise.hold(
                        target(input -> {
                            throw new OutOfMemoryError("Java heap space");
                        }),
                        INPUT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OutOfMemoryError");
    }

    @Test
    void noticesWhatIsNoSentenceForAPerson() {
        for (String message : List.of(
                "",
                "no",
                "It has no end",
                "It has \u0007 a bell.",
                "java.lang.Object is wrong.",
                "NullPointerException.",
                "x".repeat(2000) + ".")) {
            assertThatThrownBy(() -> refusing(message)).as(message).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void technicalWordsOfTheInputAreQuoted() {
        byte[] input = "name=\u0007AnException".getBytes(StandardCharsets.UTF_8);
        assertThatCode(() -> refusing("There is no \"AnException\".", input)).doesNotThrowAnyException();
        for (String message : List.of("AnotherException.", "It has \u0007 a bell.")) {
            assertThatThrownBy(() -> refusing(message, input)).as(message).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void noticesALotOfMemory() {
        assertThatThrownBy(() -> Promise.hold(
                        target(input -> assertThat(new byte[64 << 20]).isNotEmpty()), INPUT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MB allocated for 5 bytes");
    }

    @Test
    void mutationsDifferAndComeBackWithTheirSeed() {
        Mutations some = new Mutations(List.of(INPUT), 1);
        Mutations same = new Mutations(List.of(INPUT), 1);
        int changed = 0;
        for (int i = 0; i < 100; i++) {
            byte[] mutation = some.next();
            assertThat(mutation).isEqualTo(same.next());
            changed += java.util.Arrays.equals(mutation, INPUT) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(80);
        assertThat(INPUT).asString(StandardCharsets.UTF_8).isEqualTo("input");
    }
}
