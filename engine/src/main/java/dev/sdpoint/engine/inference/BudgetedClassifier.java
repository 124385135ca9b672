package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Classifies single pictures under any instance of a model. Not thread-safe; holds native memory until closed.
 */
public final class BudgetedClassifier implements StreamClassifier {
    private final SdpModel model;
    private final ExecutableNetwork network;
    private final Set<Instance> warm = new HashSet<>();

    public BudgetedClassifier(SdpModel model, NetworkLoader loader) {
        this.model = model;
        this.network = loader.load(model.network(), model.weights());
    }

    /**
     * What an instance says of a picture, which is cropped to a square and resized to the network's side. The
     * time that it tells is never that of the instance's first pass.
     *
     * @param picture any size
     * @param instance one that the model was calibrated for
     */
    @Override
    public Prediction classify(RgbImage picture, Instance instance) {
        float[] input = model.normalization()
                .apply(PictureReader.fit(picture, model.network().side()));
        if (warm.add(instance)) {
            // The first pass of an instance makes its kernels and loads classes: its time says nothing of the instance.
            network.probabilities(input, 1, instance, model.bank());
        }
        long start = System.nanoTime();
        float[] probabilities = network.probabilities(input, 1, instance, model.bank());
        double millis = (System.nanoTime() - start) / 1e6;
        List<Float> boxed = new ArrayList<>(probabilities.length);
        for (float p : probabilities) {
            boxed.add(p);
        }
        return new Prediction(instance, boxed, millis);
    }

    /**
     * The feature maps of a picture, which is cropped and resized as for {@link #classify}, in all blocks.
     *
     * @param instance one that the model was calibrated for
     * @throws IllegalArgumentException if the network does not show its maps, or does not have the instance
     */
    public FeatureMaps featureMaps(RgbImage picture, Instance instance) {
        if (!(network instanceof MappedNetwork mapped)) {
            throw new IllegalArgumentException("this network does not show its feature maps");
        }
        float[] input = model.normalization()
                .apply(PictureReader.fit(picture, model.network().side()));
        return mapped.featureMaps(input, instance, model.bank());
    }

    @Override
    public void close() {
        network.close();
    }
}
