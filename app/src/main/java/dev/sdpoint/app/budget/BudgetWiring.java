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
        state.times().measuredProperty().addListener((o, was, is) -> budget.timesChanged());
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

    /** What the model takes here is looked up whenever another is open, and measured when wanted. After {@link #connect}. */
    static void connect(Workspace workspace, TimesInteractor times) {
        workspace.modelProperty().addListener((o, was, is) -> times.modelChanged());
        workspace.runProperty().addListener((o, was, is) -> times.othersChanged());
        workspace.sortingProperty().addListener((o, was, is) -> times.othersChanged());
        times.streams().addListener((o, was, is) -> times.othersChanged());
        times.modelChanged();
        times.othersChanged();
    }

    /** Another data set has other images to find. After {@link #connect}. */
    static void connect(Workspace workspace, FindInteractor find) {
        workspace.dataProperty().addListener((o, was, is) -> find.dataChanged());
        find.dataChanged();
    }
}
