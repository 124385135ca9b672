package dev.sdpoint.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this person's runs, models and logs are kept: the system property {@code sdpoint.home} if it is set, else what the
 * operating system has for such files.
 */
public final class UserFolder {
    private UserFolder() {}

    /** The folder; it need not exist yet. */
    public static Path path() {
        String chosen = System.getProperty("sdpoint.home", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        return usual(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /**
     * A folder inside, made if need be.
     *
     * @param name such as {@code runs}
     * @throws IOException if it cannot be made
     */
    public static Path folder(String name) throws IOException {
        return Files.createDirectories(path().resolve(name));
    }

    static Path usual(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("SDPoint");
        }
        if (name.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("SDPoint");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data)).resolve("sdpoint");
    }
}
