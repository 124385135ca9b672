package dev.sdpoint.engine.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** Floats as little-endian IEEE 754 bytes, as they stand in files. */
public final class FloatArrays {
    private FloatArrays() {}

    /** The bytes of an array. */
    public static byte[] toBytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /**
     * The array of some bytes.
     *
     * @throws IllegalArgumentException if the length is no multiple of 4
     */
    public static float[] fromBytes(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are not whole floats");
        }
        return fromBytes(bytes, 0, bytes.length / Float.BYTES);
    }

    /**
     * Some of the floats of some bytes.
     *
     * @param offset first float, counted in floats
     * @param length number of floats
     * @throws IndexOutOfBoundsException if the bytes end before
     */
    public static float[] fromBytes(byte[] bytes, long offset, int length) {
        Objects.checkFromIndexSize(offset, (long) length, bytes.length / Float.BYTES);
        float[] values = new float[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get((int) offset, values);
        return values;
    }
}
