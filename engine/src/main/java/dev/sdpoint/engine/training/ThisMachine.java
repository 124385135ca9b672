package dev.sdpoint.engine.training;

import dev.sdpoint.engine.device.Processor;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;

/** The machine that the program runs on, as far as the system tells. */
public final class ThisMachine {
    private ThisMachine() {}

    /** This machine, computing on a device. */
    public static Machine with(Device device) {
        Processor processor = Processor.here();
        return new Machine(processor.name(), processor.logicalProcessors(), processor.memoryBytes(), device);
    }
}
