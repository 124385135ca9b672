package dev.sdpoint.engine.download;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said, after redirects.
 *
 * @param asked the address before redirects
 * @param uri the address that answered
 * @param body to be closed
 */
record WebAnswer(URI asked, URI uri, int status, HttpHeaders headers, HttpBody body) implements AutoCloseable {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** Where a part begins and how long the whole file is; {@link RemoteVersion#UNKNOWN} if that is not told. */
    record Span(long first, long total) {}

    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    /** Bytes that the server says it sends. */
    long length() {
        String text = header("Content-Length");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : RemoteVersion.UNKNOWN;
    }

    Optional<Span> span() {
        Matcher matcher = CONTENT_RANGE.matcher(header("Content-Range").toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String total = matcher.group(3);
        return Optional.of(new Span(
                Long.parseLong(matcher.group(1)), total.equals("*") ? RemoteVersion.UNKNOWN : Long.parseLong(total)));
    }

    /** Whether the body is packed once more, although that was not asked for. */
    boolean packed() {
        String coding = header("Content-Encoding").toLowerCase(Locale.ROOT);
        return coding.equals("gzip") || coding.equals("x-gzip");
    }

    boolean isWebPage() {
        return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** @param total length of the whole file as far as it is told */
    RemoteVersion version(long total) {
        return new RemoteVersion(asked.toString(), header("ETag"), header("Last-Modified"), total);
    }

    @Override
    public void close() {
        body.close();
    }
}
