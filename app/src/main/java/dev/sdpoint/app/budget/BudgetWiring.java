package dev.sdpoint.app.budget;

import dev.sdpoint.app.workspace.Workspace;

/** Brings the changes of the workspace to those who answer them, in the order in which they depend on each other. */
final class BudgetWiring {
    private BudgetWiring() {}

    static void connect(
            Workspace workspace,
            BudgetModel state,
            BudgetInteractor budget,
            PictureInteractor pictures,
            AnswerInteractor answers) {
        workspace.modelProperty().addListener((o, was, is) -> {
            answers.modelChanged();
            budget.modelChanged();
            pictures.contentChanged();
            answers.pictureChanged();
        });
        workspace.dataProperty().addListener((o, was, is) -> pictures.contentChanged());
        workspace.outcomesProperty().addListener((o, was, is) -> {
            pictures.contentChanged();
            answers.outcomesChanged();
        });
        workspace.selectedInstanceProperty().addListener((o, was, is) -> budget.instanceChanged());
        workspace.selectedImageProperty().addListener((o, was, is) -> pictures.imageChanged());
        state.smallMultipleProperty().addListener((o, was, is) -> answers.smallMultipleChanged());
        state.instanceProperty().addListener((o, was, is) -> answers.instanceChanged());
        state.pictureProperty().addListener((o, was, is) -> answers.pictureChanged());
        budget.modelChanged();
        pictures.contentChanged();
        answers.pictureChanged();
    }
}
