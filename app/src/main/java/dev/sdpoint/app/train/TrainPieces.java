package dev.sdpoint.app.train;

import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Workspace;
import java.util.List;

/** The parts of the place's view that take longest to build. */
record TrainPieces(
        Piece<RunButtons> buttons,
        Piece<RecipeCard> recipe,
        Piece<CostErrorCard> costError,
        Piece<RunChartsCard> curves) {
    static TrainPieces of(TrainModel model, Workspace workspace) {
        return new TrainPieces(
                new Piece<>(() -> new RunButtons(model)),
                new Piece<>(() -> new RecipeCard(model, workspace)),
                new Piece<>(CostErrorCard::new),
                new Piece<>(() -> new RunChartsCard(model)));
    }

    List<Piece<?>> all() {
        return List.of(buttons, recipe, costError, curves);
    }
}
