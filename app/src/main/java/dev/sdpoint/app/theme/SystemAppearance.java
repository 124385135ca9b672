package dev.sdpoint.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the operating system whether it is set to dark. JavaFX can tell only from version 22 on, so a small program of the
 * system is asked: {@code gsettings} on Linux (GNOME and those who follow it), {@code defaults} on macOS, {@code reg} on
 * Windows. It blocks up to two seconds; never call it on the JavaFX thread.
 */
final class SystemAppearance {
    private static final long SECONDS = 2;

    private SystemAppearance() {}

    /** Whether the system is dark; empty where it cannot be found out. */
    static Optional<Boolean> dark() throws InterruptedException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            // The key exists in dark mode alone, so a failure of a system that answers means light.
            return Optional.of(answer(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .map(SystemAppearance::saysDark)
                    .orElse(false));
        }
        if (system.contains("win")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return answer(List.of("reg", "query", key, "/v", "AppsUseLightTheme"))
                    .map(SystemAppearance::registrySaysDark);
        }
        Optional<String> scheme = answer(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"));
        if (scheme.filter(s -> s.contains("prefer-")).isPresent()) {
            return scheme.map(SystemAppearance::saysDark);
        }
        return answer(List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme"))
                .map(SystemAppearance::saysDark);
    }

    static boolean saysDark(String answer) {
        return answer.toLowerCase(Locale.ROOT).contains("dark");
    }

    /** The last word of the answer is 0x0 when applications are to be dark. */
    static boolean registrySaysDark(String answer) {
        return answer.strip().endsWith("0x0");
    }

    private static Optional<String> answer(List<String> command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            // The answers are far smaller than a pipe's buffer, so the process never waits for us.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            try (InputStream out = process.getInputStream()) {
                return Optional.of(new String(out.readNBytes(4096), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
