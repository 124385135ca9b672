package dev.sdpoint.engine.model;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.evaluation.Outcomes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * The model of a file. Memory is taken for its numbers only once the lengths that the file claims are those of the network that
     * it names.
     *
     * @throws ModelFileException if the file is missing, damaged, newer, of another kind or contradicts itself
     */
    public static SdpModel read(Path file) throws ModelFileException {
        return read(SealedZip.open(file), file.toString());
    }

    /** Like {@link #read(Path)}, from a stream that is read to its end and closed; {@code name} is for messages. */
    public static SdpModel read(InputStream in, String name) throws ModelFileException {
        return readWhole(in, name).model();
    }

    /**
     * A model and what its file says of it.
     *
     * @param model the model
     * @param version of the format that the file has
     */
    record Whole(SdpModel model, int version) {}

    static Whole readWhole(InputStream in, String name) throws ModelFileException {
        HeadGate gate = new HeadGate(name);
        SealedContents contents = SealedZipReader.read(in, name, KIND, VERSION, gate.first());
        try {
            SdpModel model = decode(gate.head().manifest(), contents.parts());
            ModelCheck.check(model);
            return new Whole(model, contents.seal().version());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw unusable(name, e);
        }
    }

    /**
     * What a model file tells of its model, without its numbers: only the beginning of the file is read, a few kilobytes in most.
     * That the rest is whole is found out by {@link #read(Path)}.
     *
     * @throws ModelFileException if the file is missing, newer, of another kind, or its beginning is damaged or contradicts itself
     */
    public static ModelSummary look(Path file) throws ModelFileException {
        return look(SealedZip.open(file), file.toString());
    }

    /** Like {@link #look(Path)}, from a stream that is closed; {@code name} is for messages. */
    public static ModelSummary look(InputStream in, String name) throws ModelFileException {
        HeadGate gate = new HeadGate(name);
        SealedContents unused = SealedZipReader.readFirst(in, name, KIND, VERSION, gate.first());
        try {
            return gate.head().summary();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw unusable(name, e);
        }
    }

    /**
     * Copies a model file, checked as {@link #read(Path)} does, whole or not at all; an older version of the format becomes the newest.
     *
     * @param source stays as it is
     * @param target replaced if it is there; its folder is made if need be
     * @param progress hears how much is copied, and may end it
     * @throws ModelFileException if the source cannot be read or the target cannot be written; then the target is as it was
     * @throws InterruptedException if the progress ended it; then the target is as it was
     */
    public static void copy(Path source, Path target, CopyProgress progress)
            throws ModelFileException, InterruptedException {
        ModelCopy.copy(source, target.toAbsolutePath(), progress);
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
        entries.put(MANIFEST, manifestBytes(manifest));
        entries.put(WEIGHTS, manifest.weights().encode(model.weights()));
        entries.put(STATISTICS, manifest.statistics().encode(model.bank()));
        entries.put(DIGESTS, bytes(model.outcomes().digests()));
        entries.put(PREDICTED, bytes(outcomes.predictedCells()));
        entries.put(TRUE_PROBABILITY, FloatArrays.toBytes(outcomes.trueProbabilityCells()));
        entries.put(TRUE_RANK, bytes(outcomes.trueRankCells()));
        return entries;
    }

    private static byte[] manifestBytes(Manifest manifest) throws IOException {
        byte[] bytes = Json.bytes(manifest.write());
        if (bytes.length > ModelHead.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "its description takes " + bytes.length / 1_000_000 + " MB, more than can be read again");
        }
        return bytes;
    }

    static ModelFileException unusable(String name, Exception e) {
        return new ModelFileException(
                name + " is no usable model: " + clause(e) + ". Save it again where it was made, or use another file.",
                e);
    }

    /** Takes a file's head in as soon as it can be read. */
    private static final class HeadGate implements SealedContents.Gate {
        private final String name;
        private @Nullable ModelHead head;

        HeadGate(String name) {
            this.name = name;
        }

        SealedContents.First first() {
            return new SealedContents.First(MANIFEST, ModelHead.MOST_BYTES, this);
        }

        @Override
        public void pass(Seal seal, byte[] manifest) throws ModelFileException {
            try {
                head = ModelHead.of(seal, manifest);
            } catch (IllegalArgumentException | ArithmeticException | IOException e) {
                throw unusable(name, e);
            }
        }

        ModelHead head() {
            return Objects.requireNonNull(head, "the gate was not passed");
        }
    }

    /** The model of parts whose lengths were found right. */
    private static SdpModel decode(Manifest manifest, Map<String, byte[]> parts) {
        Outcomes outcomes = new Outcomes(
                manifest.space().instances(),
                manifest.outcomeImages(),
                shorts(part(parts, PREDICTED)),
                FloatArrays.fromBytes(part(parts, TRUE_PROBABILITY)),
                shorts(part(parts, TRUE_RANK)));
        return new SdpModel(
                manifest.network(),
                manifest.space(),
                manifest.classNames(),
                manifest.normalization(),
                manifest.weights().decode(part(parts, WEIGHTS)),
                manifest.statistics().decode(part(parts, STATISTICS)),
                manifest.sweep(),
                new RecordedOutcomes(longs(part(parts, DIGESTS)), outcomes),
                manifest.record());
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** What went wrong, as part of a sentence. */
    private static String clause(Exception e) {
        if (e instanceof StreamConstraintsException) {
            return "its manifest is larger than any that this program writes";
        }
        if (e instanceof IOException) {
            return "its manifest is no valid JSON";
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return FullStop.without(message);
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
