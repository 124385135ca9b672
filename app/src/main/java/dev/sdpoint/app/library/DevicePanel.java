package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card that says what computes here: processor, instructions, memory, GPUs, and why the one and not the other. JavaFX thread only. */
public final class DevicePanel implements Panel {
    private static final Texts TEXTS = Texts.of(DevicePanel.class);

    private final DeviceModel model = new DeviceModel();
    private final DeviceInteractor interactor;
    private final Piece<Parent> view = new Piece<>(this::build);

    /** @param source is asked when the card is shown */
    public DevicePanel(TaskRunner tasks, DeviceSource source) {
        interactor = new DeviceInteractor(model, tasks, source);
    }

    @Override
    public Parent view() {
        return view.get();
    }

    private Parent build() {
        Label chip = new Label();
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        GridPane facts = new GridPane();
        facts.setId("library-device-facts");
        facts.setHgap(16);
        facts.setVgap(8);
        ColumnConstraints keys = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(keys, values);
        Label sentences = CardParts.text("small");
        sentences.setId("library-device-why");
        VBox card = new VBox(CardParts.header(TEXTS.get("device.title"), chip), facts, sentences);
        card.setId("library-device");
        card.getStyleClass().add("card");
        model.cardProperty().subscribe(now -> {
            chip.setText(now.chip());
            chip.setVisible(!now.chip().isEmpty());
            facts.getChildren().clear();
            now.facts().forEach(fact -> add(facts, fact));
            sentences.setText(String.join("\n", now.sentences()));
        });
        return card;
    }

    private static void add(GridPane facts, DeviceModel.Fact fact) {
        Label key = new Label(fact.key());
        key.getStyleClass().add("muted");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label value = CardParts.text("figure");
        value.setText(fact.value());
        facts.addRow(facts.getRowCount(), key, value);
        GridPane.setValignment(key, VPos.TOP);
    }

    @Override
    public void shown() {
        interactor.refresh();
    }
}
