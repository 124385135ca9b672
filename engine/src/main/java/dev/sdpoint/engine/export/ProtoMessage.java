package dev.sdpoint.engine.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of protocol buffers, field by field, as far as event files and ONNX files need it. What is large is
 * kept as it was given and not copied from message to message.
 */
final class ProtoMessage {
    private static final int LARGE = 1 << 12;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    private final List<byte[]> parts = new ArrayList<>();
    private final ByteArrayOutputStream last = new ByteArrayOutputStream();
    private long length;

    /** A field of type int64 or enum. */
    ProtoMessage integer(int field, long value) {
        varint(field << 3 | VARINT);
        varint(value);
        return this;
    }

    /** A field of type double. */
    ProtoMessage number(int field, double value) {
        varint(field << 3 | EIGHT_BYTES);
        littleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
        return this;
    }

    /** A field of type float. */
    ProtoMessage number(int field, float value) {
        varint(field << 3 | FOUR_BYTES);
        littleEndian(Float.floatToRawIntBits(value), Float.BYTES);
        return this;
    }

    /** A field of type string. */
    ProtoMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A field of type bytes; the array must not be changed afterwards. */
    ProtoMessage bytes(int field, byte[] value) {
        varint(field << 3 | LENGTH_FIRST);
        varint(value.length);
        append(value);
        return this;
    }

    /** A field that is a message itself; it must not grow afterwards. */
    ProtoMessage message(int field, ProtoMessage value) {
        varint(field << 3 | LENGTH_FIRST);
        varint(value.length);
        value.parts.forEach(this::append);
        append(value.last.toByteArray());
        return this;
    }

    /** Number of bytes. */
    long length() {
        return length;
    }

    /** Writes the message without its length. */
    void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
        last.writeTo(out);
    }

    byte[] toBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.toIntExact(length));
        parts.forEach(all::writeBytes);
        all.writeBytes(last.toByteArray());
        return all.toByteArray();
    }

    private void append(byte[] part) {
        length += part.length;
        if (part.length < LARGE) {
            last.writeBytes(part);
        } else {
            parts.add(last.toByteArray());
            last.reset();
            parts.add(part);
        }
    }

    private void append(int value) {
        length++;
        last.write(value);
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            append((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        append((int) left);
    }

    private void littleEndian(long value, int count) {
        for (int i = 0; i < count; i++) {
            append((int) (value >>> (8 * i)) & 0xFF);
        }
    }
}
