package dev.sdpoint.engine.download;

import dev.sdpoint.engine.download.InstallProgress.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes a partial file from a server: asks only for what is missing (RFC 9110, section 14), waits and asks again when the
 * connection stalls or breaks, begins anew when the file there has changed or the server does not know parts. The length of the file is
 * known beforehand; whether the bytes are right is for a checksum to say. One thread.
 */
final class HttpDownload {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDownload.class);
    private static final int BUFFER = 1 << 16;
    private static final long TELL_NANOS = 200_000_000L;
    private static final long SLICE_MILLIS = 100;

    private final URI address;
    private final long total;
    private final PartialFile part;
    private final Patience patience;
    private final InstallWatcher watcher;
    private final WebClient web;
    private boolean wholeOnly;

    /** Through the proxy of this process's environment. */
    HttpDownload(URI address, long total, PartialFile part, Patience patience, InstallWatcher watcher) {
        this(address, total, part, new WebClient(patience, new Proxies(System.getenv())), patience, watcher);
    }

    /** @param total bytes of the whole file, as published */
    HttpDownload(URI address, long total, PartialFile part, WebClient web, Patience patience, InstallWatcher watcher) {
        this.address = address;
        this.total = total;
        this.part = part;
        this.patience = patience;
        this.watcher = watcher;
        this.web = web;
    }

    /**
     * Returns when the part has all bytes.
     *
     * @throws DownloadException if that is impossible, or the patience is at its end; what has come is kept
     * @throws InterruptedException if the end is wanted; what has come is kept
     */
    void run() throws DownloadException, InterruptedException {
        int fruitless = 0;
        while (part.size() != total) {
            watcher.goOn();
            long before = part.size();
            IOException problem;
            try {
                attempt();
                problem = new TryAgain(address.getHost() + " ended the file early", Duration.ZERO);
            } catch (IOException e) {
                watcher.goOn();
                problem = e;
            }
            if (part.size() == total) {
                return;
            }
            fruitless = part.size() - before >= patience.worth() ? 0 : fruitless + 1;
            LOG.info(
                    "The download of {} stopped at {} of {} bytes (fruitless tries: {}).",
                    address,
                    part.size(),
                    total,
                    fruitless,
                    problem);
            pause(problem, fruitless);
        }
    }

    private void pause(IOException problem, int fruitless) throws DownloadException, InterruptedException {
        String words = Refusals.words(problem, address.getHost());
        Duration asked = problem instanceof TryAgain told ? told.pause() : Duration.ZERO;
        String start = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        if (asked.compareTo(patience.longestPause()) > 0) {
            throw new DownloadException(start + " and asks to come back in " + Math.max(1, asked.toMinutes())
                    + " min. Go on then, or use another mirror." + kept());
        }
        if (fruitless >= patience.fruitless()) {
            throw new DownloadException(
                    start + ", " + fruitless
                            + " times in a row. Check the network and go on later, or use another mirror." + kept(),
                    problem);
        }
        Duration own = patience.pause(Math.max(1, fruitless));
        long deadline = System.nanoTime() + (asked.compareTo(own) > 0 ? asked : own).toNanos();
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            watcher.goOn();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(left - 1) + 1;
            watcher.at(new InstallProgress(
                    Stage.WAITING,
                    part.size(),
                    total,
                    0,
                    Optional.empty(),
                    start + "; trying again in " + seconds + " s"));
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(SLICE_MILLIS)));
        }
    }

    private String kept() {
        return part.size() == 0 ? "" : " The " + Sizes.of(part.size()) + " that have come are kept.";
    }

    private void attempt() throws IOException, DownloadException, InterruptedException {
        watcher.at(new InstallProgress(
                Stage.CONNECTING,
                part.size(),
                total,
                0,
                Optional.empty(),
                "Connecting to " + address.getHost() + " …"));
        long offset = wholeOnly || part.size() > total ? 0 : part.size();
        try (WebAnswer answer = web.get(address, headers(offset), watcher::cancelled)) {
            switch (answer.status()) {
                case 200 -> receive(answer, 0);
                case 206 -> {
                    requireNext(answer, offset);
                    receive(answer, offset);
                }
                case 416 -> {
                    wholeOnly = true;
                    throw new TryAgain(answer.uri().getHost() + " does not have the rest of the file", Duration.ZERO);
                }
                default -> Refusals.refuse(answer);
            }
        }
    }

    private Map<String, String> headers(long offset) {
        Map<String, String> headers = new HashMap<>();
        if (offset > 0) {
            headers.put("Range", "bytes=" + offset + "-");
            if (part.version().address().equals(address.toString())) {
                part.version().condition().ifPresent(condition -> headers.put("If-Range", condition));
            }
        }
        return headers;
    }

    /** A part is only of use if it is the one that was asked for, of the file that the rest came from. */
    private void requireNext(WebAnswer answer, long offset) throws TryAgain, DownloadException {
        Optional<WebAnswer.Span> span = answer.span();
        long told = span.map(WebAnswer.Span::total).orElse(RemoteVersion.UNKNOWN);
        boolean next = span.isPresent()
                && span.get().first() == offset
                && (!answer.packed() || told == total); // as in receive
        if (!next || part.version().contradicts(answer.version(told))) {
            wholeOnly = true;
            throw new TryAgain(
                    answer.uri().getHost() + " sent another part than the one that was missing", Duration.ZERO);
        }
        if (told != RemoteVersion.UNKNOWN) {
            requireLength(answer, told);
        } else if (answer.length() != RemoteVersion.UNKNOWN) {
            requireLength(answer, offset + answer.length());
        }
    }

    private void requireLength(WebAnswer answer, long length) throws DownloadException {
        if (length != total) {
            throw new DownloadException("The file at " + answer.uri() + " has " + Sizes.exact(length)
                    + " bytes, the published one " + Sizes.exact(total)
                    + ", so it is another file. Check the address, or leave it empty for the official one.");
        }
    }

    private void receive(WebAnswer answer, long offset) throws IOException, DownloadException, InterruptedException {
        if (answer.isWebPage()) {
            throw new DownloadException("A web page came from " + answer.uri()
                    + " instead of the file. Check the address; if this network wants people to sign in, do so in a "
                    + "browser and try again.");
        }
        long told = answer.length();
        boolean packed = offset == 0 && answer.packed() && told != total; // many servers call a .tar.gz itself packed
        if (offset == 0 && !packed && told != RemoteVersion.UNKNOWN) {
            requireLength(answer, told);
        }
        try {
            part.begin(answer.version(packed ? RemoteVersion.UNKNOWN : total), offset);
        } catch (IOException e) {
            throw Refusals.disk(PartialFile.part(part.target()), e, "");
        }
        wholeOnly = packed; // a part of the packed file would be of no use
        try (InputStream body = packed ? new GZIPInputStream(answer.body(), BUFFER) : answer.body()) {
            copy(body, answer);
        } finally {
            part.close();
        }
    }

    private void copy(InputStream body, WebAnswer answer) throws IOException, DownloadException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        RateMeter meter = new RateMeter(System.nanoTime());
        long told = System.nanoTime() - TELL_NANOS;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            if (part.size() + count > total) {
                part.begin(RemoteVersion.NONE, 0);
                throw new DownloadException(
                        answer.uri() + " sends more than the " + Sizes.exact(total)
                                + " bytes of the published file, so it is another file. Nothing of it was kept. Use another mirror.");
            }
            write(buffer, count);
            long now = System.nanoTime();
            meter.add(count, now);
            if (now - told >= TELL_NANOS) {
                told = now;
                watcher.goOn();
                watcher.at(new InstallProgress(
                        Stage.DOWNLOADING, part.size(), total, meter.perSecond(), meter.left(total - part.size()), ""));
            }
        }
    }

    private void write(byte[] buffer, int count) throws DownloadException {
        try {
            part.write(buffer, count);
        } catch (IOException e) {
            throw Refusals.disk(PartialFile.part(part.target()), e, "What has come is kept.");
        }
    }
}
