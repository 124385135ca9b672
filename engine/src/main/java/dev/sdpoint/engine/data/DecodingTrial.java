package dev.sdpoint.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Decodes pictures of a folder before a long run needs them: a file whose beginning is sound and whose end is missing is found only so, and would end
 * the run at its first evaluation. What is decoded is kept reduced on the disk, so that the run does not do it again.
 */
public final class DecodingTrial {
    /** Of each part at most; they take a quarter of a minute. */
    private static final int MOST = 5_000;

    private DecodingTrial() {}

    /**
     * Decodes the training part and the validation part, or 5,000 images of each. Nothing to do for images in memory.
     *
     * @param evaluationSeed of the order in which validation images are chosen for evaluations
     * @throws UnreadableImageException if a picture is damaged, with the number of the others, all of which are left out when the folder is opened
     *     again; or if one cannot be read otherwise
     */
    public static void of(DataSet data, long evaluationSeed) {
        FirstProblem problem = new FirstProblem();
        decode(data.training(), Normalization.sample(data.training()), problem);
        IntStream evaluated = Arrays.stream(EpochOrder.of(data.validation().size(), evaluationSeed, 0));
        decode(data.validation(), evaluated.limit(MOST), problem);
        problem.tell();
    }

    private static void decode(LabeledImages images, IntStream which, FirstProblem problem) {
        if (!images.inMemory()) {
            which.parallel().forEach(image -> problem.heed(() -> images.span(image)));
        }
    }
}
