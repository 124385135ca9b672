package dev.sdpoint.app.guide;

import dev.sdpoint.app.guide.Words.Look;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Reads Markdown. Whatever it does not know is kept as text, so that nothing of a guide is lost. */
final class GuideParser {
    private static final Set<Look> PLAIN = EnumSet.noneOf(Look.class);

    private final BiFunction<String, String, Optional<Block.Picture>> pictures;
    private final Anchors anchors = new Anchors();

    private GuideParser(BiFunction<String, String, Optional<Block.Picture>> pictures) {
        this.pictures = pictures;
    }

    /**
     * Reads a guide.
     *
     * @param markdown CommonMark with tables
     * @param pictures finds a picture by its file as the text names it, and its description; where there is none the description is shown
     */
    static GuideText read(String markdown, BiFunction<String, String, Optional<Block.Picture>> pictures) {
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        return new GuideText(new GuideParser(pictures).blocks(document));
    }

    private List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node : children(parent)) {
            add(node, blocks);
        }
        return blocks;
    }

    private void add(Node node, List<Block> blocks) {
        if (node instanceof Heading heading) {
            Words words = WordsReader.words(children(heading));
            blocks.add(new Block.Heading(heading.getLevel(), words, anchors.of(words.text())));
        } else if (node instanceof Paragraph) {
            paragraph(node, blocks);
        } else if (node instanceof BulletList) {
            blocks.add(new Block.Items(items(node), 0));
        } else if (node instanceof OrderedList list) {
            Integer first = list.getMarkerStartNumber();
            blocks.add(new Block.Items(items(node), first == null ? 1 : first));
        } else if (node instanceof FencedCodeBlock code) {
            blocks.add(new Block.Code(code.getLiteral().stripTrailing()));
        } else if (node instanceof IndentedCodeBlock code) {
            blocks.add(new Block.Code(code.getLiteral().stripTrailing()));
        } else if (node instanceof TableBlock) {
            blocks.add(table(node));
        } else if (node instanceof BlockQuote) {
            blocks.add(new Block.Quote(blocks(node)));
        } else if (node instanceof ThematicBreak) {
            blocks.add(new Block.Rule());
        } else if (node instanceof HtmlBlock html) {
            blocks.add(new Block.Paragraph(plain(html.getLiteral())));
        } else if (!(node instanceof LinkReferenceDefinition)) {
            blocks.addAll(blocks(node));
        }
    }

    /** Pictures inside a paragraph stand on lines of their own. */
    private void paragraph(Node node, List<Block> blocks) {
        List<Node> line = new ArrayList<>();
        for (Node part : children(node)) {
            if (part instanceof Image image) {
                text(line, blocks);
                line.clear();
                blocks.add(picture(image));
            } else {
                line.add(part);
            }
        }
        text(line, blocks);
    }

    private Block picture(Image image) {
        String description = WordsReader.words(children(image)).text();
        Optional<Block.Picture> picture = pictures.apply(image.getDestination(), description);
        return picture.isPresent() ? picture.get() : new Block.Paragraph(plain(description));
    }

    private static void text(List<Node> line, List<Block> blocks) {
        Words words = WordsReader.words(line);
        if (!words.text().isBlank()) {
            blocks.add(new Block.Paragraph(words));
        }
    }

    private List<List<Block>> items(Node list) {
        return children(list).stream().map(this::blocks).toList();
    }

    private static Block.Table table(Node node) {
        List<List<Words>> head = new ArrayList<>();
        List<List<Words>> rows = new ArrayList<>();
        for (Node part : children(node)) {
            if (part instanceof TableHead) {
                head.addAll(rows(part));
            } else if (part instanceof TableBody) {
                rows.addAll(rows(part));
            }
        }
        return new Block.Table(head.isEmpty() ? List.of() : head.get(0), rows);
    }

    private static List<List<Words>> rows(Node part) {
        return children(part).stream()
                .map(row -> children(row).stream()
                        .map(cell -> WordsReader.words(children(cell)))
                        .toList())
                .toList();
    }

    private static Words plain(String text) {
        return new Words(List.of(new Words.Run(text.strip(), PLAIN, "")));
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
