package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class FoldingTest {
    private final HBox small = new HBox(new Rectangle(), new Rectangle());
    private final VBox large = new VBox();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final VBox root = new VBox(small, large, scroll);

    FoldingTest() {
        large.getChildren().setAll(rectangles(7));
        rows.getChildren().setAll(rectangles(8));
    }

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void takesApartWhatHasManyNodesAndKeepsWhatHasFewTogether() {
        Folding folding = new Folding(root);

        assertThat(folding.missing())
                .as("small, and the rectangles of the others")
                .isEqualTo(1 + 7 + 8);
        assertThat(small.getParent()).isNull();
        assertThat(small.getChildren()).hasSize(2);
        assertThat(large.getParent()).isEqualTo(root);
        assertThat(large.getChildren()).hasSize(7).noneMatch(Rectangle.class::isInstance);
    }

    @Test
    void putsEveryPieceBackToItsPlace() {
        List<Node> before = List.copyOf(root.getChildren());
        List<Node> ofLarge = List.copyOf(large.getChildren());
        List<Node> ofRows = List.copyOf(rows.getChildren());
        Folding folding = new Folding(root);
        folding.unfold();
        assertThat(root.getChildren()).first().isEqualTo(small);
        assertThat(folding.missing()).isEqualTo(15);
        folding.unfoldAll();

        assertThat(root.getChildren()).isEqualTo(before);
        assertThat(large.getChildren()).isEqualTo(ofLarge);
        assertThat(rows.getChildren()).isEqualTo(ofRows);
        assertThat(folding.missing()).isZero();
        folding.unfold();
        assertThat(root.getChildren()).isEqualTo(before);
    }

    @Test
    void leavesAloneWhatWasChangedMeanwhile() {
        Folding folding = new Folding(root);
        Rectangle other = new Rectangle();
        large.getChildren().setAll(other);
        folding.unfoldAll();

        assertThat(large.getChildren()).containsExactly(other);
    }

    private static List<Node> rectangles(int count) {
        Pane pane = new Pane();
        IntStream.range(0, count).forEach(i -> pane.getChildren().add(new Rectangle(i, i)));
        List<Node> all = List.copyOf(pane.getChildren());
        pane.getChildren().clear();
        return all;
    }
}
