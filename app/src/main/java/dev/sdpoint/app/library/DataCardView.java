package dev.sdpoint.app.library;

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
    private final MenuButton take = new MenuButton("I have it already…");
    private final Hyperlink elsewhere = new Hyperlink("Other address…");
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
        download = button("download", "Download", () -> interactor.download(card));
        cancel = button("cancel", "Cancel", () -> interactor.cancel(card));
        cancel.setTooltip(new Tooltip("Ends it; what has come is kept"));
        open = button("open", "Open", () -> interactor.open(card));
        open.setTooltip(new Tooltip("Opens its images in all places"));
        check = button("check", "Check", () -> interactor.check(card));
        check.setTooltip(new Tooltip("Compares every file with the published sums"));
        remove = button("remove", "Remove", () -> interactor.remove(card));
        discard = button("discard", "Discard", () -> interactor.discard(card));
        discard.setTooltip(new Tooltip("Throws away what has come so far"));
        open.getStyleClass().add("accent");
        download.getStyleClass().add("accent");
        List.of(download, cancel, open, check, remove, discard)
                .forEach(button -> button.setAccessibleText(button.getText() + " " + title));
        menu();
        mirror();
        setId(id);
        getStyleClass().add("card");
        bar.setId(id + "-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of " + title);
        status.setId(id + "-status");
        chip.setId(id + "-chip");
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        CardParts.header(title, chip),
                        CardParts.words(archive.contents() + "."),
                        CardParts.citation(archive.citation()),
                        status,
                        bar,
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
        MenuItem file = new MenuItem("The archive " + archive.fileName() + "…");
        file.setId(id + "-take-archive");
        file.setOnAction(event -> take(files.archive(archive.fileName())));
        MenuItem folder = new MenuItem("The folder " + archive.folder() + "…");
        folder.setId(id + "-take-folder");
        folder.setOnAction(event -> take(files.folder("Choose the folder " + archive.folder())));
        take.getItems().addAll(file, folder);
        take.setId(id + "-take");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setAccessibleText("I have the archive or folder of " + archive.title() + " already");
        take.setTooltip(new Tooltip("Takes the archive or the unpacked folder; the network is not used"));
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
        field.setAccessibleText("Address to download " + card.archive().title() + " from");
        Label label = new Label("Address of the archive, or with a slash at the end of its folder");
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        mirror.getChildren().addAll(label, field);
        elsewhere.setId(id + "-elsewhere");
        elsewhere.setTooltip(new Tooltip("Download from a mirror that you know"));
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
        download.setText("Download (" + Sizes.of(card.archive().bytes()) + ")");
        String says = "";
        double share = -1;
        List<Node> wanted = List.of();
        if (state instanceof CardState.Absent) {
            chip("Not here");
            wanted = fetch(download, take);
        } else if (state instanceof CardState.Begun begun) {
            chip("Stopped");
            says = Sizes.of(begun.bytes()) + " of " + Sizes.of(begun.total()) + " are here.";
            share = (double) begun.bytes() / begun.total();
            download.setText("Resume");
            wanted = fetch(download, discard, take);
        } else if (state instanceof CardState.Working working) {
            InstallProgress progress = working.progress();
            chip(progress.stage().title());
            says = progress.text();
            share = progress.share();
            cancel.setDisable(false);
            wanted = List.of(cancel);
        } else if (state instanceof CardState.Ending ending) {
            chip("Stopping");
            says = "Stopping …";
            share = ending.progress().share();
            cancel.setDisable(true);
            wanted = List.of(cancel);
        } else if (state instanceof CardState.Installed installed) {
            chip(card.openProperty().get() ? "Open now" : "Installed");
            says = Sizes.of(installed.bytes()) + " in " + installed.folder();
            wanted = List.of(open, check, remove);
        } else if (state instanceof CardState.Damaged damaged) {
            chip("Damaged");
            says = damaged.sentence();
            download.setText("Install again");
            wanted = fetch(download, remove, take);
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
