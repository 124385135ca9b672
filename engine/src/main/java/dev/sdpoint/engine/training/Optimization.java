package dev.sdpoint.engine.training;

/**
 * Stochastic gradient descent with Nesterov momentum.
 *
 * @param epochs passes over the training images, 1 … 10,000
 * @param batchSize images an iteration, 2 … 4,096 (batch statistics of one image mean nothing)
 * @param learningRate peak, in (0, 10]
 * @param schedule course of the rate
 * @param momentum in [0, 1)
 * @param weightDecay L2 coefficient on convolution and classifier weights, in [0, 1)
 */
public record Optimization(
        int epochs, int batchSize, double learningRate, Schedule schedule, double momentum, double weightDecay) {
    public Optimization {
        require(epochs >= 1 && epochs <= 10_000, epochs + " epochs are outside 1 … 10,000");
        require(
                batchSize >= 2 && batchSize <= 4096,
                "batch size " + batchSize + " is outside 2 … 4,096; the statistics of one image mean nothing");
        require(
                learningRate > 0 && learningRate <= 10,
                "learning rate " + learningRate + " is outside (0, 10]; 0.1 is usual");
        require(momentum >= 0 && momentum < 1, "momentum " + momentum + " is outside [0, 1); 0.9 is usual");
        require(
                weightDecay >= 0 && weightDecay < 1,
                "weight decay " + weightDecay + " is outside [0, 1); 5e-4 is usual");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
