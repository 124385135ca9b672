package dev.sdpoint.app.shell;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;

/** Whether a model can be judged on a data set. */
final class Fit {
    private static final Texts TEXTS = Texts.of(Fit.class);

    private Fit() {}

    /** A sentence on why the two do not go together; empty if they do. */
    static String problem(SdpModel model, DataSet data) {
        if (!model.classNames().equals(data.classNames())) {
            return TEXTS.get(
                    "fit.classes",
                    model.classNames().size(),
                    model.classNames().get(0),
                    data.classCount(),
                    data.classNames().get(0));
        }
        if (model.network().side() != data.side()) {
            return TEXTS.get("fit.side", model.network().side(), data.side());
        }
        return "";
    }
}
