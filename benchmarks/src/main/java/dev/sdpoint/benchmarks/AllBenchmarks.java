package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.compute.GroupedConvolutionBenchmark;
import dev.sdpoint.engine.compute.KernelBenchmarks;
import dev.sdpoint.engine.training.ThisMachine;
import dev.sdpoint.measurement.BatchBenchmark;
import dev.sdpoint.measurement.MeasuredPart;
import dev.sdpoint.measurement.Measurement;
import dev.sdpoint.measurement.MeasurementProcess;
import dev.sdpoint.measurement.MemoryBenchmark;
import dev.sdpoint.measurement.PeakBenchmark;
import dev.sdpoint.measurement.Report;
import dev.sdpoint.measurement.SharingBenchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs all measurements, each in a process of its own, prints one table of all goals and writes the measured part of the
 * document that the system property {@code benchmark.document} names. Arguments, in any order: {@code quick} for few rounds,
 * which are printed and not written unless {@code write} is given too; beginnings of names of measurements, to run only those,
 * which writes nothing. Ends with exit code 1 if a measurement failed; a limit that is not held is no failure.
 */
public final class AllBenchmarks {
    private static final String QUICK = "quick";
    private static final String WRITE = "write";

    private AllBenchmarks() {}

    /** Runs it; takes most of an hour on two cores, a few minutes if quick. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove(QUICK);
        boolean asked = names.remove(WRITE);
        boolean write = names.isEmpty() && (asked || !quick);
        Path document = Path.of(System.getProperty("benchmark.document", "performance.md"));
        if (write) {
            MeasuredPart.requireRoom(document);
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        LocalDate date = LocalDate.now(ZoneOffset.UTC);
        List<Measurement.Outcome> outcomes = new ArrayList<>();
        for (Measurement measurement : MeasurementProcess.chosen(all(quick), names.toArray(String[]::new))) {
            System.out.printf("%n### %s%n%n", measurement.name());
            outcomes.add(MeasurementProcess.run(measurement));
        }
        Report report = new Report(
                ThisMachine.with(new Dl4jCompute().computesOn()),
                date,
                System.getProperty("benchmark.versions", "versions unknown") + ", Java "
                        + System.getProperty("java.version"),
                load,
                outcomes);
        System.out.println();
        report.summary().forEach(System.out::println);
        if (write) {
            MeasuredPart.write(document, report.markdown());
            System.out.println("\nWritten to " + document.normalize());
        }
        if (outcomes.stream().anyMatch(Measurement.Outcome::failed)) {
            System.exit(1);
        }
    }

    /** All measurements, in the order of the report. */
    static List<Measurement> all(boolean quick) {
        String rounds = quick ? "5" : "9";
        List<Measurement> all = new ArrayList<>();
        for (String network : PeersBenchmark.NETWORKS) {
            all.add(Measurement.of("peers, " + network, PeersBenchmark.class, network, rounds));
        }
        all.add(Measurement.of("sharing", SharingBenchmark.class, quick ? "3" : "7"));
        all.add(Measurement.of("share of the peak", PeakBenchmark.class, "64", rounds));
        all.add(Measurement.of("batch preparation", BatchBenchmark.class, "128", rounds));
        all.add(Measurement.of(
                "memory of training", MemoryBenchmark.class, "training", "wrn-16-2", "128", quick ? "20" : "100"));
        all.add(Measurement.of(
                "memory of a sweep", MemoryBenchmark.class, "sweep", quick ? "2" : "16", quick ? "100" : "1000"));
        // a heap that is all there from the beginning: what grows is native memory, in which leaks of tensors are
        all.add(Measurement.of("memory over iterations", MemoryBenchmark.class, "iterations", "wrn-16-1", "64", "5000")
                .with("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"));
        all.add(Measurement.of("kernels", KernelBenchmarks.class, "wrn-16-2", "64", quick ? "1" : "5"));
        all.add(Measurement.of(
                "grouped convolution", GroupedConvolutionBenchmark.class, quick ? "4" : "16", quick ? "1" : "3"));
        return all;
    }
}
