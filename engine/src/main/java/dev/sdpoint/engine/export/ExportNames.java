package dev.sdpoint.engine.export;

import dev.sdpoint.engine.store.RunSummary;
import java.nio.file.Path;

/** Names of files and folders for runs: several runs lie side by side, named as people call them. */
public final class ExportNames {
    private static final int LONGEST = 60;
    private static final int KEY = 8;

    private ExportNames() {}

    /** A name without an ending that any file system takes; the same run always gets the same as long as a person calls it so. */
    public static String name(RunSummary run) {
        String name = run.label().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        return name.substring(0, Math.min(LONGEST, name.length())) + "-" + shortKey(run);
    }

    /** The folder of a run below the one that a person chose. */
    static Path of(RunSummary run, Path chosen) {
        return chosen.resolve(name(run));
    }

    /** The first characters of its key, which tell it from the other runs of a person. */
    public static String shortKey(RunSummary run) {
        return run.id().key().substring(0, KEY);
    }
}
