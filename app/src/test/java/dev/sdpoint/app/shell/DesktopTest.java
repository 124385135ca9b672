package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program opens its window and ends with it, in a process of its own: JavaFX starts once in each. */
@Timeout(300)
final class DesktopTest {
    private static final Path MENU_ENTRY = Path.of("..", "installer", "src", "deb", "sdpoint-explorer.desktop");

    @TempDir
    private Path folder;

    /** Opens the program and closes its window as a person does. */
    static final class Visit {
        private Visit() {}

        public static void main(String[] arguments) throws Exception {
            Headless.prepare(1500, 950);
            Thread person = new Thread(Visit::close);
            person.setDaemon(true);
            person.start();
            System.out.println("code " + Desktop.open(FilesToOpen.NONE));
            System.exit(0);
        }

        private static void close() {
            try {
                while (true) {
                    Thread.sleep(100);
                    look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void look() {
            try {
                Platform.runLater(Visit::closeWhatShows);
            } catch (IllegalStateException e) {
                // JavaFX has not begun yet
            }
        }

        private static void closeWhatShows() {
            List.copyOf(Window.getWindows()).stream()
                    .filter(Window::isShowing)
                    .forEach(window -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        }
    }

    @Test
    void endsWhenItsWindowIsClosed() throws Exception {
        try (ChildJvm child = ChildJvm.of(Visit.class)
                .heap("1g")
                .options("-Dsdpoint.home=" + folder, "-Djava.util.prefs.userRoot=" + folder)
                .start(folder.resolve("errors"))) {
            assertThat(child.end()).as(child.errors()).isZero();
            assertThat(child.told()).contains("code 0");
        }
    }

    /** {@code installer/test/check} asks a real window for its class; this only sees that nobody renames one of the two. */
    @Test
    void theMenuEntryNamesTheClassOfTheWindow() throws Exception {
        assertThat(Files.readAllLines(MENU_ENTRY)).contains("StartupWMClass=" + SdpointExplorer.class.getName());
    }
}
