package dev.sdpoint.engine.model;

import dev.sdpoint.engine.data.Checksums;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Outcomes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Outcomes that know their images by content, so that they serve any selection of those images, whatever file it came from.
 *
 * @param digests per image the first 64 bits of SHA-256 over its pixels and label
 * @param outcomes answers, in the order of {@code digests}
 */
public record RecordedOutcomes(long[] digests, Outcomes outcomes) {
    public RecordedOutcomes {
        if (digests.length != outcomes.images()) {
            throw new IllegalArgumentException(
                    digests.length + " digests do not go with " + outcomes.images() + " images");
        }
        digests = digests.clone();
    }

    @Override
    public long[] digests() {
        return digests.clone();
    }

    /** Outcomes with the digests of the images they were made on. */
    public static RecordedOutcomes of(LabeledImages images, Outcomes outcomes) {
        return new RecordedOutcomes(digests(images), outcomes);
    }

    /** The outcomes of other images, in their order; empty if any of them is not recorded here. */
    public Optional<Outcomes> forImages(LabeledImages images) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < digests.length; i++) {
            places.put(digests[i], i);
        }
        int[] chosen = new int[images.size()];
        Digester digester = new Digester(images);
        for (int i = 0; i < chosen.length; i++) {
            Integer place = places.get(digester.of(i)); // one by one: images of a folder are decoded for it
            if (place == null) {
                return Optional.empty();
            }
            chosen[i] = place;
        }
        return Optional.of(outcomes.select(chosen));
    }

    private static long[] digests(LabeledImages images) {
        Digester digester = new Digester(images);
        return IntStream.range(0, images.size()).mapToLong(digester::of).toArray();
    }

    /** Tells images apart by pixels and label. Not thread-safe. */
    private static final class Digester {
        private final LabeledImages images;
        private final byte[] pixels;
        private final MessageDigest sha = Checksums.sha256();

        Digester(LabeledImages images) {
            this.images = images;
            this.pixels = new byte[images.bytesPerImage()];
        }

        long of(int image) {
            images.copyPixels(image, pixels, 0);
            sha.update(pixels);
            sha.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(images.label(image))
                    .array());
            return ByteBuffer.wrap(sha.digest()).getLong();
        }
    }
}
