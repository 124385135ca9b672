package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Linear classifier with softmax and cross-entropy, which counts the wrong answers of a training batch on the way. */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class SoftmaxClassifier extends OutputLayer {
    private final double lossWeight;

    SoftmaxClassifier(LayerSpec.Classifier spec) {
        super(new Builder(loss(spec))
                .nIn(spec.inChannels())
                .nOut(spec.outChannels())
                .activation(Activation.SOFTMAX));
        lossWeight = spec.lossWeight();
    }

    private static ILossFunction loss(LayerSpec.Classifier spec) {
        return spec.lossWeight() == 1
                ? new LossMCXENT()
                : new LossMCXENT(
                        Nd4j.valueArrayOf(new long[] {1, spec.outChannels()}, spec.lossWeight(), DataType.FLOAT));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return Attachment.attach(
                new Implementation(conf, type, ((SoftmaxClassifier) conf.getLayer()).lossWeight),
                initializer(),
                conf,
                index,
                parameters,
                initialize);
    }

    /** The layer that computes. */
    static final class Implementation extends org.deeplearning4j.nn.layers.OutputLayer {
        private final double lossWeight;
        private int wrong;
        private double loss;

        Implementation(NeuralNetConfiguration conf, DataType type, double lossWeight) {
            super(conf, type);
            this.lossWeight = lossWeight;
        }

        /** Mean cross-entropy of the last training batch in nats, without any weight. */
        double loss() {
            return loss;
        }

        /** Images of the last training batch whose first guess was wrong. */
        int wrong() {
            return wrong;
        }

        /** Mean cross-entropy alone, times the weight of this classifier's loss: decay is no part of the loss that is shown. */
        @Override
        public double computeScore(double regularization, boolean training, LayerWorkspaceMgr workspace) {
            int images = (int) labels.size(0);
            int classes = (int) labels.size(1);
            double[] logits = Contiguous.doubles(preOutput2d(training, workspace));
            double[] targets = Contiguous.doubles(labels);
            double sumOfLosses = 0;
            wrong = 0;
            for (int from = 0; from < images * classes; from += classes) {
                int truth = largest(targets, from, classes);
                int guess = largest(logits, from, classes);
                double sum = 0;
                for (int k = from; k < from + classes; k++) {
                    sum += Math.exp(logits[k] - logits[guess]);
                }
                sumOfLosses += Math.log(sum) + logits[guess] - logits[truth];
                wrong += guess == truth ? 0 : 1;
            }
            loss = sumOfLosses / images;
            score = lossWeight * loss;
            return score;
        }

        /** Nothing is added for decay: {@link #computeScore} would leave it out, and the norms of all weights take time. */
        @Override
        public double calcRegularizationScore(boolean backpropOnlyParams) {
            return 0;
        }

        private static int largest(double[] values, int from, int count) {
            int best = from;
            for (int i = from + 1; i < from + count; i++) {
                if (values[i] > values[best]) {
                    best = i;
                }
            }
            return best;
        }
    }
}
