package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The title of a group: cost, instance, how many images, their share as a number and as a bar. */
final class GroupHeader extends HBox {
    private static final Texts TEXTS = Texts.of(GroupHeader.class);
    private static final double ROOMY = 480;
    private static final PseudoClass NEVER = PseudoClass.getPseudoClass("never");

    private final Region swatch = new Region();
    private final Label cost = new Label();
    private final Label instance = new Label();
    private final Label count = new Label();
    private final Region fill = new Region();
    private final StackPane track = new StackPane(fill);
    private final Button export = new Button();
    private final Tooltip hint = new Tooltip();
    private Optional<Grouping.Group> group = Optional.empty();
    private String full = "";
    private String brief = "";

    /**
     * @param chosen gets the group whose title is clicked
     * @param exported gets the group that is to be written to a file, and the button that asks for it
     */
    GroupHeader(Consumer<Grouping.Group> chosen, BiConsumer<Grouping.Group, Node> exported) {
        getStyleClass().add("group-header");
        setAlignment(Pos.CENTER_LEFT);
        swatch.getStyleClass().add("swatch");
        cost.getStyleClass().add("cost");
        instance.getStyleClass().add("instance");
        count.getStyleClass().add("count");
        track.getStyleClass().add("share-track");
        fill.getStyleClass().add("share-fill");
        track.setAlignment(Pos.CENTER_LEFT);
        fill.setMaxWidth(USE_PREF_SIZE);
        cost.setMinWidth(USE_PREF_SIZE);
        count.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(track, Priority.ALWAYS);
        export.getStyleClass().addAll("button-icon", "flat", "small", "export");
        export.setGraphic(new FontIcon(Material2AL.GET_APP));
        export.setTooltip(new Tooltip(TEXTS.get("group.export")));
        export.setFocusTraversable(false);
        export.setOnAction(e -> group.ifPresent(g -> exported.accept(g, export)));
        Tooltip.install(this, hint);
        setOnMouseClicked(e -> group.ifPresent(chosen));
        widthProperty().addListener((property, before, now) -> fit());
        getChildren().addAll(swatch, cost, instance, count, track, export);
    }

    /** Shows a group of a grouping. */
    void show(GallerySource source, Grouping grouping, Grouping.Group shown) {
        group = Optional.of(shown);
        boolean never = shown.never();
        pseudoClassStateChanged(NEVER, never);
        mark(swatch, never, "never-swatch");
        mark(fill, never, "never-fill");
        double share = grouping.share(shown);
        if (shown.never()) {
            cost.setText(TEXTS.get("group.never"));
            instance.setText(TEXTS.get("no-instance"));
            hint.setText(TEXTS.get("group.never.tip"));
        } else {
            InstanceScore score = source.order().get(shown.rank());
            cost.setText(Figures.gflops(score.flops()));
            instance.setText(score.instance().label());
            Background colour = CostColors.mark(score.relativeCost(), 3);
            swatch.setBackground(colour);
            fill.setBackground(colour);
            hint.setText(TEXTS.get("group.tip", score.instance().label(), Figures.ofFull(score)));
        }
        full = Figures.images(shown.size()) + " · " + Figures.percent(share);
        brief = Figures.count(shown.size()) + " · " + Figures.percent(share);
        fit();
        fill.prefWidthProperty().bind(track.widthProperty().multiply(share));
        setAccessibleText(cost.getText() + ", " + instance.getText() + ", " + full);
    }

    /** Where there is little room the bar goes first, since the number says the same. */
    private void fit() {
        boolean roomy = getWidth() >= ROOMY;
        track.setVisible(roomy);
        track.setManaged(roomy);
        count.setText(roomy ? full : brief);
    }

    /** TEXTS.get("group.never") has no cost and so no cost colour; the style sheet colours it instead. */
    private static void mark(Region region, boolean never, String styleClass) {
        region.getStyleClass().remove(styleClass);
        if (never) {
            region.setBackground(null);
            region.getStyleClass().add(styleClass);
        }
    }

    /** The group on show. */
    Optional<Grouping.Group> group() {
        return group;
    }
}
