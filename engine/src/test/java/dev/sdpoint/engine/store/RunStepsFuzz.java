package dev.sdpoint.engine.store;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.util.Arrays;
import java.util.List;

/** The steps of a run whose seal is right, made by somebody else: taken into a store and shown. */
public final class RunStepsFuzz implements FuzzTarget {
    private final ImportedRuns runs = new ImportedRuns();

    @Override
    public String name() {
        return "run-steps";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        StepColumns two = new StepColumns(1);
        two.add(ImportedRuns.STORY.step(1));
        two.add(ImportedRuns.STORY.step(2));
        byte[] packed = two.pack();
        byte[] row = java.nio.ByteBuffer.allocate(16 + packed.length)
                .putLong(1)
                .putInt(2)
                .putInt(packed.length)
                .put(packed)
                .array();
        return List.of(row, Arrays.copyOf(runs.part(RunExport.STEPS), 0), runs.part(RunExport.STEPS));
    }

    @Override
    public void read(byte[] input) throws Exception {
        runs.arriveWith(RunExport.STEPS, input);
        runs.take();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return StoreException.class;
    }

    @Override
    public int shortRun() {
        return 500;
    }
}
