package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card of a person's own folders: opens one, and says what is kept of those that were opened. JavaFX thread only. */
final class OwnFolderPanel implements Panel {
    private static final Texts TEXTS = Texts.of(OwnFolderPanel.class);

    private final OwnFolderModel model = new OwnFolderModel();
    private final OwnFolderInteractor interactor;
    private final LibraryFileChoice files;
    private final Consumer<Path> opening;
    private final Piece<Parent> view = new Piece<>(this::build);

    /**
     * @param files asks for a folder
     * @param opening opens the folder that was chosen
     */
    OwnFolderPanel(TaskRunner tasks, KeptPictures kept, LibraryFileChoice files, Consumer<Path> opening) {
        interactor = new OwnFolderInteractor(model, tasks, kept);
        this.files = files;
        this.opening = opening;
    }

    @Override
    public Parent view() {
        return view.get();
    }

    private Parent build() {
        Button open = new Button(TEXTS.get("own.open"));
        open.setId("data-folder-open");
        open.setTooltip(new Tooltip(TEXTS.get("own.open.tip")));
        open.setOnAction(event -> files.folder(TEXTS.get("choose.folder")).ifPresent(opening));
        Button empty = new Button(TEXTS.get("own.empty"));
        empty.setId("data-folder-empty");
        empty.setAccessibleText(TEXTS.get("own.empty.spoken"));
        empty.setTooltip(new Tooltip(TEXTS.get("own.empty.tip")));
        empty.setOnAction(event -> {
            open.requestFocus(); // the button goes
            interactor.empty();
        });
        empty.managedProperty().bind(empty.visibleProperty());
        Label kept = CardParts.text("muted", "small");
        kept.setId("data-folder-kept");
        kept.managedProperty().bind(kept.visibleProperty());
        model.keptProperty().subscribe(now -> {
            kept.setText(now.sentence());
            kept.setVisible(!now.sentence().isEmpty());
            empty.setVisible(now.canEmpty());
        });
        VBox card = new VBox(
                CardParts.header(TEXTS.get("own.title"), new Region()),
                CardParts.words(TEXTS.get("own.contents")),
                kept,
                new FlowPane(8, 8, open, empty));
        card.setId("data-folder");
        card.getStyleClass().add("card");
        return card;
    }

    @Override
    public void shown() {
        interactor.refresh();
    }
}
