package dev.sdpoint.app.cli;

import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.SweepCsv;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What commands do alike with what was typed. */
final class Arguments {
    private Arguments() {}

    /** A value made of arguments; a refusal counts as wrong use. */
    static <T> T valid(CommandSpec spec, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Refuses a model and data that do not go together.
     *
     * @throws DataException if sides or numbers of classes differ
     */
    static void requireFit(SdpModel model, DataSet images) throws DataException {
        if (images.validation().side() != model.network().side()
                || images.classNames().size() != model.classNames().size()) {
            throw new DataException("The model takes images of side "
                    + model.network().side() + " in " + model.classNames().size() + " classes, but the data has side "
                    + images.validation().side() + " and " + images.classNames().size()
                    + " classes. Give the data it was trained for.");
        }
    }

    /** A ratio without needless zeros: 1, 0.5, 0.75. */
    static String ratio(Instance instance) {
        return SweepCsv.ratio(instance);
    }
}
