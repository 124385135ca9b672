package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorChart;
import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Trainer;
import dev.sdpoint.engine.training.TrainingResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import picocli.CommandLine;

/** What a run tells the chart is what {@code sdpoint sweep} says of the model that came out, in every digit. */
@ExtendWith(ApplicationExtension.class)
final class ChartNumbersTest {
    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        // the toolkit is what is needed
    }

    @Test
    void theChartAndTheCommandSayTheSame(FxRobot robot) throws Exception {
        DataSet data = DataSets.open("bundled");
        Recipe recipe = Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 1, 7);
        List<TrainingEvent.Evaluated> told = new ArrayList<>();
        TrainingResult result = new Trainer(new Dl4jCompute())
                .run(
                        recipe,
                        data,
                        new RunControl(),
                        event -> {
                            if (event instanceof TrainingEvent.Evaluated evaluated) {
                                told.add(evaluated);
                            }
                        },
                        Optional.empty());
        Path file = folder.resolve("tiny.sdp");
        ModelFiles.write(file, ((TrainingResult.Completed) result).model());

        List<String> chart = new ArrayList<>();
        robot.interact(() -> {
            CostErrorChart drawn = new CostErrorChart();
            drawn.dataProperty()
                    .set(CostErrorData.EMPTY.plus(
                            new Labelled("epoch 1", told.get(told.size() - 1).sweep())));
            chart.addAll(drawn.export().csv().lines().toList());
        });
        StringWriter out = new StringWriter();
        CommandLine line = SdpointCommand.commandLine(() -> 0);
        line.setOut(new PrintWriter(out, true));
        int exit = line.execute("sweep", "--model", file.toString(), "--data", "bundled", "--format", "csv");

        assertThat(exit).isZero();
        assertThat(rows(out.toString().lines().toList())).hasSize(7).isEqualTo(rows(chart));
    }

    /** Every column that both have but the time, which is measured each time; by instance. */
    private static List<String> rows(List<String> lines) {
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        List<String> wanted =
                List.of("point", "ratio", "flops", "relative_cost", "top1_error", "top5_error", "dominated");
        return lines.subList(1, lines.size()).stream()
                .map(text -> text.split(",", -1))
                .map(cells -> wanted.stream()
                        .map(column -> cells[names.indexOf(column)])
                        .collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }
}
