package dev.sdpoint.engine.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a data set comes from. */
public sealed interface Source {
    /**
     * A file on a server.
     *
     * @param uri http or https, with a host
     */
    record Address(URI uri) implements Source {}

    /**
     * On this machine already.
     *
     * @param path the archive, or a folder that it was unpacked to; stays as it is
     */
    record Existing(Path path) implements Source {}

    /** Where its authors publish it. */
    static Source official(DataArchive archive) {
        return new Address(archive.address());
    }

    /**
     * A mirror that a person knows.
     *
     * @param typed the address of the file, or of the folder it lies in when it ends with a slash; blank is the official one
     * @throws DownloadException if it is no address that can be fetched
     */
    static Source mirror(DataArchive archive, String typed) throws DownloadException {
        String text = typed.strip();
        if (text.isEmpty()) {
            return official(archive);
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
                return new Address(text.endsWith("/") ? new URI(text + archive.fileName()) : uri);
            }
        } catch (URISyntaxException e) {
            throw new DownloadException(refusal(archive, text), e);
        }
        throw new DownloadException(refusal(archive, text));
    }

    private static String refusal(DataArchive archive, String text) {
        return "'" + text + "' is no address to download from. It must begin with https:// or http:// and name "
                + archive.fileName() + " or, with a slash at the end, the folder it lies in.";
    }
}
