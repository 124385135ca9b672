package dev.sdpoint.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Endless changes of some sound inputs: bits, ranges, odd numbers and words in place of others. Blind, unlike Jazzer, but ready at once and the same
 * in every build. One thread.
 */
public final class Mutations {
    private static final List<String> ODD = List.of(
            "0",
            "-1",
            "1e999",
            "-0.0",
            "NaN",
            "null",
            "[]",
            "{}",
            "\"\"",
            "true",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "1e-400",
            "0x1p3",
            "\"\\u0000\"",
            "../..");
    private static final int[] EDGES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x10000, 1 << 30};
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_RANGE = 64;

    private final List<byte[]> seeds;
    private final Random random;

    /**
     * @param seeds at least one
     * @param seed equal seeds give equal changes
     */
    public Mutations(List<byte[]> seeds, long seed) {
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("nothing to change");
        }
        this.seeds = List.copyOf(seeds);
        this.random = new Random(seed);
    }

    /** Another input, changed in one to four places. */
    public byte[] next() {
        byte[] bytes = any().clone();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_RANGE));
        return switch (random.nextInt(9)) {
            case 0 -> poked(bytes, at, (byte) (1 << random.nextInt(Byte.SIZE)));
            case 1 -> poked(bytes, at, (byte) random.nextInt());
            case 2 -> spliced(bytes, at, end, new byte[0]);
            case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 4 -> spliced(bytes, at, end, odd());
            case 5 -> word(bytes, at);
            case 6 -> spliced(bytes, at, Math.min(bytes.length, at + Integer.BYTES), edge());
            case 7 -> Arrays.copyOf(bytes, at);
            default -> {
                byte[] other = any();
                int from = random.nextInt(other.length + 1);
                yield spliced(
                        bytes, at, end, Arrays.copyOfRange(other, from, Math.min(other.length, from + LONGEST_RANGE)));
            }
        };
    }

    private static byte[] poked(byte[] bytes, int at, byte bits) {
        if (at < bytes.length) {
            bytes[at] ^= bits;
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result;
    }

    /** Something odd in the place of the word or number, quotes included, around a place. */
    private byte[] word(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && isWord(bytes[from - 1])) {
            from--;
        }
        int to = at;
        while (to < bytes.length && isWord(bytes[to])) {
            to++;
        }
        return spliced(bytes, from, to, odd());
    }

    private static boolean isWord(byte b) {
        return b == '"' || b == '.' || b == '-' || b == '_' || Character.isLetterOrDigit(b);
    }

    private byte[] odd() {
        return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] edge() {
        int value = EDGES[random.nextInt(EDGES.length)];
        if (random.nextBoolean()) {
            value = Integer.reverseBytes(value);
        }
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }
}
