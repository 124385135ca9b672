package dev.sdpoint.engine.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that says, byte by byte, what a test has it say, and may lie. Closes the connection after each answer. */
final class LyingServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Script script;

    /** What was asked, counted from 1. */
    record Request(int number, String path, Map<String, String> headers) {
        /** Where the asked part begins; 0 if the whole was asked for. */
        int offset() {
            String range = headers.getOrDefault("range", "");
            return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        }

        boolean partial() {
            return headers.containsKey("range");
        }
    }

    interface Script {
        void answer(Request request, OutputStream out) throws Exception;
    }

    LyingServer(Script script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve, "lying-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + socket.getLocalPort() + path);
    }

    List<Request> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "lying-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = connection.getOutputStream()) {
            String first = in.readLine();
            if (first == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Request request = new Request(requests.size() + 1, first.split(" ", -1)[1], headers);
            requests.add(request);
            script.answer(request, out);
            out.flush();
        } catch (Exception e) {
            // the client has gone, or shall think so
        }
    }

    /** The beginning of an answer. */
    static void head(OutputStream out, int status, String... headers) throws IOException {
        String text = "HTTP/1.1 " + status + " Told\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A whole and honest answer to the request, also to one for a part of this version. */
    static void honest(Request request, OutputStream out, byte[] file, String tag) throws IOException {
        send(request, out, file, tag, Integer.MAX_VALUE);
    }

    /** An honest head, and a body that ends after some bytes. */
    static void send(Request request, OutputStream out, byte[] file, String tag, int most) throws IOException {
        String condition = request.headers().getOrDefault("if-range", tag);
        int offset = condition.equals(tag) ? request.offset() : 0;
        int length = file.length - offset;
        if (offset > 0) {
            head(
                    out,
                    206,
                    "ETag: " + tag,
                    "Content-Length: " + length,
                    "Content-Range: bytes " + offset + "-" + (file.length - 1) + "/" + file.length);
        } else {
            head(out, 200, "ETag: " + tag, "Content-Length: " + length);
        }
        out.write(file, offset, Math.min(length, most));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
