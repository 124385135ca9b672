package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;

/** Model files in memory, and what a refusal has to look like. */
final class Refusals {
    static final String NAME = "models/mine.sdp";

    private Refusals() {}

    /** The entries of a good file. */
    static Map<String, byte[]> entries() {
        try {
            return ModelFiles.encode(TestModels.small());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file whose seal fits its entries. */
    static byte[] sealed(Map<String, byte[]> entries) {
        return sealed("sdpoint-model", 2, entries);
    }

    static byte[] sealed(String kind, int version, Map<String, byte[]> entries) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SealedZip.writeTo(out, kind, version, entries);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SdpModel read(byte[] file) throws ModelFileException {
        return ModelFiles.read(new ByteArrayInputStream(file), NAME);
    }

    /** The message with which a file is refused: it names the file, says what is wrong and then what to do. */
    static AbstractStringAssert<?> assertRefused(byte[] file) {
        Throwable refusal = catchThrowable(() -> read(file));
        assertThat(refusal).isExactlyInstanceOf(ModelFileException.class);
        return assertThat(refusal.getMessage()).contains(NAME).matches("(?s)[^\\n]+[.] [A-Z][^\\n]+[.]");
    }

    static ModelSummary look(byte[] file) throws ModelFileException {
        return ModelFiles.look(new ByteArrayInputStream(file), NAME);
    }

    /** Bytes that the calling thread allocates while it reads a file that must be refused. */
    static long allocationOfRefusal(byte[] file) {
        return allocation(
                () -> assertThat(catchThrowable(() -> read(file))).isExactlyInstanceOf(ModelFileException.class));
    }

    /** Bytes that the calling thread allocates while it does something. */
    static long allocation(Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Where some bytes stand in others. */
    static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at <= all.length - part.length; at++) {
            if (java.util.Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    /** All occurrences of a text replaced by another of equal length. */
    static byte[] replaced(byte[] file, String from, String to) {
        assertThat(to).hasSameSizeAs(from);
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
