package dev.sdpoint.engine.compute;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * The learning rate of the step under way, handed to DL4J's updater as a schedule; setting it through DL4J would walk the
 * whole graph in every iteration. One thread at a time.
 */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class Rate implements ISchedule {
    private double value;

    void set(double rate) {
        value = rate;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return value;
    }

    /** DL4J clones configurations; all clones must follow the one rate. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public ISchedule clone() {
        return this;
    }
}
