package dev.sdpoint.engine.download;

import dev.sdpoint.engine.model.DiskTrouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Puts what servers, networks and disks refuse into words. */
final class Refusals {
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final String OWN_COPY =
            "If you have the archive already, or fetch it with a browser, choose that file instead.";
    private static final String LOGIN =
            "The proxy of this network wants a name and a password, or others than it was told. "
                    + "Set the environment variable https_proxy to http://NAME:PASSWORD@HOST:PORT and start again. "
                    + OWN_COPY;

    private Refusals() {}

    /** A proxy wants to be told who asks. */
    static DownloadException login() {
        return new DownloadException(LOGIN);
    }

    /**
     * What an answer without a file means.
     *
     * @throws TryAgain if it may pass
     * @throws DownloadException if not
     */
    static void refuse(WebAnswer answer) throws TryAgain, DownloadException {
        int status = answer.status();
        String host = answer.uri().getHost();
        if (PASSING.contains(status)) {
            throw new TryAgain(host + " is busy or out of order (HTTP " + status + ")", retryAfter(answer));
        }
        throw new DownloadException(
                switch (status) {
                    case 404, 410 ->
                        "There is no such file at " + answer.uri() + " (HTTP " + status
                                + "). Check the address, or leave it empty for the official one.";
                    case 401, 403, 451 ->
                        host + " does not give the file out (HTTP " + status + "). Use another mirror. " + OWN_COPY;
                    case 407 -> LOGIN;
                    default ->
                        host + " answered with HTTP " + status
                                + " instead of the file. Try again later, or use another mirror.";
                });
    }

    private static Duration retryAfter(WebAnswer answer) {
        String text = answer.header("Retry-After");
        if (text.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            ZonedDateTime when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(ZonedDateTime.now(when.getZone()), when);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    /** A clause on why a connection failed. */
    static String words(IOException problem, String host) {
        if (problem instanceof TryAgain told) {
            return String.valueOf(told.getMessage());
        }
        if (problem instanceof HttpTimeoutException || problem instanceof SocketTimeoutException) {
            return host + " sends nothing";
        }
        if (caused(problem, UnknownHostException.class) || caused(problem, UnresolvedAddressException.class)) {
            return host + " is not known to this network";
        }
        if (problem instanceof ConnectException) {
            return host + " cannot be reached";
        }
        if (problem instanceof SSLException) {
            return "the secure connection to " + host + " failed (" + problem.getMessage() + ")";
        }
        return "the connection to " + host + " broke";
    }

    private static boolean caused(Throwable problem, Class<? extends Throwable> kind) {
        int depth = 0;
        for (Throwable t = problem; t != null && depth < 8; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    /**
     * Writing failed.
     *
     * @param kept what has become of the work so far, as a sentence; may be empty
     */
    static DownloadException disk(Path file, IOException problem, String kept) {
        String what;
        if (DiskTrouble.full(problem)) {
            what = "The disk is full: " + file + " could not be written. Make room and go on.";
        } else if (problem instanceof AccessDeniedException || DiskTrouble.writeProtected(problem)) {
            what = file + " may not be written. Check the permissions of its folder, or choose another one.";
        } else {
            what = file + " could not be written (" + DiskTrouble.words(problem) + "). Check its disk and try again.";
        }
        return new DownloadException(kept.isEmpty() ? what : what + " " + kept, problem);
    }
}
