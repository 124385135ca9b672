package dev.sdpoint.app.library;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.download.DataArchive;
import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One published data set: what it is, how it stands, and what can be done about that. */
final class DataCardView extends VBox {
    private static final Texts TEXTS = Texts.of(DataCardView.class);

    private final CardModel card;
    private final LibraryInteractor interactor;
    private final LibraryFileChoice files;
    private final String id;
    private final Label chip = new Label();
    private final Label status = CardParts.text("muted", "small", "figure");
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane buttons = new FlowPane(8, 8);
    private final Button download;
    private final Button cancel;
    private final Button open;
    private final Button check;
    private final Button remove;
    private final Button discard;
    private final Button again;
    private final MenuButton take = new MenuButton(TEXTS.get("card.take"));
    private final Hyperlink elsewhere = new Hyperlink(TEXTS.get("card.elsewhere"));
    private final VBox mirror = new VBox(4);
    private List<Node> shown = List.of();

    DataCardView(CardModel card, LibraryInteractor interactor, LibraryFileChoice files) {
        super();
        this.card = card;
        this.interactor = interactor;
        this.files = files;
        DataArchive archive = card.archive();
        id = "data-" + archive.id();
        String title = archive.title();
        download = button("download", TEXTS.get("card.download"), () -> interactor.download(card));
        cancel = button("cancel", TEXTS.get("card.cancel"), () -> interactor.cancel(card));
        cancel.setTooltip(new Tooltip(TEXTS.get("card.cancel.tip")));
        open = button("open", TEXTS.get("card.open"), () -> interactor.open(card));
        open.setTooltip(new Tooltip(TEXTS.get("card.open.tip")));
        check = button("check", TEXTS.get("card.check"), () -> interactor.check(card));
        check.setTooltip(new Tooltip(TEXTS.get("card.check.tip")));
        remove = button("remove", TEXTS.get("card.remove"), () -> interactor.remove(card));
        discard = button("discard", TEXTS.get("card.discard"), () -> interactor.discard(card));
        discard.setTooltip(new Tooltip(TEXTS.get("card.discard.tip")));
        again = button("again", TEXTS.get("card.again"), () -> interactor.lookAgain(card));
        again.setTooltip(new Tooltip(TEXTS.get("card.again.tip")));
        open.getStyleClass().add("accent");
        download.getStyleClass().add("accent");
        List.of(download, cancel, open, check, remove, discard, again)
                .forEach(button -> button.setAccessibleText(TEXTS.get("card.button.spoken", button.getText(), title)));
        menu();
        mirror();
        setId(id);
        getStyleClass().add("card");
        bar.setId(id + "-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("card.progress.spoken", title));
        status.setId(id + "-status");
        chip.setId(id + "-chip");
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        CardParts.header(title, chip),
                        CardParts.words(TEXTS.get("card.contents", archive.contents())),
                        CardParts.citation(archive.citation()),
                        status,
                        bar,
                        new RemovedBar(card, interactor),
                        problem(),
                        mirror,
                        buttons);
        card.stateProperty().subscribe(this::show);
        card.openProperty().subscribe(() -> show(card.stateProperty().get()));
    }

    private Button button(String name, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id + "-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void menu() {
        DataArchive archive = card.archive();
        MenuItem file = new MenuItem(TEXTS.get("card.take.archive", archive.fileName()));
        file.setId(id + "-take-archive");
        file.setOnAction(event -> take(files.archive(archive.fileName())));
        MenuItem folder = new MenuItem(TEXTS.get("card.take.folder", archive.folder()));
        folder.setId(id + "-take-folder");
        folder.setOnAction(event -> take(files.folder(TEXTS.get("choose.unpacked", archive.folder()))));
        take.getItems().addAll(file, folder);
        take.setId(id + "-take");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setAccessibleText(TEXTS.get("card.take.spoken", archive.title()));
        take.setTooltip(new Tooltip(TEXTS.get("card.take.tip")));
    }

    private void take(Optional<Path> chosen) {
        chosen.ifPresent(path -> interactor.take(card, path));
    }

    private void mirror() {
        TextField field = new TextField();
        field.setId(id + "-mirror");
        field.setPromptText(card.archive().address().toString());
        field.textProperty().bindBidirectional(card.mirrorProperty());
        field.setOnAction(event -> interactor.download(card));
        field.setAccessibleText(TEXTS.get("card.mirror.spoken", card.archive().title()));
        Label label = new Label(TEXTS.get("card.mirror"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        mirror.getChildren().addAll(label, field);
        elsewhere.setId(id + "-elsewhere");
        elsewhere.setTooltip(new Tooltip(TEXTS.get("card.elsewhere.tip")));
        elsewhere.setOnAction(event -> {
            elsewhere.setVisited(false);
            card.mirrorShownProperty().set(true);
            field.requestFocus();
        });
        card.mirrorShownProperty().subscribe(now -> show(card.stateProperty().get()));
    }

    private Node problem() {
        Label text = new Label();
        text.setId(id + "-problem");
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(card.problemProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(text);
        box.getStyleClass().add("problem");
        box.visibleProperty().bind(card.problemProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void show(CardState state) {
        boolean fetchable = state instanceof CardState.Absent
                || state instanceof CardState.Begun
                || state instanceof CardState.Damaged;
        show(mirror, fetchable && card.mirrorShownProperty().get());
        download.setText(
                TEXTS.get("card.download.sized", Sizes.of(card.archive().bytes())));
        String says = "";
        double share = -1;
        List<Node> wanted = List.of();
        if (state instanceof CardState.Absent) {
            chip(TEXTS.get("card.chip.absent"));
            wanted = fetch(download, take);
        } else if (state instanceof CardState.Begun begun) {
            chip(TEXTS.get("card.chip.stopped"));
            says = TEXTS.get("card.begun", Sizes.of(begun.bytes()), Sizes.of(begun.total()));
            share = (double) begun.bytes() / begun.total();
            download.setText(TEXTS.get("card.resume"));
            wanted = fetch(download, discard, take);
        } else if (state instanceof CardState.Working working) {
            InstallProgress progress = working.progress();
            chip(progress.stage().title());
            says = progress.text();
            share = progress.share();
            cancel.setDisable(false);
            wanted = List.of(cancel);
        } else if (state instanceof CardState.Ending ending) {
            chip(TEXTS.get("card.chip.stopping"));
            says = TEXTS.get("card.stopping");
            share = ending.progress().share();
            cancel.setDisable(true);
            wanted = List.of(cancel);
        } else if (state instanceof CardState.Installed installed) {
            chip(TEXTS.get(card.openProperty().get() ? "card.chip.open" : "card.chip.installed"));
            says = TEXTS.get("card.installed", Sizes.of(installed.bytes()), installed.folder());
            wanted = List.of(open, check, remove);
        } else if (state instanceof CardState.Damaged damaged) {
            chip(TEXTS.get("card.chip.damaged"));
            says = damaged.sentence();
            download.setText(TEXTS.get("card.install-again"));
            wanted = fetch(download, remove, take);
        } else if (state instanceof CardState.Foreign foreign) {
            chip(TEXTS.get("card.chip.foreign"));
            says = foreign.sentence();
            wanted = List.of(again);
        }
        show(chip, !chip.getText().isEmpty());
        status.setText(says);
        show(status, !says.isEmpty());
        bar.setProgress(Math.max(0, share));
        show(bar, share >= 0);
        put(wanted);
    }

    private List<Node> fetch(Node... nodes) {
        List<Node> list = new ArrayList<>(List.of(nodes));
        if (!card.mirrorShownProperty().get()) {
            list.add(elsewhere);
        }
        return List.copyOf(list);
    }

    /** Leaves buttons alone that stay, so that one that has the focus keeps it; else the next one gets it. */
    private void put(List<Node> wanted) {
        if (wanted.equals(shown)) {
            return;
        }
        boolean focused = shown.stream().anyMatch(Node::isFocused);
        shown = wanted;
        buttons.getChildren().setAll(wanted);
        if (focused && !wanted.isEmpty()) {
            wanted.get(0).requestFocus();
        }
    }

    private void chip(String text) {
        chip.setText(text);
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
