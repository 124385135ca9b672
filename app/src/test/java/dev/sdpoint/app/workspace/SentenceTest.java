package dev.sdpoint.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void passesOnWhatWasWrittenForPeople() {
        assertThat(Sentence.of(new DataException("The folder x holds no CIFAR-10. Choose another.")))
                .isEqualTo("The folder x holds no CIFAR-10. Choose another.");
        assertThat(Sentence.of(new IllegalArgumentException("ratio 1.3 is outside (0, 1]")))
                .isEqualTo("ratio 1.3 is outside (0, 1].");
    }

    @Test
    void unwrapsWhatAPoolWrapped() {
        Throwable wrapped = new CompletionException(new ExecutionException(new DataException("Damaged.")));
        assertThat(Sentence.of(wrapped)).isEqualTo("Damaged.");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThat(Sentence.of(new NoSuchFileException("/a/b.sdp")))
                .contains("/a/b.sdp")
                .contains("not there");
        assertThat(Sentence.of(new IOException("the cable is loose")))
                .isEqualTo("Reading or writing failed: the cable is loose.");
    }

    @Test
    void saysWhatADiskLacks() {
        assertThat(Sentence.of(new IOException("No space left on device")))
                .isEqualTo("The disk is full. Make room and try again; what was there before is there still.");
        assertThat(Sentence.of(new FileSystemException("/a/b.csv", null, "Disk quota exceeded")))
                .startsWith("The disk is full: /a/b.csv could not be written. Make room");
        assertThat(Sentence.of(new FileSystemException("/a/b.csv", null, "Read-only file system")))
                .startsWith("The disk is write-protected: /a/b.csv could not be written. Choose another folder");
    }

    @Test
    void neverShowsTheInsideOfADefect() {
        assertThat(Sentence.of(new NullPointerException("Cannot invoke \"a.b()\" because <local4> is null")))
                .isEqualTo("Something went wrong inside the program (NullPointerException). The log says more.");
        assertThat(Sentence.of(new IllegalStateException())).startsWith("Something went wrong");
    }

    @Test
    void namesMemoryAndMissingLibraries() {
        assertThat(Sentence.of(new ExecutionException(new OutOfMemoryError("Java heap space"))))
                .startsWith("The memory is full.");
        assertThat(Sentence.of(new ExecutionException(new UnsatisfiedLinkError("jnind4jcpu"))))
                .startsWith("The libraries for computing cannot be loaded");
    }

    @Test
    void lackOfMemoryOfADeviceIsNamed() {
        assertThat(Sentence.of(new OutOfDeviceMemory(
                        "Pretend RTX (CUDA)", new OutOfMemoryError("[DEVICE] allocation failed"))))
                .isEqualTo(
                        "The memory of the Pretend RTX (CUDA) does not suffice. Close other programs, or choose a smaller"
                                + " network or batch.");
    }
}
