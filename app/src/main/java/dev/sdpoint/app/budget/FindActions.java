package dev.sdpoint.app.budget;

/** What a person can do to find a picture of the data set. JavaFX thread; every action returns at once. */
interface FindActions {
    /** Goes to the image that a text means, such as "312", "cat" or "cat 4"; says so if it means none. */
    void find(String text);

    /** Goes to the image that a suggestion means. */
    void find(PictureIndex.Suggestion meaning);

    /** Takes the sentence about what was not found away. */
    void dismiss();
}
