package dev.sdpoint.engine.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Asks servers for files: through this network's proxy, following redirects with care, and without waiting for long. */
final class WebClient {
    private static final int MOST_REDIRECTS = 10;
    private static final long SLICE_MILLIS = 100;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Patience patience;
    private final Proxies proxies;
    private final HttpClient client;

    WebClient(Patience patience, Proxies proxies) {
        this.patience = patience;
        this.proxies = proxies;
        client = proxies.applyTo(HttpClient.newBuilder())
                .version(HttpClient.Version.HTTP_1_1) // one file from one server: nothing to gain from HTTP/2's upgrade
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
    }

    /**
     * Asks for a file.
     *
     * @throws DownloadException if the redirects cannot be followed, or the proxy is of no use
     * @throws IOException if there is no answer
     * @throws InterruptedException if the end is wanted
     */
    WebAnswer get(URI address, Map<String, String> headers, BooleanSupplier cancelled)
            throws DownloadException, IOException, InterruptedException {
        Set<URI> visited = new HashSet<>();
        URI uri = address;
        while (true) {
            if (!visited.add(uri)) {
                throw new DownloadException("The server sends the download in a circle, back to " + uri
                        + ". Try again later, or use another mirror.");
            }
            if (visited.size() > MOST_REDIRECTS + 1) {
                throw new DownloadException("The server sends the download on and on, more than " + MOST_REDIRECTS
                        + " times. Try again later, or use another mirror.");
            }
            WebAnswer answer = once(address, uri, headers, cancelled);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            answer.close();
            uri = next(uri, answer.header("Location"));
        }
    }

    static URI next(URI from, String location) throws DownloadException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw unclear(from, location);
        }
        String scheme = scheme(to);
        if (location.isEmpty() || to.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw unclear(from, location);
        }
        if (scheme(from).equals("https") && scheme.equals("http")) {
            throw new DownloadException("The server sends the download from a secure address to an insecure one, " + to
                    + ". That was refused. Use another mirror.");
        }
        return to;
    }

    private static DownloadException unclear(URI from, String location) {
        return new DownloadException(from + " sends the download on to '" + location
                + "', where nothing can be fetched from. Use another mirror.");
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private WebAnswer once(URI asked, URI uri, Map<String, String> headers, BooleanSupplier cancelled)
            throws DownloadException, IOException, InterruptedException {
        proxies.check(uri);
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                client.sendAsync(request(uri, headers), HttpResponse.BodyHandlers.ofPublisher());
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = await(answer, cancelled);
            Flow.Publisher<List<ByteBuffer>> coming = response.body();
            if (coming == null) { // what a proxy says instead of connecting has none
                throw Refusals.login();
            }
            HttpBody body = new HttpBody(patience.stall(), cancelled);
            coming.subscribe(body);
            return new WebAnswer(asked, uri, response.statusCode(), response.headers(), body);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof IOException told
                    ? proxies.explained(told, uri)
                    : new IOException("The request could not be made: " + cause, cause);
        } finally {
            if (!answer.isDone()) {
                answer.cancel(true);
            }
        }
    }

    /** Without a timeout, which from Java 26 on would end the body too; {@link #await} and {@link HttpBody} watch the time. */
    static HttpRequest request(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("User-Agent", "SDPoint-Explorer")
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        return request.build();
    }

    /** Looks now and then whether the end is wanted, or the patience at its end. */
    private <T> T await(CompletableFuture<T> coming, BooleanSupplier cancelled)
            throws ExecutionException, HttpTimeoutException, InterruptedException {
        long deadline = System.nanoTime() + patience.stall().toNanos();
        Optional<T> answer = Optional.empty();
        while (answer.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                throw new InterruptedException("cancelled");
            }
            try {
                answer = Optional.of(coming.get(SLICE_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    throw new HttpTimeoutException(
                            "no answer came for " + patience.stall().toSeconds() + " s");
                }
            }
        }
        return answer.get();
    }
}
