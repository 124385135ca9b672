package dev.sdpoint.app.budget;

import java.nio.file.Path;
import java.util.List;

/** What a person can do with several pictures. JavaFX thread; every action returns at once. */
interface FilmActions {
    /** Opens one file as a picture, several as a film. */
    void openFiles(List<Path> files);

    /** Opens the pictures of a folder as a film, by name; folders in it are not looked into. */
    void openFolder(Path folder);

    /** Goes some frames on, or back if negative, past files that are no pictures; stays at the ends. */
    void step(int frames);

    /** Goes to a frame. */
    void show(int frame);

    /** Plays, or stops playing; at the end from the start. */
    void togglePlaying();

    /** The time of the next frame while playing; left out if the answers to the last are not there yet. */
    void beat();

    /** Takes the sentences about files that are no pictures away. */
    void dismissProblems();

    /** Puts the film away; the picture that is shown stays. */
    void close();
}
