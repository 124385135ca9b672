package dev.sdpoint.app.library;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.NoticeBar;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.engine.download.DataArchives;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The place's nodes and their bindings to the model; decides nothing. */
final class LibraryViewBuilder {
    private static final Texts TEXTS = Texts.of(LibraryViewBuilder.class);
    private static final double GAP = 16;
    private static final double DATA_PERCENT = 54;

    private final LibraryModel model;
    private final LibraryInteractor interactor;
    private final OwnFolderPanel own;
    private final Piece<Parent> models;
    private final List<Piece<DataCardView>> cards;

    /**
     * @param own the card of a person's folders
     * @param models fills the side of the models
     */
    LibraryViewBuilder(
            LibraryModel model,
            LibraryInteractor interactor,
            LibraryFileChoice files,
            OwnFolderPanel own,
            Piece<Parent> models) {
        this.model = model;
        this.interactor = interactor;
        this.own = own;
        this.models = models;
        cards = model.cards().stream()
                .map(card -> new Piece<>(() -> new DataCardView(card, interactor, files)))
                .toList();
    }

    /** What takes longest of {@link #build()}. */
    List<Piece<?>> pieces() {
        List<Piece<?>> pieces = new ArrayList<>(cards);
        pieces.add(models);
        return pieces;
    }

    /** Builds the view once. */
    Parent build() {
        VBox data = new VBox(GAP, heading(TEXTS.get("data.heading")), bundled());
        cards.forEach(card -> data.getChildren().add(card.get()));
        data.getChildren().add(own.view());
        data.getStyleClass().add("library-column");
        ScrollPane scroll = ScrollPanes.column(data, "library-scroll");
        scroll.setId("library-data");
        Parent right = models.get();
        VBox.setVgrow(right, Priority.ALWAYS);
        VBox side = new VBox(GAP, heading(TEXTS.get("models.heading")), right);
        side.setMinSize(0, 0);
        GridPane body = new GridPane();
        body.setHgap(GAP);
        body.getColumnConstraints().addAll(column(DATA_PERCENT), column(100 - DATA_PERCENT));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setMinHeight(0);
        body.getRowConstraints().add(row);
        body.addRow(0, scroll, side);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox root = new VBox(header(), notice(), body);
        root.setId("library");
        root.getStyleClass().addAll("place", "library");
        Sheets.add(root, LibraryViewBuilder.class, "library.css");
        return root;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        return column;
    }

    private static Node header() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("place-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label subtitle = new Label(TEXTS.get("subtitle"));
        subtitle.getStyleClass().add("place-subtitle");
        HBox header = new HBox(title, subtitle);
        header.getStyleClass().add("place-header");
        return header;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("library-heading");
        return label;
    }

    private Node bundled() {
        Label chip = new Label(TEXTS.get("bundled.chip"));
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        model.bundledOpenProperty()
                .subscribe(open -> chip.setText(TEXTS.get(open ? "card.chip.open" : "bundled.chip")));
        Button open = new Button(TEXTS.get("card.open"));
        open.setId("data-bundled-open");
        open.setAccessibleText(TEXTS.get("bundled.open.spoken"));
        open.setTooltip(new Tooltip(TEXTS.get("card.open.tip")));
        open.setOnAction(event -> interactor.openBundled());
        open.disableProperty().bind(model.bundledOpenProperty());
        VBox card = new VBox(
                CardParts.header(TEXTS.get("bundled.title"), chip),
                CardParts.words(TEXTS.get("bundled.contents")),
                CardParts.citation(DataArchives.CIFAR_10.citation()),
                open);
        card.setId("data-bundled");
        card.getStyleClass().add("card");
        return card;
    }

    private Node notice() {
        NoticeBar bar = new NoticeBar("library", interactor::hideNotice);
        model.noticeProperty()
                .subscribe(notice -> notice.ifPresentOrElse(said -> bar.show(said, false, false), bar::hide));
        return bar.view();
    }
}
