package dev.sdpoint.app.guide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes nodes of what was read. JavaFX thread only. */
final class PageBuilder {
    private static final String BULLET = "•";

    private final Consumer<String> links;
    private final List<PassageView> passages = new ArrayList<>();
    private final Map<String, Node> anchors = new HashMap<>();

    /**
     * The nodes of a guide.
     *
     * @param blocks one node for each block of the guide
     * @param passages in the order of {@link GuideText#passages()}
     * @param anchors headings by their anchors
     */
    record Built(List<Node> blocks, List<PassageView> passages, Map<String, Node> anchors) {}

    private PageBuilder(Consumer<String> links) {
        this.links = links;
    }

    /**
     * The nodes of a guide.
     *
     * @param links takes the link that a reader follows
     */
    static Built build(GuideText text, Consumer<String> links) {
        PageBuilder builder = new PageBuilder(links);
        List<Node> blocks = builder.nodes(text.blocks());
        return new Built(blocks, List.copyOf(builder.passages), Map.copyOf(builder.anchors));
    }

    private List<Node> nodes(List<Block> blocks) {
        return blocks.stream().map(this::node).toList();
    }

    private Node node(Block block) {
        if (block instanceof Block.Heading heading) {
            PassageView passage = passage(heading.words(), "guide-heading-" + Math.min(4, heading.level()));
            anchors.put(heading.anchor(), passage);
            return passage;
        }
        if (block instanceof Block.Paragraph paragraph) {
            return passage(paragraph.words(), "guide-paragraph");
        }
        if (block instanceof Block.Code code) {
            Words words = new Words(List.of(new Words.Run(code.text(), EnumSet.of(Words.Look.CODE), "")));
            return passage(words, "guide-lines");
        }
        if (block instanceof Block.Items items) {
            return items(items);
        }
        if (block instanceof Block.Table table) {
            return table(table);
        }
        if (block instanceof Block.Picture picture) {
            return new PicturePane(picture);
        }
        if (block instanceof Block.Quote quote) {
            return column("guide-quote", nodes(quote.blocks()));
        }
        return column("divider", List.of());
    }

    private Node items(Block.Items items) {
        List<Node> rows = new ArrayList<>();
        int number = items.first();
        for (List<Block> item : items.items()) {
            Label mark = new Label(items.first() == 0 ? BULLET : number + ".");
            mark.getStyleClass().add("guide-bullet");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox body = column("guide-item", nodes(item));
            HBox.setHgrow(body, Priority.ALWAYS);
            rows.add(new HBox(mark, body));
            number++;
        }
        return column("guide-items", rows);
    }

    private Node table(Block.Table table) {
        List<List<Region>> rows = new ArrayList<>();
        // A head without words is Markdown's way to have none.
        boolean headed = table.head().stream().anyMatch(cell -> !cell.text().isBlank());
        List<Region> head = row(table.head(), Set.of("guide-cell", "guide-head"));
        if (headed) {
            rows.add(head);
        }
        table.rows().forEach(row -> rows.add(row(row, Set.of("guide-cell"))));
        return new TablePane(rows);
    }

    private List<Region> row(List<Words> cells, Set<String> styles) {
        return cells.stream()
                .<Region>map(cell -> {
                    VBox box = new VBox(passage(cell, "guide-cell-text"));
                    box.getStyleClass().addAll(styles);
                    box.setMinWidth(0);
                    return box;
                })
                .toList();
    }

    private PassageView passage(Words words, String style) {
        PassageView passage = new PassageView(words, style, links);
        passages.add(passage);
        return passage;
    }

    private static VBox column(String style, List<Node> nodes) {
        VBox column = new VBox();
        column.getStyleClass().add(style);
        column.getChildren().setAll(nodes);
        column.setMinWidth(0);
        return column;
    }
}
