package dev.sdpoint.app.train;

import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TrainingRecord;
import dev.sdpoint.engine.training.Method;
import java.util.Locale;

/** Names files of models by what was trained: network, data, and the method if it is not the program's own, as in {@code wrn-16-2-cifar-10}. */
final class TrainedName {
    private TrainedName() {}

    /** The name without an ending. */
    static String of(SdpModel trained) {
        TrainingRecord record = trained.record();
        String data = record.dataTitle()
                .replaceFirst(",.*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        String network = trained.network().name();
        String named = data.isEmpty() ? network : network + "-" + data;
        return record.method().equals(Method.SDPOINT.id()) ? named : named + "-" + record.method();
    }
}
