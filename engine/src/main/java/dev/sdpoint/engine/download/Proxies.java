package dev.sdpoint.engine.download;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way out of this network: the proxy that Java was told of on its command line, else the one of the environment variables, else the
 * one of the system's settings. May be used by any thread.
 */
final class Proxies extends ProxySelector {
    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";
    private static final String REFUSED_LOGINS = "jdk.http.auth.tunneling.disabledSchemes";
    private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d+)");
    private static final int LOGIN_WANTED = 407;

    /** Whether the command line says which way to go; looked up before this class says something itself. */
    private static final boolean TOLD = Stream.of("http.proxyHost", "https.proxyHost", SYSTEM_PROXIES)
            .anyMatch(name -> System.getProperty(name) != null);

    private final ProxyVariables variables;
    private final Lookup lookup;
    private final Optional<ProxySelector> otherwise;

    /** Finds the number of a host. */
    interface Lookup {
        InetAddress find(String host) throws UnknownHostException;
    }

    /** @param environment variables by name */
    Proxies(Map<String, String> environment) {
        this(environment, InetAddress::getByName);
    }

    Proxies(Map<String, String> environment, Lookup lookup) {
        this.lookup = lookup;
        variables = new ProxyVariables(TOLD ? Map.of() : environment);
        if (System.getProperty(SYSTEM_PROXIES) == null) {
            System.setProperty(SYSTEM_PROXIES, "true"); // read once, when Java first asks for a proxy
        }
        if (variables.withLogins() && System.getProperty(REFUSED_LOGINS) == null) {
            System.setProperty(REFUSED_LOGINS, ""); // who writes a password into the variable wants it to be told
        }
        otherwise = Optional.ofNullable(ProxySelector.getDefault()); // none where that was switched off
    }

    /** Has a client go these ways. */
    HttpClient.Builder applyTo(HttpClient.Builder builder) {
        return variables.withLogins() ? builder.proxy(this).authenticator(new Login()) : builder.proxy(this);
    }

    /**
     * Looks whether the way to an address is clear.
     *
     * @throws DownloadException if a variable names what cannot be used
     * @throws TryAgain if the proxy's host is not known to this network
     */
    void check(URI uri) throws DownloadException, TryAgain {
        Optional<ProxyVariables.NamedProxy> proxy = variables.proxy(uri);
        if (proxy.isPresent()) {
            try {
                InetSocketAddress unused = address(proxy.get());
            } catch (UnknownHostException e) {
                throw unreachable(proxy.get());
            }
        }
    }

    /**
     * Java's client makes an address of the proxy's name, and addresses know no underscore, as in the names of containers; a name that it
     * cannot take is looked up here, and the client gets the number.
     */
    private InetSocketAddress address(ProxyVariables.NamedProxy proxy) throws UnknownHostException {
        InetSocketAddress named = proxy.address();
        String host = named.getHostString();
        if (URI.create("http://" + host).getHost() != null) {
            return named;
        }
        InetAddress found = lookup.find(host);
        return new InetSocketAddress(InetAddress.getByAddress(found.getAddress()), named.getPort());
    }

    private static TryAgain unreachable(ProxyVariables.NamedProxy proxy) {
        return new TryAgain(
                "the proxy " + proxy.place() + ", which the variable " + proxy.variable() + " names, cannot be reached",
                Duration.ZERO);
    }

    /**
     * Tells a proxy's trouble from that of the server behind it.
     *
     * @return the problem that it was, or a better one
     * @throws DownloadException if it will not pass
     */
    IOException explained(IOException problem, URI uri) throws DownloadException {
        Optional<ProxyVariables.NamedProxy> proxy = variables.proxy(uri);
        String message = String.valueOf(problem.getMessage());
        Matcher refused = NO_TUNNEL.matcher(message);
        if (refused.find()) {
            int status = Integer.parseInt(refused.group(1));
            if (status == LOGIN_WANTED) {
                throw Refusals.login();
            }
            return new TryAgain(
                    "the proxy of this network does not connect to " + uri.getHost() + " (HTTP " + status + ")",
                    Duration.ZERO);
        }
        if (proxy.isPresent() && message.contains("authentication attempts")) {
            throw Refusals.login();
        }
        if (proxy.isPresent() && problem instanceof ConnectException) {
            return unreachable(proxy.get());
        }
        return problem;
    }

    @Override
    public List<Proxy> select(@Nullable URI uri) {
        if (uri == null) {
            throw new IllegalArgumentException("An address is needed.");
        }
        Optional<ProxyVariables.NamedProxy> named = named(uri);
        if (named.isEmpty()) {
            return otherwise.map(selector -> selector.select(uri)).orElse(List.of(Proxy.NO_PROXY));
        }
        try {
            return List.of(new Proxy(Proxy.Type.HTTP, address(named.get())));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address that was not checked: " + uri, e);
        }
    }

    private Optional<ProxyVariables.NamedProxy> named(URI uri) {
        try {
            return variables.proxy(uri);
        } catch (DownloadException e) {
            throw new IllegalStateException("An address that was not checked: " + uri, e);
        }
    }

    @Override
    public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException problem) {
        // whoever asked hears of it
    }

    /** Tells a proxy the name and password of its variable, and nobody else. */
    private final class Login extends Authenticator {
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return null;
            }
            return named(URI.create(getRequestingURL().toString()))
                    .flatMap(ProxyVariables.NamedProxy::login)
                    .orElse(null);
        }
    }
}
