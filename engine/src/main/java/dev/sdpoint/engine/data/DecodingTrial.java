package dev.sdpoint.engine.data;

import java.util.Arrays;

/**
 * Decodes pictures of a folder before a long run needs them: a file whose beginning is sound and whose end is missing is found only so, and would end
 * the run at its first evaluation. What is decoded is kept reduced on the disk, so that the run does not do it again.
 */
public final class DecodingTrial {
    /** Of each part at most; they take a quarter of a minute. */
    private static final int MOST = 5_000;

    private DecodingTrial() {}

    /**
     * Decodes the training part, from which the normalisation comes, and the validation part: 5,000 images of each at most. Of images in memory nothing
     * needs to be tried.
     *
     * @param evaluationSeed of the order in which validation images are chosen for evaluations
     * @return as {@link Normalization#of(LabeledImages)} of the training part
     * @throws UnreadableImageException if a picture is damaged, with the number of the others, all of which are left out when the folder is opened
     *     again; or if one cannot be read otherwise
     */
    public static Normalization normalization(DataSet data, long evaluationSeed) {
        LabeledImages validation = data.validation();
        if (validation.inMemory()) {
            return Normalization.of(data.training());
        }
        FirstProblem problem = new FirstProblem();
        long[][] counts = Normalization.counts(data.training(), problem);
        Arrays.stream(EpochOrder.of(validation.size(), evaluationSeed, 0))
                .limit(MOST)
                .parallel()
                .forEach(image -> problem.heed(() -> validation.span(image)));
        problem.tell();
        return Normalization.of(counts);
    }
}
