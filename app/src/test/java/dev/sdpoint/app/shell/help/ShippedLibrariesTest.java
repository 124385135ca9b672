package dev.sdpoint.app.shell.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the build finds out about libraries and licences, against what the program says of them. */
class ShippedLibrariesTest {
    /** Licences under which something may be shipped with a program under the Apache License 2.0; of several, one is enough. */
    private static final List<Pattern> ACCEPTED = List.of(
            accepted("(the )?apache(-| software)?( license)?(,| version| v)?.*2(\\.0)?"),
            accepted("mit( license)?"),
            accepted("(the )?(3-clause )?bsd( 3-clause)?( license)?"),
            accepted("bsd-2-clause"),
            accepted("eclipse public license( - v 2\\.0)?"),
            accepted("gnu lesser general public licen[cs]e"),
            accepted("lgpl-2\\.1-or-later"),
            // with the exception that allows linking
            accepted("gplv2\\+ce|gplv2 with classpath exception"),
            accepted("gnu general public license, version 2, with the classpath exception"));

    @Test
    void theBuildListsEveryKindOfLibrary() throws IOException {
        List<String> names = Library.all().stream().map(Library::name).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(60)
                .contains(
                        "org.deeplearning4j:deeplearning4j-nn",
                        "org.openjfx:javafx-graphics",
                        "org.xerial:sqlite-jdbc",
                        "ch.qos.logback:logback-classic");
        assertThat(names)
                .as("libraries of tests are not shipped")
                .noneMatch(name -> name.contains("junit") || name.contains("assertj"));
    }

    @Test
    void everyLibraryMayBeShipped() throws IOException {
        assertThat(Library.all())
                .allSatisfy(library -> assertThat(library.licences())
                        .as(library.name())
                        .anyMatch(licence -> ACCEPTED.stream()
                                .anyMatch(pattern -> pattern.matcher(licence).matches())));
    }

    @Test
    void aLicenceThatForbidsItWouldBeNoticed() {
        assertThat(List.of("GPL-3.0", "GNU General Public License", "Proprietary", "AGPL-3.0", "SSPL"))
                .allSatisfy(licence -> assertThat(ACCEPTED)
                        .noneMatch(pattern -> pattern.matcher(licence).matches()));
    }

    @Test
    void everyLibraryOfTheListIsInTheNotices() throws IOException {
        String notices = Legal.notices();
        assertThat(Library.all()).allSatisfy(library -> {
            String jar = library.name().substring(library.name().indexOf(':') + 1);
            assertThat(notices).containsPattern("(?m)(^|, )" + Pattern.quote(jar) + "( |,|$)");
        });
    }

    @Test
    void theProgramsOwnLicenceIsTheWholeApacheLicence() throws IOException {
        String licence = Legal.licence();
        assertThat(licence)
                .contains("Apache License")
                .contains("Version 2.0, January 2004")
                .contains("END OF TERMS AND CONDITIONS");
        assertThat(Files.readString(Path.of("../LICENSE"))).isEqualTo(licence);
    }

    @Test
    void aLineWithoutItsFieldsIsRefused() {
        assertThatThrownBy(() -> Library.parse("only a name"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only a name");
        assertThat(Library.parse("a:b\t1.0\tX|  Y \t").licences()).containsExactly("X", "Y");
    }

    private static Pattern accepted(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
