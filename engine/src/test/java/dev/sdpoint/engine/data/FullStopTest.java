package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullStopTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the disk is full            | the disk is full.
            The disk is full.           | The disk is full.
            Is the disk full?           | Is the disk full?
            Make room!                  | Make room!
            It says "no."               | It says "no."
            It says “no.”               | It says “no.”
            (Look there.)               | (Look there.)
            failed (error 5)            | failed (error 5).
            cut off …                   | cut off …
            it lacks "a.b"              | it lacks "a.b".
            ` the system's own.\r\n`    | the system's own.
            """)
    void aSentenceEndsOnce(String text, String sentence) {
        assertThat(FullStop.after(text)).isEqualTo(sentence);
        assertThat(FullStop.after(sentence)).as("again").isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The disk is full.   | The disk is full
            the disk is full    | the disk is full
            Is it full?         | Is it full?
            cut off...          | cut off...
            ratio 1.5           | ratio 1.5
            """)
    void aClauseEndsNotAtAll(String text, String clause) {
        assertThat(FullStop.without(text)).isEqualTo(clause);
    }
}
