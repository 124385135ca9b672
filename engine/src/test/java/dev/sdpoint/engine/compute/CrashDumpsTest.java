package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.junit.jupiter.api.Test;

class CrashDumpsTest {
    @Test
    void dl4jWritesNothingAboutTheMachineWhenMemoryRunsOut() throws IOException {
        assertThat(new Dl4jCompute().device()).as("loads the libraries").isNotBlank();
        assertThat(System.getProperty(CrashDumps.SWITCH)).isEqualTo("false");
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder().nIn(2).nOut(2).build())
                .build());
        List<Path> before = files();
        // what DL4J calls in its own handlers of OutOfMemoryError; it would need a library that is not shipped if it
        // were on
        CrashReportingUtil.writeMemoryCrashDump(network, new OutOfMemoryError("of a test"));
        assertThat(files()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.sorted().toList();
        }
    }
}
