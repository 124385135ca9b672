package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.ScaleQuestion;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code sdpoint study scale-sensitivity}: do answers change with the size of what is seen? */
@Command(
        name = "scale-sensitivity",
        description =
                "Mean pairwise cosine similarity of class probabilities over several sizes: images are resized to each, and "
                        + "their centre is cut out. Give an SDPoint model and a plain one to compare them.")
final class ScaleSensitivityCommand extends Study {
    @Option(
            names = "--sizes",
            split = ",",
            description = "Sides before the crop, at least two, none below the network's side (default: five from the "
                    + "network's side to half as much again).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--instances",
            defaultValue = "all",
            description = "Which: ${COMPLETION-CANDIDATES}; 'curve' are those that no other beats (default "
                    + "${DEFAULT-VALUE}).")
    private ScaleQuestion.Which which = ScaleQuestion.Which.ALL;

    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        int side = opened.data().side();
        if (!sizes.isEmpty()
                && (sizes.stream().distinct().count() < 2 || sizes.stream().anyMatch(s -> s < side))) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--sizes " + sizes + " needs two or more sizes, none below the side of the images, " + side);
        }
        return new ScaleQuestion(sizes, which).answer(opened);
    }
}
