package dev.sdpoint.app.shell;

import dev.sdpoint.app.chart.FigureView;
import dev.sdpoint.app.concurrent.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** What the tour sees of the window, and does to it with mouse and keyboard. For the tour's thread. */
abstract class TourHands {
    /** How long anything may take. */
    static final Duration USUAL = Duration.ofSeconds(60);

    private final TaskRunner tasks;
    private final Stage stage;

    TourHands(TaskRunner tasks, Stage stage) {
        this.tasks = tasks;
        this.stage = stage;
    }

    final TaskRunner tasks() {
        return tasks;
    }

    final Stage stage() {
        return stage;
    }

    /**
     * Waits until something is so, as seen on the JavaFX thread.
     *
     * @param what names it, for the sentence that the wait was in vain
     */
    abstract void until(String what, Duration atMost, BooleanSupplier condition)
            throws TourException, InterruptedException;

    /** Whether a node is there and can be seen. JavaFX thread. */
    boolean shows(String selector) {
        Node node = stage.getScene().lookup(selector);
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    /** Whether a node is there and looks as it should. JavaFX thread. */
    boolean looks(String selector, Predicate<Node> wanted) {
        Node node = stage.getScene().lookup(selector);
        return node != null && wanted.test(node);
    }

    /** Whether a figure is drawn as it is now. JavaFX thread. */
    boolean draws(String figure) {
        return stage.getScene().lookup(figure) instanceof FigureView view && view.drawn();
    }

    /** Waits for a node that can be seen, and is laid out. */
    Node node(String selector) throws TourException, InterruptedException {
        until(selector, USUAL, () -> shows(selector));
        untilDrawn();
        return onFx(tasks, () -> stage.getScene().lookup(selector));
    }

    /** Clicks into a node, at shares of its width and height. */
    void click(String selector, double x, double y) throws TourException, InterruptedException {
        Bounds bounds = boundsOf(node(selector));
        mouse(robot -> {
            robot.mouseMove(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
            robot.mouseClick(MouseButton.PRIMARY);
        });
    }

    /** Drags the thumb of a slider to a share of its width. */
    void drag(String slider, String thumb, double share) throws TourException, InterruptedException {
        Bounds from = boundsOf(node(thumb));
        Bounds track = boundsOf(node(slider));
        double to = track.getMinX() + share * track.getWidth();
        mouse(robot -> {
            robot.mouseMove(from.getCenterX(), from.getCenterY());
            robot.mousePress(MouseButton.PRIMARY);
        });
        for (int step = 1; step <= 8; step++) {
            double x = from.getCenterX() + (to - from.getCenterX()) * step / 8;
            mouse(robot -> robot.mouseMove(x, from.getCenterY()));
        }
        mouse(robot -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /** Presses a button. */
    void press(String button) throws TourException, InterruptedException {
        with(button, node -> ((ButtonBase) node).fire());
    }

    /** Does something with a node that can be seen. */
    void with(String selector, Consumer<Node> action) throws TourException, InterruptedException {
        Node node = node(selector);
        act(() -> action.accept(node));
    }

    /** Types a key several times, to whatever has the focus. */
    void type(KeyCode key, int times) throws TourException, InterruptedException {
        for (int i = 0; i < times; i++) {
            mouse(robot -> robot.keyType(key));
        }
    }

    /** Copies files, as a file manager does. */
    void copyFiles(List<Path> files) throws TourException, InterruptedException {
        onFx(tasks, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** Whether no label that can be found has some text. JavaFX thread. */
    boolean none(String labels, String text) {
        return stage.getScene().getRoot().lookupAll(labels).stream()
                .noneMatch(node -> node instanceof Labeled labeled && text.equals(labeled.getText()));
    }

    /** Enters a text into a field. */
    void enter(String field, String text) throws TourException, InterruptedException {
        Node node = node(field);
        onFx(tasks, () -> {
            if (node instanceof TextInputControl input) {
                input.setText(text);
            } else if (node instanceof ComboBox<?> box && box.isEditable()) {
                box.getEditor().setText(text);
            } else {
                throw new TourException(field + " takes no text.");
            }
            return text;
        });
    }

    /** Presses keys together, the last one shortly. */
    void key(KeyCode... keys) throws TourException, InterruptedException {
        mouse(robot -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    /** Scrolls what a node stands in so far that the node is at its top. */
    void reveal(String selector) throws TourException, InterruptedException {
        Node node = node(selector);
        onFx(tasks, () -> {
            for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
                if (parent instanceof ScrollPane pane) {
                    Node content = pane.getContent();
                    double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                            .getMinY();
                    double hidden = content.getBoundsInLocal().getHeight()
                            - pane.getViewportBounds().getHeight();
                    pane.setVvalue(Math.min(1, top / Math.max(1, hidden)));
                }
            }
            return node;
        });
        untilDrawn();
    }

    /** Opens or closes a part of a form. */
    void unfold(String pane, boolean open) throws TourException, InterruptedException {
        with(pane, node -> ((TitledPane) node).setExpanded(open));
        untilDrawn();
    }

    /** The text of a label; empty if it is not there. JavaFX thread. */
    String text(String label) {
        return stage.getScene().lookup(label) instanceof Labeled labeled ? labeled.getText() : "";
    }

    /** Waits for three pulses, after which whatever changed is laid out and drawn. */
    final void untilDrawn() throws TourException, InterruptedException {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        act(() -> FirstPulse.after(3, stage.getScene(), () -> drawn.complete(true)));
        until("the window to be drawn", USUAL, drawn::isDone);
    }

    /** Figures are drawn on threads of their own. JavaFX thread. */
    final boolean allDrawn() {
        return stage.getScene().getRoot().lookupAll(".figure-view").stream()
                .filter(FigureView.class::isInstance)
                .map(FigureView.class::cast)
                .allMatch(FigureView::drawn);
    }

    private Bounds boundsOf(Node node) throws TourException, InterruptedException {
        return onFx(tasks, () -> node.localToScreen(node.getBoundsInLocal()));
    }

    private void mouse(Consumer<Robot> moves) throws TourException, InterruptedException {
        act(() -> moves.accept(new Robot()));
        untilDrawn();
    }

    final void act(Runnable action) throws TourException, InterruptedException {
        onFx(tasks, () -> {
            action.run();
            return true;
        });
    }

    static <T> T onFx(TaskRunner tasks, Callable<T> action) throws TourException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        tasks.onFxThread(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TourException told) {
                throw told;
            }
            throw new TourException("A step of the tour failed inside the program. The log says more.", e);
        }
    }
}
