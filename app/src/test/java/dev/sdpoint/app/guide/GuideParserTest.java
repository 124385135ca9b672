package dev.sdpoint.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.guide.Words.Look;
import dev.sdpoint.app.guide.Words.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuideParserTest {
    private static final Block.Picture PICTURE = new Block.Picture("l", "d", 4, 3, "Budget");

    @Test
    void headingsAreNamedAsOnGitHub() {
        GuideText text =
                read("# User guide\n\n## Budget: what *it* costs\n\n### Cost–error, 95 %\n\n## Keys_2\n\n## Keys_2");
        assertThat(text.headings())
                .extracting(Block.Heading::anchor)
                .containsExactly("user-guide", "budget-what-it-costs", "costerror-95-", "keys_2", "keys_2-1");
        assertThat(text.headings()).extracting(Block.Heading::level).containsExactly(1, 2, 3, 2, 2);
    }

    @Test
    void runsKeepTheirLooksAndLinks() {
        assertThat(read("A **bold *both* word**, `code`\nand [a `c` link](#x).").blocks())
                .containsExactly(new Block.Paragraph(new Words(List.of(
                        run("A "),
                        run("bold ", Look.STRONG),
                        run("both", Look.STRONG, Look.EMPHASIS),
                        run(" word", Look.STRONG),
                        run(", "),
                        run("code", Look.CODE),
                        run(" and "),
                        new Run("a ", Set.of(), "#x"),
                        new Run("c", Set.of(Look.CODE), "#x"),
                        new Run(" link", Set.of(), "#x"),
                        run(".")))));
    }

    @Test
    void listsHoldBlocksAndNumbers() {
        GuideText text = read("- one\n  goes on\n- two\n\n  more\n  - inner\n\n3. three\n4. four");
        assertThat(text.blocks())
                .containsExactly(
                        new Block.Items(
                                List.of(
                                        List.of(paragraph("one goes on")),
                                        List.of(
                                                paragraph("two"),
                                                paragraph("more"),
                                                new Block.Items(List.of(List.of(paragraph("inner"))), 0))),
                                0),
                        new Block.Items(List.of(List.of(paragraph("three")), List.of(paragraph("four"))), 3));
        assertThat(text.passages()).containsExactly("one goes on", "two", "more", "inner", "three", "four");
    }

    @Test
    void tablesHaveAHeadAndRows() {
        GuideText text = read("| a | b |\n|---|---|\n| 1 | **2** |\n| 3 | |");
        Block.Table table = (Block.Table) text.blocks().get(0);
        assertThat(table.head()).extracting(Words::text).containsExactly("a", "b");
        assertThat(table.rows()).hasSize(2);
        assertThat(text.passages()).containsExactly("a", "b", "1", "2", "3", "");
    }

    @Test
    void picturesStandOnLinesOfTheirOwnAndMissingOnesAreDescribed() {
        assertThat(read("Before ![Budget](there.png) after").blocks())
                .containsExactly(paragraph("Before "), PICTURE, paragraph(" after"));
        assertThat(read("![The *big* slider](missing.png)").blocks()).containsExactly(paragraph("The big slider"));
    }

    @Test
    void whatIsNotKnownStaysText() {
        assertThat(read("<details>x</details>\n\n> quoted\n\n---\n\n```sh\n./sdpoint  --help\n```\n\na<br>b  \nc")
                        .blocks())
                .containsExactly(
                        paragraph("<details>x</details>"),
                        new Block.Quote(List.of(paragraph("quoted"))),
                        new Block.Rule(),
                        new Block.Code("./sdpoint  --help"),
                        paragraph("a<br>b\nc"));
    }

    @Test
    void aPlaceHasTheSectionThatBeginsWithItsName() {
        GuideText text = read("# Budget guide\n\n## Budget: costs\n\n## Keys");
        assertThat(text.sectionOf("Budget")).contains("budget-costs");
        assertThat(text.sectionOf("Keys")).contains("keys");
        assertThat(text.sectionOf("Key")).isEmpty();
    }

    private static GuideText read(String markdown) {
        return GuideParser.read(
                markdown, (file, words) -> file.equals("there.png") ? Optional.of(PICTURE) : Optional.empty());
    }

    private static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(new Words(List.of(run(text))));
    }

    private static Run run(String text, Look... looks) {
        return new Run(text, Set.of(looks), "");
    }
}
