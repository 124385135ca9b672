package dev.sdpoint.app.cli;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.Gpu;
import dev.sdpoint.engine.device.Processor;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sdpoint devices}: what can compute here, what does, and why. */
@Command(name = "devices", description = "Say what computes here, the CPU or an NVIDIA GPU, and why.")
public final class DevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Devices devices = Devices.here();
        Processor processor = devices.processor();
        row(out, "Processor", processor.name() + ", " + processor.processors());
        row(out, "Instructions", processor.instructionSet());
        row(out, "Memory", processor.memory("not told by this system"));
        for (Gpu gpu : devices.gpus()) {
            row(out, "GPU " + gpu.ordinal(), gpu.title());
        }
        out.flush(); // the next takes seconds
        Dl4jCompute compute = new Dl4jCompute();
        row(out, "Computes", compute.device());
        compute.explanation().forEach(out::println);
        out.flush();
        return 0;
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf("%-13s %s%n", name, value);
    }
}
