package dev.sdpoint.app.analysis;

import dev.sdpoint.app.chart.ExportMenu;
import dev.sdpoint.app.chart.FigureView;
import dev.sdpoint.app.workspace.Piece;
import java.util.List;
import javafx.scene.Node;

/** The parts of the place's view that take longest to build. */
record AnalysisPieces(
        Piece<RunPicker> picker,
        Piece<Node> compareControls,
        Piece<FigureView> compareFigure,
        Piece<ResultTable> compareTable,
        Piece<Node> studyControls,
        Piece<FigureView> studyFigure,
        Piece<ResultTable> studyTable,
        Piece<ExportMenu> export) {
    List<Piece<?>> all() {
        return List.of(
                picker, compareControls, compareFigure, compareTable, studyControls, studyFigure, studyTable, export);
    }
}
