package dev.sdpoint.app.gallery;

import dev.sdpoint.app.gallery.ImageDetail.Answer;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The story of the selected image. */
final class DetailPane extends VBox {
    private static final Texts TEXTS = Texts.of(DetailPane.class);
    private static final int PICTURE = 160;

    private final Canvas picture = new Canvas(PICTURE, PICTURE);
    private final Label number = new Label();
    private final Label trueClass = new Label();
    private final Region chipColour = new Region();
    private final Label chipText = new Label();
    private final Label chipInstance = new Label();
    private final Tooltip chipHint = new Tooltip();
    private final Label flag = new Label();
    private final Label legend = new Label();
    private final AnswerRow selected = new AnswerRow();
    private final AnswerRow full = new AnswerRow();
    private final InstanceStrip strip;
    private final Label told = new Label();
    private final DetailModel computed;
    private int trueIndex = -1;
    private Optional<GallerySource> shown = Optional.empty();
    private final VBox story;
    private final Thumbnails thumbnails;
    private Runnable repaint = () -> {};
    private final VBox nothing;

    /**
     * @param computed what the network says of the image
     * @param maps its feature maps
     * @param thumbnails pictures, now or later
     */
    DetailPane(Actions actions, DetailModel computed, MapsPane maps, Thumbnails thumbnails) {
        this.computed = computed;
        this.thumbnails = thumbnails;
        getStyleClass().addAll("card", "detail");
        setId("gallery-detail");
        strip = new InstanceStrip(actions::choose, this::tell);
        Button open = new Button(TEXTS.get("detail.budget"));
        open.setId("gallery-open-budget");
        open.setTooltip(new Tooltip(TEXTS.get("detail.budget.tip")));
        open.setOnAction(e -> actions.openInBudget());
        open.setMaxWidth(Double.MAX_VALUE);
        flag.setWrapText(true);
        flag.setId("gallery-flag");
        flag.getStyleClass().add("flag");
        flag.setMinHeight(USE_PREF_SIZE);
        legend.getStyleClass().add("muted");
        legend.setWrapText(true);
        legend.setMinHeight(USE_PREF_SIZE);
        Label order = new Label(TEXTS.get("detail.order"));
        order.getStyleClass().add("muted");
        HBox stripTitle = new HBox(8, section(TEXTS.get("detail.instances")), order);
        stripTitle.setAlignment(Pos.BASELINE_LEFT);
        told.setId("gallery-strip-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.getStyleClass().add("told");
        tell("");
        VBox strips = new VBox(8, stripTitle, strip, told, legend);
        story = new VBox(14, head(actions), flag, strips, selected, full, open, new Separator(), maps);
        selected.setId("gallery-answer-selected");
        full.setId("gallery-answer-full");
        setAccessibleRole(AccessibleRole.PARENT);
        computed.selectedProperty().subscribe(this::guesses);
        computed.fullProperty().subscribe(this::guesses);
        computed.problemProperty().subscribe(this::guesses);
        DetailKeys.install(this, actions);
        nothing = nothing();
        show(Optional.empty(), Optional.empty());
        getChildren().addAll(story, nothing);
    }

    /** What the pane asks for. */
    interface Actions {
        void choose(Instance instance);

        void openInBudget();

        void step(boolean forward);
    }

    private Node head(Actions actions) {
        number.getStyleClass().add("section");
        number.setId("gallery-number");
        trueClass.getStyleClass().add("true-class");
        chipColour.getStyleClass().add("dot");
        HBox chip = new HBox(6, chipColour, chipText);
        chip.getStyleClass().add("cost-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.setMaxWidth(USE_PREF_SIZE);
        chipText.setId("gallery-first-right");
        chipText.setMinWidth(USE_PREF_SIZE);
        chipInstance.getStyleClass().add("muted");
        chipInstance.setWrapText(true);
        Tooltip.install(chip, chipHint);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(
                4,
                number,
                gap,
                DetailKeys.button(false, () -> actions.step(false)),
                DetailKeys.button(true, () -> actions.step(true)));
        line.setAlignment(Pos.CENTER_LEFT);
        number.setMinWidth(USE_PREF_SIZE);
        VBox facts = new VBox(
                4,
                muted(TEXTS.get("detail.true-class")),
                trueClass,
                spacer(),
                muted(TEXTS.get("detail.first-right")),
                chip,
                chipInstance);
        HBox.setHgrow(facts, Priority.ALWAYS);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        return new VBox(8, line, new HBox(12, picture, facts));
    }

    private static VBox nothing() {
        Label title = section(TEXTS.get("detail.nothing"));
        Label text = muted(TEXTS.get("detail.nothing.explanation"));
        text.setWrapText(true);
        return new VBox(8, title, text);
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Region spacer() {
        Region region = new Region();
        region.setMinHeight(4);
        return region;
    }

    /** Shows an image's story, or what to do to see one. */
    void show(Optional<GallerySource> source, Optional<ImageDetail> detail) {
        boolean known = source.isPresent() && detail.isPresent();
        story.setVisible(known);
        story.setManaged(known);
        nothing.setVisible(!known);
        nothing.setManaged(!known);
        if (known) {
            repaint = () -> paint(source.get().images(), detail.get().image());
            repaint();
            shown = source;
            trueIndex = source.get().label(detail.get().image());
            tell(detail.get());
            guesses();
        } else {
            // Else each arrival would ask for a picture of a data set that is closed, and keep all of its pixels.
            repaint = () -> {};
            shown = Optional.empty();
        }
    }

    private void guesses() {
        shown.ifPresent(source -> {
            boolean expected = computed.problemProperty().get().isEmpty();
            selected.guesses(computed.selectedProperty().get(), expected, trueIndex, source::className);
            full.guesses(computed.fullProperty().get(), expected, trueIndex, source::className);
        });
    }

    /** What the strip has under the mouse or the keyboard; the legend stands there otherwise. */
    private void tell(String words) {
        told.setText(words);
        told.setVisible(!words.isBlank());
        told.setManaged(!words.isBlank());
        legend.setVisible(words.isBlank());
        legend.setManaged(words.isBlank());
    }

    /** Paints the picture again, which may have arrived. */
    void repaint() {
        repaint.run();
    }

    private void tell(ImageDetail detail) {
        number.setText(TEXTS.get("detail.number", Integer.toString(detail.image())));
        picture.setAccessibleText(
                TEXTS.get("detail.picture.spoken", Integer.toString(detail.image()), detail.trueClass()));
        trueClass.setText(detail.trueClass());
        Optional<Answer> right = detail.cheapestRight();
        chipText.setText(right.map(a -> Figures.gflops(a.score().flops())).orElse(TEXTS.get("never")));
        // By style: the class .dot says something of the background, and would replace one that is set.
        chipColour.setStyle(
                right.map(a -> CostColors.markStyle(a.score().relativeCost())).orElse(""));
        chipColour.setVisible(right.isPresent());
        chipColour.setManaged(right.isPresent());
        chipInstance.setText(right.map(a -> a.score().instance().label()).orElse(TEXTS.get("no-instance")));
        chipHint.setText(right.map(a -> Figures.ofFull(a.score())).orElse(TEXTS.get("detail.never.tip")));
        flag.setText(detail.flag().orElse(""));
        flag.setVisible(detail.nonMonotone());
        flag.setManaged(detail.nonMonotone());
        strip.show(detail);
        legend.setText(TEXTS.get("detail.legend", detail.trueClass()));
        selected.show(
                TEXTS.get(
                        "detail.selected",
                        detail.selectedAnswer().score().instance().label()),
                detail.selectedAnswer(),
                detail.trueClass());
        full.show(TEXTS.get("detail.full"), detail.fullAnswer(), detail.trueClass());
        boolean same = detail.selected() == detail.full();
        full.setVisible(!same);
        full.setManaged(!same);
    }

    private void paint(LabeledImages images, int image) {
        int side = images.side();
        byte[] rgb = new byte[images.bytesPerImage()];
        thumbnails.copy(images, image, rgb);
        WritableImage small = new WritableImage(side, side);
        small.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getByteRgbInstance(), rgb, 0, side * 3);
        double shown = side <= PICTURE ? side * Math.floor((double) PICTURE / side) : PICTURE;
        var g = picture.getGraphicsContext2D();
        picture.setWidth(shown);
        picture.setHeight(shown);
        g.clearRect(0, 0, shown, shown);
        g.setImageSmoothing(side > PICTURE);
        g.drawImage(small, 0.01, 0.01, side, side, 0, 0, shown, shown);
    }
}
