package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sdpoint.engine.evaluation.Outcomes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes models. A file is a sealed zip of kind {@code sdpoint-model} with the readable {@code manifest.json} and
 * little-endian arrays beside it. The graph is rebuilt from the architecture: no class name and no format of an engine is inside.
 * Every number is checked on the way in and on the way out.
 */
public final class ModelFiles {
    static final String KIND = "sdpoint-model";
    static final int VERSION = 2;
    static final String MANIFEST = "manifest.json";
    static final String WEIGHTS = "weights.f32";
    static final String STATISTICS = "statistics.f32";
    static final String DIGESTS = "outcomes/digests.i64";
    static final String PREDICTED = "outcomes/predicted.i16";
    static final String TRUE_PROBABILITY = "outcomes/true-probability.f32";
    static final String TRUE_RANK = "outcomes/true-rank.i16";

    private ModelFiles() {}

    /**
     * The model of a file.
     *
     * @throws ModelFileException if the file is missing, damaged, newer, of another kind or contradicts itself
     */
    public static SdpModel read(Path file) throws ModelFileException {
        return decode(SealedZip.read(file, KIND, VERSION), file.toString());
    }

    /** Like {@link #read(Path)}, from a stream that is read to its end and closed; {@code name} is for messages. */
    public static SdpModel read(InputStream in, String name) throws ModelFileException {
        return decode(SealedZip.read(in, name, KIND, VERSION), name);
    }

    /**
     * Writes a model whole or not at all. Equal models give equal files.
     *
     * @throws ModelFileException if the file cannot be written, or the model holds numbers that could not be read again
     */
    public static void write(Path file, SdpModel model) throws ModelFileException {
        Map<String, byte[]> entries;
        try {
            entries = encode(model);
        } catch (IllegalArgumentException | ArithmeticException | IOException e) {
            throw new ModelFileException(
                    "Could not write " + file.toAbsolutePath() + ": " + clause(e)
                            + ". Train the model again; a lower learning rate helps if its numbers ran away.",
                    e);
        }
        SealedZip.write(file, KIND, VERSION, entries);
    }

    static Map<String, byte[]> encode(SdpModel model) throws IOException {
        ModelCheck.check(model);
        Manifest manifest = Manifest.of(model);
        Outcomes outcomes = model.outcomes().outcomes();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, Json.bytes(manifest.write()));
        entries.put(WEIGHTS, manifest.weights().encode(model.weights()));
        entries.put(STATISTICS, manifest.statistics().encode(model.bank()));
        entries.put(DIGESTS, bytes(model.outcomes().digests()));
        entries.put(PREDICTED, bytes(outcomes.predictedCells()));
        entries.put(TRUE_PROBABILITY, FloatArrays.toBytes(outcomes.trueProbabilityCells()));
        entries.put(TRUE_RANK, bytes(outcomes.trueRankCells()));
        return entries;
    }

    static SdpModel decode(Map<String, byte[]> entries, String name) throws ModelFileException {
        try {
            SdpModel model = decode(entries);
            ModelCheck.check(model);
            return model;
        } catch (IllegalArgumentException | ArithmeticException | IOException e) {
            throw new ModelFileException(
                    name + " is no usable model: " + clause(e)
                            + ". Save it again where it was made, or use another file.",
                    e);
        }
    }

    private static SdpModel decode(Map<String, byte[]> entries) throws IOException {
        byte[] weights = entry(entries, WEIGHTS);
        byte[] statistics = entry(entries, STATISTICS);
        JsonNode root = Json.parse(entry(entries, MANIFEST));
        Manifest manifest = Manifest.read(Fields.of(root), weights.length, statistics.length);
        RecordedOutcomes outcomes = outcomes(entries, manifest);
        if (entries.size() != 7) {
            throw new IllegalArgumentException("it has " + entries.size() + " parts instead of 7");
        }
        return new SdpModel(
                manifest.network(),
                manifest.space(),
                manifest.classNames(),
                manifest.normalization(),
                manifest.weights().decode(weights),
                manifest.statistics().decode(statistics),
                manifest.sweep(),
                outcomes,
                manifest.record());
    }

    private static RecordedOutcomes outcomes(Map<String, byte[]> entries, Manifest manifest) {
        long images = manifest.outcomeImages();
        long cells = images * manifest.space().size();
        Outcomes outcomes = new Outcomes(
                manifest.space().instances(),
                manifest.outcomeImages(),
                shorts(entry(entries, PREDICTED, cells * Short.BYTES)),
                FloatArrays.fromBytes(entry(entries, TRUE_PROBABILITY, cells * Float.BYTES)),
                shorts(entry(entries, TRUE_RANK, cells * Short.BYTES)));
        return new RecordedOutcomes(longs(entry(entries, DIGESTS, images * Long.BYTES)), outcomes);
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("its part " + name + " is missing");
        }
        return bytes;
    }

    private static byte[] entry(Map<String, byte[]> entries, String name, long length) {
        byte[] bytes = entry(entries, name);
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "its part " + name + " has " + bytes.length + " bytes instead of " + length);
        }
        return bytes;
    }

    /** What went wrong, as part of a sentence. */
    private static String clause(Exception e) {
        if (e instanceof IOException) {
            return "its manifest is no valid JSON";
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static byte[] bytes(long[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, Long.BYTES)];
        littleEndian(bytes).asLongBuffer().put(values);
        return bytes;
    }

    private static byte[] bytes(short[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, Short.BYTES)];
        littleEndian(bytes).asShortBuffer().put(values);
        return bytes;
    }

    private static long[] longs(byte[] bytes) {
        long[] values = new long[bytes.length / Long.BYTES];
        littleEndian(bytes).asLongBuffer().get(values);
        return values;
    }

    private static short[] shorts(byte[] bytes) {
        short[] values = new short[bytes.length / Short.BYTES];
        littleEndian(bytes).asShortBuffer().get(values);
        return values;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
