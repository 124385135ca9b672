package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Catches what nobody caught: the trace goes to the log, a sentence to the person, and the program goes on. */
final class CrashGuard implements Thread.UncaughtExceptionHandler {
    private static final Texts TEXTS = Texts.of(CrashGuard.class);
    private static final Logger LOG = LoggerFactory.getLogger(CrashGuard.class);

    private final TaskRunner tasks;
    private final Opening opening;
    private final Runnable showLog;

    /** @param showLog lets the person see the log file */
    CrashGuard(TaskRunner tasks, Opening opening, Runnable showLog) {
        this.tasks = tasks;
        this.opening = opening;
        this.showLog = showLog;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        LOG.error("Nobody caught this on thread {}.", thread.getName(), problem);
        Message message =
                Message.problem(Sentence.of(problem), new Message.Action(TEXTS.get("crash.show-log"), showLog));
        tasks.onFxThread(() -> opening.say(message));
    }
}
