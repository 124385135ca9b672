package dev.sdpoint.engine.model;

import dev.sdpoint.engine.data.Checksums;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;

/** Recognises a model by what it holds, whatever its file is called. */
public final class ModelIdentity {
    private ModelIdentity() {}

    /**
     * SHA-256 over the network, its instances and all weights, as 64 hexadecimal digits. Takes about a second for 200 MB of weights.
     */
    public static String of(SdpModel model) {
        MessageDigest digest = Checksums.sha256();
        text(digest, model.network().name() + " on " + model.network().side());
        model.space().instances().forEach(instance -> text(digest, instance.toString()));
        new TreeMap<>(model.weights().arrays()).forEach((name, values) -> {
            text(digest, name + " " + values.length);
            digest.update(bytes(values));
        });
        return Checksums.hex(digest);
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
