package dev.sdpoint.app.workspace;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import dev.sdpoint.engine.model.DiskTrouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong in a sentence for a person; the log has the trace. */
public final class Sentence {
    private static final Texts TEXTS = Texts.of(Sentence.class);
    private static final int MOST_CAUSES = 8;

    private Sentence() {}

    /** One sentence, and what to do where that is known; never blank, never a stack trace. */
    public static String of(Throwable problem) {
        Throwable told = unwrapped(problem);
        String message = told.getMessage();
        if (told instanceof NoSuchFileException missing) {
            return TEXTS.get("trouble.missing", missing.getFile());
        }
        if (told instanceof AccessDeniedException denied) {
            return TEXTS.get("trouble.denied", denied.getFile());
        }
        if (told instanceof IOException && DiskTrouble.full(told)) {
            return file(told)
                    .map(file -> TEXTS.get("trouble.disk.full.file", file))
                    .orElseGet(() -> TEXTS.get("trouble.disk.full"));
        }
        if (told instanceof IOException && DiskTrouble.writeProtected(told)) {
            return file(told)
                    .map(file -> TEXTS.get("trouble.disk.write-protected.file", file))
                    .orElseGet(() -> TEXTS.get("trouble.disk.write-protected"));
        }
        if (told instanceof IOException) {
            return TEXTS.get(
                    "trouble.io",
                    FullStop.after(message == null ? told.getClass().getSimpleName() : message));
        }
        if (told instanceof OutOfDeviceMemory memory) {
            return TEXTS.get("trouble.memory.device", memory.device());
        }
        if (told instanceof OutOfMemoryError) {
            return TEXTS.get("trouble.memory.full");
        }
        if (told instanceof LinkageError) {
            return TEXTS.get("trouble.libraries");
        }
        if (isMeantForPeople(told) && message != null && !message.isBlank()) {
            return FullStop.after(message);
        }
        return TEXTS.get("trouble.inside", told.getClass().getSimpleName());
    }

    private static Optional<String> file(Throwable problem) {
        return problem instanceof FileSystemException known ? Optional.ofNullable(known.getFile()) : Optional.empty();
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
}
