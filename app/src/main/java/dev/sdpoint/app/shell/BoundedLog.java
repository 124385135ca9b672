package dev.sdpoint.app.shell;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes to one file, which becomes the newest of a few older ones when it is full. Windows and commands write to the same: so the file is
 * looked for at every event, and open for that long only. Logback's own appenders keep it open, and when another process has put it
 * aside they go on in what is an older file, or a deleted one. An event that cannot be written is left out. Any thread.
 */
final class BoundedLog extends AppenderBase<ILoggingEvent> {
    private final Path file;
    private final Layout<ILoggingEvent> layout;
    private final long mostBytes;
    private final int older;

    /**
     * @param mostBytes the file is put aside before the first event that finds it as long as this, or longer
     * @param older how many files that are full stay beside it, under its name with {@code .1} (the newest), {@code .2} and so on; at least 1
     */
    BoundedLog(Path file, Layout<ILoggingEvent> layout, long mostBytes, int older) {
        this.file = file;
        this.layout = layout;
        this.mostBytes = mostBytes;
        this.older = older;
    }

    @Override
    protected void append(ILoggingEvent event) {
        byte[] line = layout.doLayout(event).getBytes(StandardCharsets.UTF_8);
        try {
            makeRoom();
            // not by a channel: those close, and write nothing, in a thread that is being interrupted
            try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
                out.write(line);
            }
        } catch (IOException e) {
            addError(file.toString(), e); // to those who read what Logback says of itself
        }
    }

    private void makeRoom() throws IOException {
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        if (bytes < mostBytes) {
            return;
        }
        try {
            for (int number = older; number > 0; number--) {
                Path newer = number == 1 ? file : aside(number - 1);
                if (Files.exists(newer)) {
                    Files.move(newer, aside(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            // On Windows, while another process writes to one of them, or shows it; or another process has just done
            // the same.
            if (bytes >= 2 * mostBytes) {
                throw e;
            }
        }
    }

    private Path aside(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
