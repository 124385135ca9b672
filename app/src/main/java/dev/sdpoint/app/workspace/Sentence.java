package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import dev.sdpoint.engine.model.DiskTrouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong in a sentence for a person; the log has the trace. */
public final class Sentence {
    private static final int MOST_CAUSES = 8;

    private Sentence() {}

    /** One sentence, and what to do where that is known; never blank, never a stack trace. */
    public static String of(Throwable problem) {
        Throwable told = unwrapped(problem);
        String message = told.getMessage();
        if (told instanceof NoSuchFileException missing) {
            return "The file " + missing.getFile() + " is not there. Check the path.";
        }
        if (told instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written. Check its permissions.";
        }
        if (told instanceof IOException && DiskTrouble.full(told)) {
            return "The disk is full" + where(told)
                    + ". Make room and try again; what was there before is there still.";
        }
        if (told instanceof IOException && DiskTrouble.writeProtected(told)) {
            return "The disk is write-protected" + where(told) + ". Choose another folder, or make it writable.";
        }
        if (told instanceof IOException) {
            return "Reading or writing failed: "
                    + ended(message == null ? told.getClass().getSimpleName() : message);
        }
        if (told instanceof OutOfDeviceMemory memory) {
            return "The memory of the " + memory.device()
                    + " does not suffice. Close other programs, or choose a smaller network" + " or batch.";
        }
        if (told instanceof OutOfMemoryError) {
            return "The memory is full. Close other programs, or choose fewer images or a smaller network.";
        }
        if (told instanceof LinkageError) {
            return "The libraries for computing cannot be loaded on this machine. Install the program again; the log"
                    + " says more.";
        }
        if (isMeantForPeople(told) && message != null && !message.isBlank()) {
            return ended(message);
        }
        return "Something went wrong inside the program (" + told.getClass().getSimpleName() + "). The log says more.";
    }

    private static String where(Throwable problem) {
        return problem instanceof FileSystemException known && known.getFile() != null
                ? ": " + known.getFile() + " could not be written"
                : "";
    }

    /** Checked exceptions and refused values carry sentences; others are defects of the program. */
    private static boolean isMeantForPeople(Throwable problem) {
        boolean checked = problem instanceof Exception && !(problem instanceof RuntimeException);
        return checked || problem instanceof IllegalArgumentException || problem instanceof IllegalStateException;
    }

    private static Throwable unwrapped(Throwable problem) {
        Throwable told = problem;
        for (int i = 0; i < MOST_CAUSES; i++) {
            @Nullable Throwable cause = told.getCause();
            boolean wrapper = told instanceof ExecutionException || told instanceof CompletionException;
            if (!wrapper || cause == null) {
                break;
            }
            told = cause;
        }
        return told;
    }

    private static String ended(String message) {
        String text = message.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
