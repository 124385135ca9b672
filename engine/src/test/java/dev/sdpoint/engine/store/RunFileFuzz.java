package dev.sdpoint.engine.store;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.nio.file.Files;
import java.util.List;

/** A whole {@code .sdprun} file, seal and all. */
public final class RunFileFuzz implements FuzzTarget {
    private final ImportedRuns runs = new ImportedRuns();

    @Override
    public String name() {
        return "run-file";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        return List.of(Files.readAllBytes(runs.exported()));
    }

    @Override
    public void read(byte[] input) throws Exception {
        Files.write(runs.arriving(), input);
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
