package dev.sdpoint.engine.download;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proxies that environment variables name, as curl and most programs of Linux read them and Java does not: {@code https_proxy} or {@code
 * http_proxy} by the scheme of an address, else {@code all_proxy}, but none for the hosts of {@code no_proxy}; in small letters or, if
 * there are none, in capitals. Hosts of this machine are never asked through a proxy.
 */
final class ProxyVariables {
    private static final int USUAL_PORT = 80;
    private static final int MOST_PORT = 65_535;
    private static final String EVERYTHING = "*";

    /**
     * Not read as a {@link URI}: that knows no underscore in a host, which containers have, and takes what comes before a slash in a
     * password for the host. So an {@code @} may be at the end of the login alone.
     */
    private static final Pattern PROXY = Pattern.compile("(?i)http://(?:(?<login>[^/?#@]*)@)?"
            + "(?<host>[a-z0-9_][a-z0-9._-]*|\\[[0-9a-f:.]+])(?::(?<port>\\d{0,5}))?(?:[/?#][^@]*)?");

    private final Map<String, String> environment;

    /** @param environment variables by name */
    ProxyVariables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * A proxy.
     *
     * @param variable that names it
     * @param login what it is to be told, if the variable says so
     */
    record NamedProxy(String variable, InetSocketAddress address, Optional<PasswordAuthentication> login) {
        /** Host and port. */
        String place() {
            return address.getHostString() + ":" + address.getPort();
        }
    }

    /** Whether any variable names a proxy together with a name or password for it. */
    boolean withLogins() {
        return Stream.of("https_proxy", "http_proxy", "all_proxy")
                .flatMap(name -> value(name).stream())
                .anyMatch(value -> value.text().contains("@"));
    }

    /**
     * The proxy for an address; empty where no variable names one.
     *
     * @throws DownloadException if a variable names what cannot be used
     */
    Optional<NamedProxy> proxy(URI uri) throws DownloadException {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        Optional<Value> value = value(scheme + "_proxy").or(() -> value("all_proxy"));
        if (value.isEmpty() || direct(uri)) {
            return Optional.empty();
        }
        return Optional.of(parsed(value.get()));
    }

    private record Value(String variable, String text) {}

    private Optional<Value> value(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .map(variable -> new Value(
                        variable, environment.getOrDefault(variable, "").strip()))
                .findFirst();
    }

    private static NamedProxy parsed(Value value) throws DownloadException {
        String text = value.text().contains("://") ? value.text() : "http://" + value.text();
        Matcher parts = PROXY.matcher(text);
        if (!parts.matches()) {
            throw unusable(value);
        }
        Optional<String> login = Optional.ofNullable(parts.group("login"));
        String port = Optional.ofNullable(parts.group("port")).orElse("");
        int number = port.isEmpty() ? USUAL_PORT : Integer.parseInt(port);
        if (number < 1 || number > MOST_PORT) {
            throw unusable(value);
        }
        try {
            return new NamedProxy(
                    value.variable(),
                    InetSocketAddress.createUnresolved(parts.group("host"), number),
                    login.isEmpty() ? Optional.empty() : Optional.of(login(login.get())));
        } catch (URISyntaxException e) {
            throw unusable(value);
        }
    }

    private static DownloadException unusable(Value value) {
        int at = value.text().lastIndexOf('@');
        String shown = at < 0 ? value.text() : "…" + value.text().substring(at); // no password in a message
        return new DownloadException("The environment variable " + value.variable() + " names the proxy '" + shown
                + "', which cannot be used here. "
                + (at < 0 ? "" : "In its name and password write / as %2F, ? as %3F, # as %23 and @ as %40. ")
                + "Set it to an address like http://host:3128 and start again.");
    }

    private static PasswordAuthentication login(String written) throws URISyntaxException {
        String told = String.valueOf(new URI("http://" + written + "@host").getUserInfo());
        int colon = told.indexOf(':');
        String name = colon < 0 ? told : told.substring(0, colon);
        return new PasswordAuthentication(
                name, told.substring(name.length()).replaceFirst(":", "").toCharArray());
    }

    private boolean direct(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return true;
        }
        List<String> exceptions = value("no_proxy")
                .map(value ->
                        Arrays.asList(value.text().toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .orElse(List.of());
        return exceptions.stream().anyMatch(exception -> covers(exception, host, port(uri)));
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** Whether an entry of {@code no_proxy}, such as {@code .lab.org} or {@code lab.org:8080}, means a host. */
    private static boolean covers(String exception, String host, int port) {
        int colon = exception.indexOf(':');
        if (colon >= 0 && !exception.substring(colon + 1).equals(Integer.toString(port))) {
            return false;
        }
        String name = (colon < 0 ? exception : exception.substring(0, colon)).replaceFirst("^\\*?\\.", "");
        return name.equals(EVERYTHING) || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)));
    }
}
