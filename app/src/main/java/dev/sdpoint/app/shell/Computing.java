package dev.sdpoint.app.shell;

import dev.sdpoint.app.library.DeviceSource;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.device.Devices;
import java.util.List;
import java.util.OptionalLong;

/** What computes, as the engine tells it. Never on the JavaFX thread. */
record Computing(Dl4jCompute compute) implements DeviceSource {
    @Override
    public Devices devices() {
        return Devices.here();
    }

    @Override
    public String device() {
        return compute.device();
    }

    @Override
    public List<String> explanation() {
        return compute.explanation();
    }

    @Override
    public OptionalLong freeGpuBytes() {
        return compute.freeGpuBytes();
    }
}
