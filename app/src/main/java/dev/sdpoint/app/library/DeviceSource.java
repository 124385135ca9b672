package dev.sdpoint.app.library;

import dev.sdpoint.engine.device.Devices;
import java.util.List;
import java.util.OptionalLong;

/** Tells what computes. Its methods take up to seconds; never on the JavaFX thread. */
public interface DeviceSource {
    /** What can compute here; loads nothing. */
    Devices devices();

    /** What computes, in words; loads the native libraries. */
    String device();

    /** What computes, why, and what to do; loads the native libraries. */
    List<String> explanation();

    /** Memory of the GPU that computes that nobody uses; empty where the CPU computes. Loads the native libraries. */
    OptionalLong freeGpuBytes();
}
