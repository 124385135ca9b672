package dev.sdpoint.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkPlan;
import java.nio.FloatBuffer;
import java.util.Map;

/** One of our ONNX files in ONNX Runtime with all its optimisations, and images to run it on. Whoever opens it closes it. */
final class OnnxNetwork implements AutoCloseable {
    private static final String INPUT = NetworkPlan.INPUT;

    private final OrtSession session;
    private final OnnxTensor images;

    /**
     * @param model an ONNX file's bytes
     * @param batch images, normalised
     * @param threads for one operation
     */
    OnnxNetwork(byte[] model, Batch batch, int threads) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // its threads may spin while it runs, but not while another library is measured
            options.addConfigEntry("session.force_spinning_stop", "1");
            session = environment.createSession(model, options);
            int side = batch.side();
            int channels = batch.images().length / (batch.size() * side * side);
            float[] first = MemoryLayout.channelsFirst(batch.images(), batch.size(), side, side, channels);
            images = OnnxTensor.createTensor(
                    environment, FloatBuffer.wrap(first), new long[] {batch.size(), channels, side, side});
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refused the network", e);
        }
    }

    /** Version of ONNX Runtime. */
    static String version() {
        return OrtEnvironment.getEnvironment().getVersion();
    }

    /** Class probabilities {@code [image][class]}. */
    float[] probabilities() {
        try (OrtSession.Result result = session.run(Map.of(INPUT, images))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] probabilities = new float[values.remaining()];
            values.get(probabilities);
            return probabilities;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    @Override
    public void close() {
        try {
            images.close();
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not be closed", e);
        }
    }
}
