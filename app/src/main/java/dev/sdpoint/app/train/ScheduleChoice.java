package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Schedule;

/** The courses of the learning rate on offer. */
enum ScheduleChoice {
    ONE_CYCLE("One cycle"),
    STEPS("Steps ×0.2");

    private static final double WARM_UP = 0.15;

    private final String title;

    ScheduleChoice(String title) {
        this.title = title;
    }

    Schedule schedule() {
        return switch (this) {
            case ONE_CYCLE -> new Schedule.WarmupCosine(WARM_UP);
            case STEPS -> Schedule.Steps.WIDE_RES_NET;
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
