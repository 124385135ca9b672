package dev.sdpoint.measurement;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkSpec;
import java.util.Random;

/** Images of noise: how long a network takes does not depend on what it sees. */
public final class Noise {
    private Noise() {}

    /** Always the same batch for the same size. */
    public static Batch batch(NetworkSpec spec, int size) {
        Random random = new Random(1);
        float[] images =
                new float[size * spec.side() * spec.side() * spec.plan().channels()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return new Batch(images, random.ints(size, 0, spec.classes()).toArray(), spec.side());
    }
}
