package dev.sdpoint.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxyVariablesTest {
    private static final String NONE = "none";

    private static String place(Map<String, String> environment, String address) throws DownloadException {
        return new ProxyVariables(environment)
                .proxy(URI.create(address))
                .map(ProxyVariables.NamedProxy::place)
                .orElse(NONE);
    }

    @Test
    void goByTheSchemeAndElseToTheOneForAll() throws Exception {
        Map<String, String> both =
                Map.of("https_proxy", "http://one:3128/", "http_proxy", "two:8080", "all_proxy", "three");
        assertThat(place(both, "https://a.org/x")).isEqualTo("one:3128");
        assertThat(place(both, "http://a.org/x")).isEqualTo("two:8080");
        assertThat(place(Map.of("ALL_PROXY", "three"), "https://a.org/x")).isEqualTo("three:80");
        assertThat(place(Map.of("https_proxy", " "), "https://a.org/x")).isEqualTo(NONE);
        assertThat(place(Map.of("HTTPS_PROXY", "big:1", "https_proxy", "small:2"), "https://a.org/x"))
                .isEqualTo("small:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                      | https://a.org         | true",
                "a.org                  | https://a.org         | true",
                "a.org                  | https://sub.a.org     | true",
                ".a.org,  b.org         | https://sub.a.org     | true",
                "*.a.org                | https://sub.a.org     | true",
                "b.org .A.org           | https://sub.a.org     | true",
                "a.org:8443             | https://a.org:8443    | true",
                "a.org:443              | https://a.org         | true",
                "a.org:8443             | https://a.org         | false",
                "a.org                  | https://bora.org      | false",
                "sub.a.org              | https://a.org         | false",
                ",                      | https://a.org         | false",
                "b.org                  | http://localhost:8080 | true",
                "b.org                  | http://127.0.0.1:8080 | true",
                "b.org                  | http://[::1]:8080     | true",
            })
    void leaveOutTheHostsOfNoProxyAndThisMachine(String exceptions, String address, boolean direct) throws Exception {
        Map<String, String> environment = Map.of("all_proxy", "p:1", "no_proxy", exceptions);
        assertThat(place(environment, address)).isEqualTo(direct ? NONE : "p:1");
    }

    @Test
    void tellNameAndPassword() throws Exception {
        ProxyVariables variables = new ProxyVariables(Map.of("https_proxy", "http://me%40lab:a%3Ab:c@p:1"));
        assertThat(variables.withLogins()).isTrue();
        var login = variables
                .proxy(URI.create("https://a.org"))
                .flatMap(ProxyVariables.NamedProxy::login)
                .orElseThrow();
        assertThat(login.getUserName()).isEqualTo("me@lab");
        assertThat(login.getPassword()).containsExactly("a:b:c".toCharArray());
        assertThat(new ProxyVariables(Map.of("https_proxy", "p:1")).withLogins())
                .isFalse();
    }

    @Test
    void sayHowToWriteAPasswordWithASlash() {
        assertThatThrownBy(() -> place(Map.of("https_proxy", "http://me:12/secret@p:1"), "https://a.org"))
                .hasMessageContaining("names the proxy '…@p:1'")
                .hasMessageContaining("/ as %2F, ? as %3F, # as %23 and @ as %40");
    }

    @Test
    void nameHostsAsContainersAreCalled() throws Exception {
        assertThat(place(Map.of("https_proxy", "http://my_proxy:3128"), "https://a.org"))
                .isEqualTo("my_proxy:3128");
        assertThat(place(Map.of("https_proxy", "http://[::1]:3128"), "https://a.org"))
                .isEqualTo("[::1]:3128");
        var login = new ProxyVariables(Map.of("https_proxy", "me:a%2Fb@my_proxy"))
                .proxy(URI.create("https://a.org"))
                .flatMap(ProxyVariables.NamedProxy::login)
                .orElseThrow();
        assertThat(login.getUserName()).isEqualTo("me");
        assertThat(login.getPassword()).containsExactly("a/b".toCharArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://p:1",
                "https://p:1",
                "http://",
                "http://p q:1",
                "p:99999",
                "p:0",
                "http://me:secret@p q:1",
                "http://me:12/secret@p:1",
                "http://me:secr/et@p:1",
                "http://me:12?secret@p:1",
                "http://me:secr#et@p:1",
                "http://me:secr@et@p:1",
                "me:secr/et@p:1",
                "http://me:secr@et/@p:1"
            })
    void sayWhatCannotBeUsedWithoutAPassword(String value) {
        assertThatThrownBy(() -> place(Map.of("https_proxy", value), "https://a.org"))
                .isInstanceOf(DownloadException.class)
                .hasMessageStartingWith("The environment variable https_proxy names the proxy '")
                .hasMessageEndingWith("start again.")
                .hasMessageNotContainingAny("secr", "me:", "et@", "et/");
    }
}
