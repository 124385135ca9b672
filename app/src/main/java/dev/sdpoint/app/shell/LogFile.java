package dev.sdpoint.app.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import dev.sdpoint.app.workspace.PrivatePaths;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Tells Logback to write one file in the person's folder and nothing to the terminal. Found by Logback as a service; in code instead of
 * XML, because Logback's own interpreter of configurations takes 0.3 s of every start. Without {@link Logs#start}, as in tests, it
 * leaves the configuration to others.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogFile extends ContextAwareBase implements Configurator {
    /** Of one file; there are at most {@value #OLDER} older ones beside it. */
    static final long MOST_BYTES = 2 * FileSize.MB_COEFFICIENT;

    static final int OLDER = 2;

    /** For Logback, by {@code META-INF/services}. */
    public LogFile() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (Logs.isStarted()) {
            context.getStatusManager().add(new NopStatusListener());
            context.getLogger("dev.sdpoint").setLevel(Level.INFO);
            ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.WARN);
            root.addAppender(appender(context, Logs.file()));
            return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
        }
        return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }

    /** What writes to a file, and to older ones beside it. */
    static Appender<ILoggingEvent> appender(Context context, Path file) {
        Line layout = new Line();
        layout.setContext(context);
        layout.start();
        BoundedLog appender = new BoundedLog(file, layout, MOST_BYTES, OLDER);
        appender.setContext(context);
        appender.setName("file");
        appender.start();
        return appender;
    }

    /**
     * A line an event: time, level, thread, logger, message; below it the stack trace if there is one. Without the person's name and
     * home, and cut where it is very long.
     */
    static final class Line extends LayoutBase<ILoggingEvent> {
        private static final int LONGEST_LEVEL = 5;
        /** A deep recursion has 1,024 frames in its trace, about 100 characters each. */
        private static final int LONGEST_EVENT = 200_000;

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

        private final PrivatePaths paths = PrivatePaths.ofThisPerson();

        @Override
        public String doLayout(ILoggingEvent event) {
            String level = event.getLevel().toString();
            StringBuilder line = new StringBuilder(160)
                    .append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                    .append(' ')
                    .append(level)
                    .append(" ".repeat(LONGEST_LEVEL + 1 - level.length()))
                    .append('[')
                    .append(event.getThreadName())
                    .append("] ")
                    .append(event.getLoggerName())
                    .append(": ")
                    .append(event.getFormattedMessage())
                    .append(System.lineSeparator());
            IThrowableProxy problem = event.getThrowableProxy();
            if (problem != null) {
                line.append(ThrowableProxyUtil.asString(problem));
            }
            if (line.length() > LONGEST_EVENT) {
                line.setLength(LONGEST_EVENT);
                line.append("\u2026 (cut)").append(System.lineSeparator());
            }
            return paths.veil(line.toString());
        }
    }
}
