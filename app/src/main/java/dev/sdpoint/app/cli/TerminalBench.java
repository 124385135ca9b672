package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.Bench;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.HalvedBatches;
import dev.sdpoint.engine.model.SdpModel;

/** Networks that run on this thread, with a progress bar in the terminal. */
final class TerminalBench implements Bench {
    @Override
    public ExecutableNetwork load(SdpModel model) {
        return HalvedBatches.loader(new Dl4jCompute(), System.err::println).load(model.network(), model.weights());
    }

    @Override
    public Watch watch(String title, int images) {
        TerminalProgress progress = new TerminalProgress(title, images, 0);
        return new Watch() {
            @Override
            public void report(double share) {
                progress.reached(Math.round(share * images), "images");
            }

            @Override
            public void close() {
                progress.close();
            }
        };
    }
}
