package dev.sdpoint.app.guide;

import java.util.List;

/** A part of the guide that begins on a line of its own. */
sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 for the title, 2 for a section, 3 for a part of one
     * @param anchor what links call it, unique in the guide
     */
    record Heading(int level, Words words, String anchor) implements Block {}

    /** Flowing text. */
    record Paragraph(Words words) implements Block {}

    /** Lines as they are typed. */
    record Code(String text) implements Block {}

    /**
     * A list.
     *
     * @param items what each is made of
     * @param first number of the first item; 0 if they have no numbers
     */
    record Items(List<List<Block>> items, int first) implements Block {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** A table; rows have as many cells as the head. */
    record Table(List<Words> head, List<List<Words>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture of the window.
     *
     * @param light where the picture for the light theme is, as JavaFX takes it
     * @param dark the same for the dark theme; that of the light one if there is no other
     * @param width of both, in pixels
     * @param height of both, in pixels
     * @param description for who cannot see it
     */
    record Picture(String light, String dark, int width, int height, String description) implements Block {}

    /** What somebody else says, or a remark. */
    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** A line across. */
    record Rule() implements Block {}
}
