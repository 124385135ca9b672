package dev.sdpoint.engine.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
