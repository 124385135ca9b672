package dev.sdpoint.app.study;

/** A question to trained models. */
public interface Question {
    /**
     * Finds the answer; runs the models' networks on the calling thread where nothing else tells it.
     *
     * @throws InterruptedException if the bench's watch ends it
     * @throws Exception with a sentence for a person, if the models cannot be asked this
     */
    StudyResult answer(StudyCase asked) throws Exception;

    /**
     * How often it runs all instances on all images of a case.
     *
     * @param side of the images
     * @param recorded whether the model tells its answers on them, with the instances' own statistics
     */
    int passes(int side, boolean recorded);
}
