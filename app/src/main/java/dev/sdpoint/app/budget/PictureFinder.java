package dev.sdpoint.app.budget;

import atlantafx.base.controls.CustomTextField;
import dev.sdpoint.app.budget.PictureIndex.Suggestion;
import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Builds the field in which an image of the data set is looked for by number or class, with suggestions while typing. */
final class PictureFinder {
    private static final Texts TEXTS = Texts.of(PictureFinder.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final int SUGGESTIONS = 8;

    private final BudgetModel state;
    private final FindActions actions;
    private final CustomTextField field = new CustomTextField();
    private @Nullable AutoCompletionBinding<Suggestion> completion;
    private @Nullable Suggestion taken;

    PictureFinder(BudgetModel state, FindActions actions) {
        this.state = state;
        this.actions = actions;
    }

    /**
     * The field, and below it why nothing was found if so.
     *
     * @param place where Ctrl+F leads to the field
     */
    Node build(Node place) {
        field.setId("image-find");
        field.setPromptText(TEXTS.get("find.prompt"));
        field.setAccessibleText(TEXTS.get("find.spoken"));
        field.setTooltip(new Tooltip(TEXTS.get("find.hint")));
        field.setLeft(new FontIcon(Material2MZ.SEARCH));
        field.disableProperty().bind(state.dataOpenProperty().not());
        field.setOnAction(e -> find());
        field.textProperty().addListener((o, was, is) -> actions.dismiss());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        place.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        state.imageIndexProperty().addListener((o, was, is) -> complete(is));
        complete(state.imageIndexProperty().get());
        Label problem = new Label();
        problem.setId("image-find-problem");
        problem.getStyleClass().addAll("small", "find-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(state.findProblemProperty());
        problem.visibleProperty().bind(state.findProblemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox box = new VBox(4, field, problem);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private void complete(Optional<PictureIndex> index) {
        taken = null;
        if (completion != null) {
            completion.dispose();
            completion = null;
        }
        index.ifPresent(images -> completion = suggestFrom(images));
    }

    private AutoCompletionBinding<Suggestion> suggestFrom(PictureIndex images) {
        AutoCompletionBinding<Suggestion> binding = TextFields.bindAutoCompletion(
                field, request -> images.suggest(request.getUserText(), SUGGESTIONS), new AsTyped());
        binding.setVisibleRowCount(SUGGESTIONS);
        binding.setOnAutoCompleted(e -> {
            taken = e.getCompletion();
            actions.find(e.getCompletion());
        });
        // The click that closes the suggestions is meant for what it hits.
        binding.getAutoCompletionPopup().setConsumeAutoHidingEvents(false);
        binding.getAutoCompletionPopup().setConverter(new AsShown());
        return binding;
    }

    /** Enter again goes on in what was taken: a class may be called like a number. */
    private void find() {
        if (completion != null) {
            completion.setUserInput(""); // suggestions that are still on their way come too late
        }
        Suggestion last = taken;
        if (last != null && last.text().equals(field.getText())) {
            actions.find(last);
        } else {
            actions.find(field.getText());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        }
    }

    private void shortcut(KeyEvent event) {
        if (FIND.match(event)
                && !field.isDisabled()
                && !state.automaticProperty().get()) {
            field.requestFocus();
            field.selectAll();
            event.consume();
        }
    }

    /** What stands in the field once a suggestion is taken. */
    private static final class AsTyped extends StringConverter<Suggestion> {
        @Override
        public String toString(Suggestion suggestion) {
            return suggestion.text();
        }

        @Override
        public Suggestion fromString(String text) {
            throw new UnsupportedOperationException("suggestions are not read back");
        }
    }

    /** What stands in the list of suggestions. */
    private static final class AsShown extends StringConverter<Suggestion> {
        @Override
        public String toString(Suggestion suggestion) {
            return suggestion.toString();
        }

        @Override
        public Suggestion fromString(String text) {
            throw new UnsupportedOperationException("suggestions are not read back");
        }
    }
}
