package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThirdPartyNoticesTest {
    private static final Path NOTICES = Path.of("src/main/legal/THIRD-PARTY-NOTICES.txt");
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");
    /** Modules of this project, which a whole build packs into jars before this test, or takes from the Maven repository. */
    private static final Pattern OURS = Pattern.compile("dev/sdpoint/|/target/[^/]+\\.jar$");
    /** Folders of the Maven repository from which only tests and compilers take libraries. */
    private static final Pattern TESTS = Pattern.compile(
            ".*/(org/junit|org/osgi|org/assertj|org/hamcrest|org/opentest4j|org/apiguardian|net/bytebuddy|com/tngtech|org/jacoco|org/apache/maven)[/-].*");

    @Test
    void everyLibraryThatIsShippedIsNamed() throws Exception {
        String notices = Files.readString(NOTICES);
        List<String> shipped = Stream.of(
                        System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(path -> path.replace('\\', '/'))
                .filter(path -> path.endsWith(".jar") && !OURS.matcher(path).find())
                .filter(path -> !TESTS.matcher(path).matches() && !path.contains("/testfx-"))
                .map(path -> Path.of(path).getFileName().toString())
                .map(name -> JAR.matcher(name))
                .filter(jar -> jar.matches())
                .map(jar -> jar.group(1))
                // openblas has a version inside its name
                .map(name -> name.replaceFirst("-\\d.*", ""))
                .distinct()
                .toList();

        assertThat(shipped).contains("jfreechart", "imageio-jpeg", "nd4j-native");
        assertThat(shipped)
                .allSatisfy(name -> assertThat(notices)
                        .as("%s in %s", name, NOTICES)
                        .containsPattern("(?m)(^|, )" + Pattern.quote(name) + "( |,|$)"));
    }
}
