package dev.sdpoint.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.tensorflow.framework.Summary;

/**
 * Reads event files with what others wrote: Google's protocol buffers, TensorFlow's own classes for summaries (both come with
 * ND4J), and a checksum worked out bit by bit.
 */
final class EventFileReader {
    private static final int CASTAGNOLI = 0x82F63B78;

    private EventFileReader() {}

    /**
     * An event.
     *
     * @param wallTime seconds since 1970
     * @param version of the file, in its first event
     */
    record Event(double wallTime, long step, String version, Summary summary) {
        float scalar(String tag) {
            return summary.getValueList().stream()
                    .filter(value -> value.getTag().equals(tag))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + tag + " at " + step))
                    .getSimpleValue();
        }

        boolean has(String tag) {
            return summary.getValueList().stream()
                    .anyMatch(value -> value.getTag().equals(tag));
        }
    }

    static List<Event> read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(bytes))) {
            byte[] head = in.readNBytes(12);
            while (head.length == 12) {
                ByteBuffer start = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
                int length = Math.toIntExact(start.getLong());
                assertThat(unmask(start.getInt())).isEqualTo(crc32c(head, 8));
                byte[] data = in.readNBytes(length);
                int sum = ByteBuffer.wrap(in.readNBytes(4))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
                assertThat(unmask(sum)).isEqualTo(crc32c(data, length));
                events.add(event(CodedInputStream.newInstance(data)));
                head = in.readNBytes(12);
            }
            assertThat(head).as("nothing follows the last record").isEmpty();
        }
        return events;
    }

    private static Event event(CodedInputStream in) throws IOException {
        double wallTime = Double.NaN;
        long step = 0;
        String version = "";
        Summary summary = Summary.getDefaultInstance();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 1 << 3 | 1 -> wallTime = in.readDouble();
                case 2 << 3 -> step = in.readInt64();
                case 3 << 3 | 2 -> version = in.readString();
                case 5 << 3 | 2 -> summary = Summary.parseFrom(in.readByteArray());
                default -> throw new AssertionError("field " + (tag >>> 3) + " is none of an event");
            }
        }
        return new Event(wallTime, step, version, summary);
    }

    static int crc32c(byte[] data, int length) {
        int crc = -1;
        for (int i = 0; i < length; i++) {
            crc ^= data[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ (crc & 1) * CASTAGNOLI;
            }
        }
        return ~crc;
    }

    /** As TensorFlow's crc32c::Unmask. */
    static int unmask(int masked) {
        int rotated = masked - 0xA282EAD8;
        return rotated >>> 17 | rotated << 15;
    }
}
