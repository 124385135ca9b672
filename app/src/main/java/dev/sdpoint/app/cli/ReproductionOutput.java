package dev.sdpoint.app.cli;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.reproduction.Entry;
import dev.sdpoint.engine.reproduction.Preset;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

record ReproductionOutput(Preset preset, DataSet images, long seed, List<Entry> entries) {
    static final String REPORT = "report.md";

    void write(Map<Entry, SdpModel> models, Path out) {}

    void print(Map<Entry, SdpModel> models, PrintWriter print) {}
}
