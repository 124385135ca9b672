package dev.sdpoint.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guide as it was read.
 *
 * @param blocks from top to bottom
 */
record GuideText(List<Block> blocks) {
    GuideText {
        blocks = List.copyOf(blocks);
    }

    /** All headings, from top to bottom. */
    List<Block.Heading> headings() {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .toList();
    }

    /**
     * The anchor of the section about a thing.
     *
     * @param title such as "Budget", which a heading says alone or before a colon
     */
    Optional<String> sectionOf(String title) {
        return headings().stream()
                .filter(heading -> heading.words().text().equals(title)
                        || heading.words().text().startsWith(title + ":"))
                .map(Block.Heading::anchor)
                .findFirst();
    }

    /** All that is text, in reading order: each heading, paragraph, cell, and block of code is a passage. */
    List<String> passages() {
        List<String> passages = new ArrayList<>();
        collect(blocks, passages);
        return List.copyOf(passages);
    }

    private static void collect(List<Block> blocks, List<String> passages) {
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                passages.add(heading.words().text());
            } else if (block instanceof Block.Paragraph paragraph) {
                passages.add(paragraph.words().text());
            } else if (block instanceof Block.Code code) {
                passages.add(code.text());
            } else if (block instanceof Block.Items items) {
                items.items().forEach(item -> collect(item, passages));
            } else if (block instanceof Block.Quote quote) {
                collect(quote.blocks(), passages);
            } else if (block instanceof Block.Table table) {
                table.head().forEach(cell -> passages.add(cell.text()));
                table.rows().forEach(row -> row.forEach(cell -> passages.add(cell.text())));
            }
        }
    }
}
