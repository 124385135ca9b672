package dev.sdpoint.engine.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * Writes an event file as TensorBoard reads it: a TFRecord file (length, its checksum, data, its checksum) of {@code
 * tensorflow.Event} messages. Checksums are CRC-32C, rotated and offset so that a checksum of checksums is no accident.
 */
final class EventFile {
    private static final String VERSION = "brain.Event:2";
    private static final int MASK = 0xA282EAD8;
    private static final int ROTATION = 15;
    private static final int DT_STRING = 7;

    private final OutputStream out;

    private EventFile(OutputStream out) {
        this.out = out;
    }

    /** Begins a file; whoever opened the stream closes it. */
    static EventFile begin(OutputStream out, Instant at) throws IOException {
        EventFile file = new EventFile(out);
        file.record(new ProtoMessage().number(1, seconds(at)).text(3, VERSION).toBytes());
        return file;
    }

    /** Numbers by name, all of one step; kept as floats, as TensorBoard draws them. */
    static final class Scalars {
        private final ProtoMessage summary = new ProtoMessage();

        Scalars add(String tag, double value) {
            summary.message(1, new ProtoMessage().text(1, tag).number(2, (float) value));
            return this;
        }
    }

    void write(Instant at, long step, Scalars scalars) throws IOException {
        event(at, step, scalars.summary);
    }

    /** A text in Markdown, for TensorBoard's page of texts. */
    void writeText(Instant at, long step, String tag, String markdown) throws IOException {
        ProtoMessage plugin = new ProtoMessage().text(1, "text");
        ProtoMessage tensor = new ProtoMessage()
                .integer(1, DT_STRING)
                .message(2, new ProtoMessage())
                .text(8, markdown);
        ProtoMessage value =
                new ProtoMessage().text(1, tag).message(8, tensor).message(9, new ProtoMessage().message(1, plugin));
        event(at, step, new ProtoMessage().message(1, value));
    }

    private void event(Instant at, long step, ProtoMessage summary) throws IOException {
        record(new ProtoMessage()
                .number(1, seconds(at))
                .integer(2, step)
                .message(5, summary)
                .toBytes());
    }

    private void record(byte[] data) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(data.length).putInt(checksum(head.array(), Long.BYTES));
        out.write(head.array());
        out.write(data);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(checksum(data, data.length))
                .array());
    }

    /** The masked CRC-32C of the first bytes. */
    static int checksum(byte[] data, int length) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, length);
        return Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1e3;
    }
}
