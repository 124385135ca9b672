package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Up to 512 steps in a row, by column. Packed, a column is the bits by which each value differs from the one before, byte plane by
 * byte plane, and all of it deflated: what hardly changes takes hardly any room, and every number but the speed, which is
 * measured to a few digits anyway and kept as a float, comes back to the bit.
 */
final class StepColumns {
    static final int LIMIT = 512;
    private static final byte FORMAT = 1;
    private static final int BYTES_A_STEP = 2 * Integer.BYTES + 3 * Double.BYTES + Float.BYTES;

    private final long first;
    private int count;
    private final int[] epochs = new int[LIMIT];
    private final int[] instances = new int[LIMIT];
    private final double[] losses = new double[LIMIT];
    private final double[] errors = new double[LIMIT];
    private final double[] rates = new double[LIMIT];
    private final float[] speeds = new float[LIMIT];

    /** @param first iteration of the first step */
    StepColumns(long first) {
        this.first = first;
    }

    long first() {
        return first;
    }

    int count() {
        return count;
    }

    /** Whether a step is the next in the row and there is room. */
    boolean takes(IterationDone step) {
        return count < LIMIT && step.iteration() == first + count;
    }

    void add(IterationDone step) {
        if (!takes(step)) {
            throw new IllegalArgumentException(
                    "step " + step.iteration() + " does not follow " + count + " steps from " + first + " on");
        }
        epochs[count] = step.epoch();
        instances[count] = step.instance();
        losses[count] = step.loss();
        errors[count] = step.error();
        rates[count] = step.learningRate();
        speeds[count] = (float) step.imagesPerSecond();
        count++;
    }

    IterationDone step(int index) {
        return new IterationDone(
                first + index,
                epochs[index],
                instances[index],
                losses[index],
                errors[index],
                rates[index],
                speeds[index]);
    }

    /** The first of these steps, in columns of their own. */
    StepColumns first(int kept) {
        StepColumns copy = new StepColumns(first);
        for (int i = 0; i < kept; i++) {
            copy.add(step(i));
        }
        return copy;
    }

    byte[] pack() {
        ByteBuffer raw = ByteBuffer.allocate(count * BYTES_A_STEP);
        put(raw, Integer.BYTES, i -> epochs[i]);
        put(raw, Integer.BYTES, i -> instances[i]);
        put(raw, Double.BYTES, i -> Double.doubleToRawLongBits(losses[i]));
        put(raw, Double.BYTES, i -> Double.doubleToRawLongBits(errors[i]));
        put(raw, Double.BYTES, i -> Double.doubleToRawLongBits(rates[i]));
        put(raw, Float.BYTES, i -> Float.floatToRawIntBits(speeds[i]));
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(raw.array());
            deflater.finish();
            ByteBuffer packed = ByteBuffer.allocate(raw.capacity() + raw.capacity() / 100 + 64)
                    .put(FORMAT);
            while (!deflater.finished()) {
                deflater.deflate(packed);
            }
            byte[] bytes = new byte[packed.position()];
            packed.flip().get(bytes);
            return bytes;
        } finally {
            deflater.end();
        }
    }

    /**
     * What {@link #pack()} gave.
     *
     * @throws StoreException if the bytes are damaged (zlib's checksum tells) or of a newer format
     */
    static StepColumns unpack(long first, int count, byte[] packed) throws StoreException {
        if (count < 1 || count > LIMIT || packed.length == 0 || packed[0] != FORMAT) {
            throw StoreException.damaged("the steps from " + first + " on have no known form", null);
        }
        ByteBuffer raw = ByteBuffer.allocate(count * BYTES_A_STEP);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            int length = inflater.inflate(raw.array());
            boolean checked = inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
            if (length != raw.capacity() || !checked) {
                throw StoreException.damaged("the steps from " + first + " on are cut", null);
            }
        } catch (DataFormatException e) {
            throw StoreException.damaged("the steps from " + first + " on were changed", e);
        } finally {
            inflater.end();
        }
        StepColumns steps = new StepColumns(first);
        steps.count = count;
        long[] bits = new long[count];
        take(raw, Integer.BYTES, bits);
        for (int i = 0; i < count; i++) {
            steps.epochs[i] = (int) bits[i];
        }
        take(raw, Integer.BYTES, bits);
        for (int i = 0; i < count; i++) {
            steps.instances[i] = (int) bits[i];
        }
        takeDoubles(raw, bits, steps.losses);
        takeDoubles(raw, bits, steps.errors);
        takeDoubles(raw, bits, steps.rates);
        take(raw, Float.BYTES, bits);
        for (int i = 0; i < count; i++) {
            steps.speeds[i] = Float.intBitsToFloat((int) bits[i]);
        }
        return steps;
    }

    private interface Column {
        long bits(int index);
    }

    private void put(ByteBuffer raw, int width, Column column) {
        for (int plane = width - 1; plane >= 0; plane--) {
            long before = 0;
            for (int i = 0; i < count; i++) {
                long now = column.bits(i);
                raw.put((byte) ((now ^ before) >>> (Byte.SIZE * plane)));
                before = now;
            }
        }
    }

    private static void take(ByteBuffer raw, int width, long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] = 0;
        }
        for (int plane = width - 1; plane >= 0; plane--) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] = bits[i] << Byte.SIZE | (raw.get() & 0xFF);
            }
        }
        for (int i = 1; i < bits.length; i++) {
            bits[i] ^= bits[i - 1];
        }
    }

    private static void takeDoubles(ByteBuffer raw, long[] bits, double[] values) {
        take(raw, Double.BYTES, bits);
        for (int i = 0; i < bits.length; i++) {
            values[i] = Double.longBitsToDouble(bits[i]);
        }
    }
}
