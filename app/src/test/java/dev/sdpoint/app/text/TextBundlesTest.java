package dev.sdpoint.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles against the sources that use them. */
class TextBundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String ROOMS = "dev.sdpoint.app";

    /** Bundles by the folder of their package below the resources. */
    private static Map<Path, Properties> bundles() throws IOException {
        Map<Path, Properties> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(f -> f.endsWith("texts.properties")).toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                bundles.put(RESOURCES.relativize(file).getParent(), texts);
            }
        }
        return bundles;
    }

    /** Keys by the folder of the package that asks for them. */
    private static Map<Path, Set<String>> asked() throws IOException {
        Path sources = SOURCES.toAbsolutePath();
        return SourceTexts.of(ROOMS).keys().stream()
                .collect(Collectors.groupingBy(
                        key -> sources.relativize(key.folder()),
                        TreeMap::new,
                        Collectors.mapping(SourceTexts.Key::name, Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void everyTextIsAskedForAndEveryKeyHasAText() throws IOException {
        Map<Path, Set<String>> there = new TreeMap<>();
        bundles().forEach((folder, texts) -> there.put(folder, new TreeSet<>(texts.stringPropertyNames())));
        assertThat(asked()).isEqualTo(there);
    }

    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        for (Path folder : bundles().keySet()) {
            List<String> keys = Files.readAllLines(RESOURCES.resolve(folder).resolve("texts.properties")).stream()
                    .filter(line -> line.matches("[a-zA-Z].*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as("%s", folder).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPatternCanBeFormatted() throws IOException {
        bundles()
                .forEach((folder, texts) -> texts.forEach((key, text) -> {
                    if (text.toString().contains("{")) {
                        assertThatCode(() -> new MessageFormat(text.toString(), Locale.ROOT)
                                        .format(new Object[] {1, 1, 1, 1, 1, 1}))
                                .as("%s: %s", folder, key)
                                .doesNotThrowAnyException();
                        assertThat(text.toString().replace("''", ""))
                                .as("an apostrophe of %s: %s is written twice", folder, key)
                                .doesNotContain("'");
                    }
                }));
    }

    /** Some end with a full stop and some do not; Sentence or FullStop makes them fit what the text has around them. */
    @Test
    void noMessageOfAnExceptionIsPutIntoATextAsItIs() throws IOException {
        assertThat(SourceTexts.of(ROOMS).messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis",
                "budget",
                "chart",
                "concurrent",
                "figure",
                "files",
                "gallery",
                "guide",
                "library",
                "runs",
                "shell",
                "study",
                "theme",
                "train",
                "workspace"
            })
    void noWordsForAPersonStandInTheCode(String room) throws IOException {
        assertThat(SourceTexts.of(ROOMS + "." + room).words()).isEmpty();
    }
}
