package dev.sdpoint.app.shell;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;

/** Whether a model can be judged on a data set. */
final class Fit {
    private Fit() {}

    /** A sentence on why the two do not go together; empty if they do. */
    static String problem(SdpModel model, DataSet data) {
        if (!model.classNames().equals(data.classNames())) {
            return "The model knows " + model.classNames().size() + " classes ("
                    + first(model.classNames().get(0))
                    + "), the data has " + data.classCount() + " ("
                    + first(data.classNames().get(0))
                    + "): its answers cannot be judged. Open the data that it was trained on, or another model.";
        }
        if (model.network().side() != data.side()) {
            return "The model takes images of " + model.network().side() + "×"
                    + model.network().side()
                    + " pixels, the data has " + data.side() + "×" + data.side()
                    + ": its answers cannot be judged. Open other data, or another model.";
        }
        return "";
    }

    private static String first(String name) {
        return name + ", …";
    }
}
