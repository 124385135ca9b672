package dev.sdpoint.engine.store;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.util.List;

/** The {@code run.json} of a run whose seal is right, made by somebody else: taken into a store and shown. */
public final class RunDocumentFuzz implements FuzzTarget {
    private final ImportedRuns runs = new ImportedRuns();

    @Override
    public String name() {
        return "run-document";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        return List.of(runs.part(RunExport.DOCUMENT));
    }

    @Override
    public void read(byte[] input) throws Exception {
        runs.arriveWith(RunExport.DOCUMENT, input);
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
