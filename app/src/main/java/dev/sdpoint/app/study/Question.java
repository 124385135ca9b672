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

    /** What it takes to ask one model. Looks at every image, so not for the JavaFX thread. */
    Effort effort(Subject subject);
}
