package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * Classifies single pictures under any instance of a model. Not thread-safe; holds native memory until closed.
 */
public final class BudgetedClassifier implements AutoCloseable {
    private final SdpModel model;
    private final ExecutableNetwork network;

    public BudgetedClassifier(SdpModel model, NetworkLoader loader) {
        this.model = model;
        this.network = loader.load(model.network(), model.weights());
    }

    /**
     * What an instance says of a picture, which is cropped to a square and resized to the network's side.
     *
     * @param picture any size
     * @param instance one that the model was calibrated for
     */
    public Prediction classify(RgbImage picture, Instance instance) {
        int side = model.network().side();
        RgbImage fitted = PictureReader.fit(picture, side);
        LabeledImages one = new LabeledImages(side, fitted.pixels(), new int[1]);
        BatchMaker maker = new BatchMaker(one, model.normalization(), new Augmentation.None());
        float[] input = new float[one.bytesPerImage()];
        maker.fill(new int[1], 0, input);
        long start = System.nanoTime();
        float[] probabilities = network.probabilities(input, 1, instance, model.bank());
        double millis = (System.nanoTime() - start) / 1e6;
        List<Float> boxed = new ArrayList<>(probabilities.length);
        for (float p : probabilities) {
            boxed.add(p);
        }
        return new Prediction(instance, boxed, millis);
    }

    @Override
    public void close() {
        network.close();
    }
}
