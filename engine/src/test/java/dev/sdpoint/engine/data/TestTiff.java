package dev.sdpoint.engine.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** A TIFF of one strip whose tags can be chosen; at first of 8-bit grey that is not compressed. */
final class TestTiff {
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int UNDEFINED = 7;
    private static final int PROFILE = 34675;

    private final Map<Integer, int[]> tags = new TreeMap<>();
    private final byte[] strip;

    TestTiff(int width, int height, byte... strip) {
        this.strip = strip.clone();
        with(256, width).with(257, height).with(273, HEADER).with(278, height).with(279, strip.length);
        kind(1, 1, 8, 1, 1);
    }

    private TestTiff with(int tag, int... values) {
        tags.put(tag, values);
        return this;
    }

    /** Compression, photometric interpretation, bits, format and number of the samples of a pixel. */
    TestTiff kind(int compression, int photometric, int bits, int format, int samples) {
        int[] each = new int[samples];
        Arrays.fill(each, bits);
        return with(259, compression)
                .with(262, photometric)
                .with(258, each)
                .with(339, format)
                .with(277, samples);
    }

    TestTiff predictor(int predictor) {
        return with(317, predictor);
    }

    /** With an ICC profile; its bytes stand where other values have two. */
    TestTiff profile(byte... icc) {
        int[] values = new int[icc.length / 2];
        ByteBuffer pairs = ByteBuffer.wrap(icc).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.setAll(values, i -> pairs.getShort());
        return with(PROFILE, values);
    }

    static byte[] deflated(byte... raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] bytes() {
        int directory = HEADER + strip.length;
        int behind = directory + Short.BYTES + tags.size() * ENTRY + Integer.BYTES;
        int values = tags.values().stream()
                .mapToInt(each -> each.length * Short.BYTES)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(behind + values).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'I', 'I', 42, 0}).putInt(directory).put(strip).putShort((short) tags.size());
        for (Map.Entry<Integer, int[]> tag : tags.entrySet()) {
            int[] each = tag.getValue();
            boolean bytes = tag.getKey() == PROFILE;
            out.putShort(tag.getKey().shortValue()).putShort((short) (bytes ? UNDEFINED : SHORT));
            out.putInt(bytes ? each.length * Short.BYTES : each.length);
            int at = each.length > 2 ? behind : out.position();
            out.putInt(each.length > 2 ? behind : 0);
            behind += each.length > 2 ? each.length * Short.BYTES : 0;
            for (int i = 0; i < each.length; i++) {
                out.putShort(at + i * Short.BYTES, (short) each[i]);
            }
        }
        return out.array();
    }
}
