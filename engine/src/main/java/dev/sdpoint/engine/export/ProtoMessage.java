package dev.sdpoint.engine.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message in the wire format of protocol buffers, field by field, as far as event files need it. */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

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

    /** A field that is a message itself. */
    ProtoMessage message(int field, ProtoMessage value) {
        return bytes(field, value.toBytes());
    }

    private ProtoMessage bytes(int field, byte[] value) {
        varint(field << 3 | LENGTH_FIRST);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private void littleEndian(long bits, int count) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (bits >>> (Byte.SIZE * i)));
        }
    }
}
