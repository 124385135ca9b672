package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.TaskProgressView;

/** Shows the first of the running jobs in the status bar; a click lists them all, each with its cancel button. */
final class JobIndicator {
    private static final Texts TEXTS = Texts.of(JobIndicator.class);
    private final ObservableList<BackgroundJob<?>> jobs;
    private final Button view = new Button();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final ListChangeListener<BackgroundJob<?>> follow = change -> refresh();

    JobIndicator(ObservableList<BackgroundJob<?>> jobs) {
        this.jobs = jobs;
        text.setMaxWidth(420);
        HBox row = new HBox(12, text, bar);
        row.setAlignment(Pos.CENTER_RIGHT);
        view.setGraphic(row);
        view.setId("status-jobs");
        view.getStyleClass().addAll("flat", "job-indicator");
        view.setTooltip(new Tooltip(TEXTS.get("jobs.help")));
        view.setOnAction(event -> list());
        view.managedProperty().bind(view.visibleProperty());
        jobs.addListener(new WeakListChangeListener<>(follow)); // the jobs are those of all windows
        refresh();
    }

    Node view() {
        return view;
    }

    private void refresh() {
        text.textProperty().unbind();
        bar.progressProperty().unbind();
        view.accessibleTextProperty().unbind();
        view.setVisible(!jobs.isEmpty());
        if (!jobs.isEmpty()) {
            BackgroundJob<?> first = jobs.get(0);
            String more = jobs.size() == 1 ? "" : " · " + TEXTS.get("jobs.more", jobs.size() - 1);
            text.textProperty()
                    .bind(first.titleProperty()
                            .concat(" · ")
                            .concat(first.messageProperty())
                            .concat(more));
            bar.progressProperty().bind(first.progressProperty());
            view.accessibleTextProperty().bind(text.textProperty());
        }
    }

    private void list() {
        TaskProgressView<BackgroundJob<?>> all = new TaskProgressView<>();
        all.setId("job-list");
        all.getTasks().setAll(jobs);
        all.setPrefSize(440, 220);
        // Those that end leave the list by themselves; those that begin meanwhile come in.
        ListChangeListener<BackgroundJob<?>> follow = change -> {
            while (change.next()) {
                all.getTasks().addAll(change.getAddedSubList());
            }
        };
        jobs.addListener(follow);
        PopOver popOver = new PopOver(all);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        popOver.setTitle(TEXTS.get("jobs.title"));
        popOver.setOnHidden(event -> jobs.removeListener(follow));
        popOver.show(view);
    }
}
