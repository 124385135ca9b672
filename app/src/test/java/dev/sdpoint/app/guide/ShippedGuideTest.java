package dev.sdpoint.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.PlaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide that is shipped, against what it refers to. */
class ShippedGuideTest {
    private static final Path SOURCE = Path.of("../docs/guide/README.md");
    private static final Path PICTURES = Path.of("../docs/pictures");
    private static final Pattern MARKDOWN = Pattern.compile("!\\[|\\]\\(|\\*\\*|(?<!\\S)\\*\\w|\\|---");

    private final GuideText text = GuideSource.read("en");

    ShippedGuideTest() throws IOException {}

    @Test
    void theBuildTakesTheGuideOfTheDocumentation() throws IOException {
        try (var in = Objects.requireNonNull(ShippedGuideTest.class.getResourceAsStream("README.md"))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(SOURCE));
        }
    }

    @Test
    void aLanguageWithoutATranslationReadsEnglish() throws IOException {
        assertThat(GuideSource.read("tlh")).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceHasASection(PlaceId place) {
        assertThat(text.sectionOf(place.title())).isPresent();
    }

    @Test
    void everyLinkLeadsToAHeadingOrToTheWeb() {
        List<String> anchors = text.headings().stream()
                .map(Block.Heading::anchor)
                .map(anchor -> "#" + anchor)
                .toList();
        assertThat(anchors).doesNotHaveDuplicates();
        List<String> links = new ArrayList<>();
        text.blocks()
                .forEach(block -> words(block)
                        .forEach(words -> words.runs().stream()
                                .map(Words.Run::link)
                                .filter(link -> !link.isEmpty())
                                .forEach(links::add)));
        assertThat(links)
                .hasSizeGreaterThan(10)
                .allSatisfy(link -> assertThat(GuideInteractor.isOfTheWeb(link) || anchors.contains(link))
                        .as(link)
                        .isTrue());
    }

    @Test
    void everyPictureIsThereInBothThemesAndNoOtherIsShipped() throws IOException {
        List<Block.Picture> pictures = text.blocks().stream()
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .toList();
        long named = Files.readString(SOURCE)
                .lines()
                .filter(line -> line.startsWith("!["))
                .count();
        assertThat(pictures).hasSize((int) named).allSatisfy(picture -> {
            assertThat(picture.light()).endsWith("-light.png");
            assertThat(picture.dark()).endsWith("-dark.png");
            assertThat(picture.width()).isBetween(1_000, 4_000);
            assertThat(picture.height()).isBetween(500, 3_000);
            assertThat(picture.description()).isNotBlank();
        });
        TreeSet<String> shown = new TreeSet<>();
        pictures.forEach(picture -> Stream.of(picture.light(), picture.dark())
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .forEach(shown::add));
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void nothingOfMarkdownIsLeftInTheText() {
        assertThat(text.passages())
                .noneMatch(passage -> MARKDOWN.matcher(passage).find());
    }

    private static List<Words> words(Block block) {
        if (block instanceof Block.Heading heading) {
            return List.of(heading.words());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return List.of(paragraph.words());
        }
        if (block instanceof Block.Items items) {
            return items.items().stream()
                    .flatMap(List::stream)
                    .flatMap(inner -> words(inner).stream())
                    .toList();
        }
        if (block instanceof Block.Quote quote) {
            return quote.blocks().stream()
                    .flatMap(inner -> words(inner).stream())
                    .toList();
        }
        if (block instanceof Block.Table table) {
            return Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream))
                    .toList();
        }
        return List.of();
    }
}
