package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.ClassRankingQuestion;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.engine.sdpoint.Instance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code sdpoint study class-ranking}: which classes pay for a cheap answer? */
@Command(
        name = "class-ranking",
        description =
                "Rank classes by the accuracy that an instance loses against the full network per operation that it "
                        + "saves.")
final class ClassRankingCommand extends Study {
    @Option(
            names = "--instance",
            paramLabel = "POINT:RATIO",
            description =
                    "The instance, such as 3:0.5; 'all' lists every instance that saves something and draws the cheapest "
                            + "(default: the cheapest).")
    private String instance = "";

    @Override
    StudyResult answer(StudyCase opened) throws Exception {
        return question(opened).answer(opened);
    }

    private ClassRankingQuestion question(StudyCase opened) {
        if (instance.isEmpty()) {
            return ClassRankingQuestion.ofCheapest();
        }
        if (instance.equals("all")) {
            return ClassRankingQuestion.ofAll();
        }
        Instance named = Instance.FULL;
        for (Subject subject : opened.subjects()) {
            named = named(subject);
        }
        return ClassRankingQuestion.of(named);
    }

    private Instance named(Subject subject) {
        Instance named = known(subject);
        if (subject.cost(named).flops() >= subject.cost(Instance.FULL).flops()) {
            throw new ParameterException(
                    spec().commandLine(),
                    named.label() + " saves nothing against the full network. Choose a cheaper instance.");
        }
        return named;
    }

    private Instance known(Subject subject) {
        String[] parts = instance.split(":", -1);
        try {
            Instance named = Instance.of(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
            subject.model().space().indexOf(named);
            return named;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ParameterException(
                    spec().commandLine(),
                    "the model " + subject.name() + " has no instance '" + instance
                            + "'; write POINT:RATIO, such as 1:0.5",
                    e);
        }
    }
}
