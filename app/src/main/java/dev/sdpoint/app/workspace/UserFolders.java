package dev.sdpoint.app.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the program keeps what belongs to a person: the system property {@code sdpoint.home} if set, else the place that the
 * operating system provides for it.
 */
public final class UserFolders {
    private UserFolders() {}

    /**
     * The folder of all user data; not made by this call.
     *
     * @return absolute, also where it was chosen by a path from the current folder: files below it are told by their whole paths
     */
    public static Path home() {
        return named().toAbsolutePath().normalize();
    }

    private static Path named() {
        String chosen = System.getProperty("sdpoint.home", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path user = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return environment("LOCALAPPDATA")
                    .orElse(user.resolve("AppData").resolve("Local"))
                    .resolve("sdpoint");
        }
        if (system.contains("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("sdpoint");
        }
        return environment("XDG_DATA_HOME")
                .orElse(user.resolve(".local").resolve("share"))
                .resolve("sdpoint");
    }

    /** Checkpoints of training runs. */
    public static Path runs() {
        return home().resolve("runs");
    }

    /** Data sets that were installed. */
    public static Path data() {
        return home().resolve("data");
    }

    /** Models that a person keeps. */
    public static Path models() {
        return home().resolve("models");
    }

    /** Which model files were opened elsewhere. */
    public static Path recentModels() {
        return home().resolve("recent-models.txt");
    }

    /** Log files. */
    public static Path logs() {
        return home().resolve("log");
    }

    private static Optional<Path> environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    }
}
