package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the machine for what its card shows: first what is known at once, then what loads libraries. JavaFX thread only. */
final class DeviceInteractor {
    private static final Texts TEXTS = Texts.of(DeviceInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(DeviceInteractor.class);

    private final DeviceModel model;
    private final TaskRunner tasks;
    private final DeviceSource source;
    private boolean asking;

    DeviceInteractor(DeviceModel model, TaskRunner tasks, DeviceSource source) {
        this.model = model;
        this.tasks = tasks;
        this.source = source;
    }

    /** Asks, unless the answer is awaited; memory that is free is asked for again. */
    void refresh() {
        if (asking) {
            return;
        }
        asking = true;
        if (model.asked()) {
            askWhatComputes();
            return;
        }
        tasks.run(
                source::devices,
                devices -> {
                    model.show(DeviceModel.card(devices, "", devices.sentences(), OptionalLong.empty()));
                    askWhatComputes();
                },
                this::failed);
    }

    private void askWhatComputes() {
        tasks.run(
                () -> DeviceModel.card(source.devices(), source.device(), source.explanation(), source.freeGpuBytes()),
                card -> {
                    asking = false;
                    model.show(card);
                },
                this::failed);
    }

    private void failed(Throwable problem) {
        asking = false;
        LOG.error("What computes here cannot be told.", problem);
        List<DeviceModel.Fact> known = model.cardProperty().get().facts();
        model.show(new DeviceModel.Card("", known, List.of(TEXTS.get("device.failed"))));
    }
}
