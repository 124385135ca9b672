package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.training.Optimization;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A step of stochastic gradient descent with Nesterov's momentum and weight decay over the floats of a graph in host memory, in one pass:
 * DL4J's updater takes an operation for each of its terms and, for decay, some for each array, which took longer than a narrow network's
 * backward pass through a block. Its arithmetic, its layout of the momentum and what it decays are DL4J's. One thread at a time.
 */
final class NesterovUpdate {
    private static final int BLOCK = 4096;

    private final FloatBuffer parameters;
    private final FloatBuffer gradients;
    private final FloatBuffer velocities;
    private final float momentum;
    private final float decay;
    private final List<Piece> pieces;

    /**
     * A run of parameters that are treated alike.
     *
     * @param at position among all parameters and gradients
     * @param ofVelocity position among the velocities; −1 for running averages, whose gradient is what they move by
     * @param decays whether weight decay applies
     */
    private record Piece(int at, int ofVelocity, int length, boolean decays) {}

    /** @param graph whose gradients and momentum are there */
    NesterovUpdate(ComputationGraph graph, Optimization optimization) {
        this.parameters = HostKernels.buffer(graph.params());
        this.gradients = HostKernels.buffer(graph.getFlattenedGradients());
        this.velocities = HostKernels.buffer(graph.getUpdater(true).getUpdaterStateViewArray());
        this.momentum = (float) optimization.momentum();
        this.decay = (float) optimization.weightDecay();
        this.pieces = pieces(graph);
    }

    private static List<Piece> pieces(ComputationGraph graph) {
        List<Piece> pieces = new ArrayList<>();
        for (UpdaterBlock block : graph.getUpdater(true).getUpdaterBlocks()) {
            for (UpdaterBlock.ParamState state : block.getLayersAndVariablesInBlock()) {
                boolean average = state.getParamName().equals(BatchNormalizationParamInitializer.GLOBAL_MEAN)
                        || state.getParamName().equals(BatchNormalizationParamInitializer.GLOBAL_VAR);
                int inBlock = state.getParamOffsetStart() - block.getParamOffsetStart();
                boolean decays = decays(state);
                int end = state.getParamOffsetEnd();
                for (int at = state.getParamOffsetStart(); at < end; at += BLOCK) {
                    int ofVelocity = average
                            ? -1
                            : block.getUpdaterViewOffsetStart() + inBlock + at - state.getParamOffsetStart();
                    pieces.add(new Piece(at, ofVelocity, Math.min(BLOCK, end - at), decays));
                }
            }
        }
        return pieces;
    }

    /** DL4J's answer for what does not decay is null or nothing. */
    private static boolean decays(UpdaterBlock.ParamState state) {
        List<Regularization> all = state.getLayer().getConfig().getRegularizationByParam(state.getParamName());
        return all != null && !all.isEmpty();
    }

    /**
     * Moves all parameters by their gradients.
     *
     * @param images over which the gradients are sums
     */
    void apply(int images, double rate) {
        Parallel.rows(pieces.size(), BLOCK, (part, from, to) -> {
            float[] p = new float[BLOCK];
            float[] g = new float[BLOCK];
            float[] v = new float[BLOCK];
            for (Piece piece : pieces.subList((int) from, (int) to)) {
                int n = piece.length();
                parameters.get(piece.at(), p, 0, n);
                gradients.get(piece.at(), g, 0, n);
                if (piece.ofVelocity() < 0) {
                    Loops.subtract(p, g, n);
                } else {
                    velocities.get(piece.ofVelocity(), v, 0, n);
                    Loops.scaleAndDecay(g, p, 1f / images, piece.decays() ? decay : 0, n);
                    Loops.nesterov(p, g, v, momentum, (float) rate, n);
                    velocities.put(piece.ofVelocity(), v, 0, n);
                }
                parameters.put(piece.at(), p, 0, n);
            }
        });
    }
}
