package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.prefs.Preferences;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window's size, theme and hints are written when the program is killed: the next start finds those of before or the new ones, not a mixture. */
@Timeout(600)
final class KilledPreferencesTest {
    private static final int KILLS = 2;
    private static final int MOST_MILLIS = 100;
    private static final List<String> KEYS = List.of("width", "height", "x", "y");

    @TempDir
    Path folder;

    /** A window that is moved all the time. */
    static final class Window {
        private Window() {}

        public static void main(String[] args) throws Exception {
            Preferences preferences = Preferences.userRoot().node(Desktop.NODE);
            System.out.println(String.join(
                    " ", KEYS.stream().map(key -> preferences.get(key, "none")).toList()));
            for (int i = Integer.parseInt(args[0]) + 1; ; i++) {
                for (String key : KEYS) {
                    preferences.putDouble(key, i);
                }
                preferences.flush();
                System.out.println(i);
            }
        }
    }

    @FaultTest
    void theNextStartFindsAllOfThemOfOneTime(FaultSeed seed) throws Exception {
        Random random = seed.random();
        int confirmed = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            try (ChildJvm child = ChildJvm.of(Window.class, confirmed)
                    .options("-Djava.util.prefs.userRoot=" + folder)
                    .start(folder.resolve("errors"))) {
                List<String> found = Pattern.compile(" ")
                        .splitAsStream(child.next().orElseThrow())
                        .toList();
                assertThat(found).as(child.errors()).hasSize(KEYS.size()).containsOnly(found.get(0));
                if (confirmed > 0) {
                    assertThat(Double.parseDouble(found.get(0))).isBetween((double) confirmed, confirmed + 1.0);
                }
                assertThat(child.next()).as(child.errors()).isPresent();
                Thread.sleep(random.nextInt(MOST_MILLIS));
                child.kill();
                int unused = child.end();
                List<String> told = child.told();
                confirmed = Integer.parseInt(told.get(told.size() - 1));
            }
        }
    }
}
