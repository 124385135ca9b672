package dev.sdpoint.app.guide;

import dev.sdpoint.app.guide.Words.Look;
import dev.sdpoint.app.guide.Words.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads the flowing text inside a block of Markdown. */
final class WordsReader extends AbstractVisitor {
    private final List<Run> runs = new ArrayList<>();
    private final EnumSet<Look> looks = EnumSet.noneOf(Look.class);
    private String link = "";

    private WordsReader() {}

    /** The text of nodes that follow each other. */
    static Words words(List<Node> nodes) {
        WordsReader reader = new WordsReader();
        nodes.forEach(node -> node.accept(reader));
        return new Words(reader.runs);
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    @Override
    public void visit(HtmlInline html) {
        add(html.getLiteral());
    }

    @Override
    public void visit(Code code) {
        look(Look.CODE, () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        look(Look.EMPHASIS, () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        look(Look.STRONG, () -> visitChildren(strong));
    }

    @Override
    public void visit(Link to) {
        link = to.getDestination();
        visitChildren(to);
        link = "";
    }

    private void look(Look look, Runnable inside) {
        boolean first = looks.add(look);
        inside.run();
        if (first) {
            looks.remove(look);
        }
    }

    private void add(String text) {
        Run run = new Run(text, looks, link);
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).isLike(run)) {
            runs.set(last, new Run(runs.get(last).text() + text, looks, link));
        } else {
            runs.add(run);
        }
    }
}
