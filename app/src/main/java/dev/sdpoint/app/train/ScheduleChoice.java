package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Schedule;

/** The courses of the learning rate on offer. */
enum ScheduleChoice {
    ONE_CYCLE("One cycle", new Schedule.WarmupCosine(0.15)),
    STEPS("Steps ×0.2", Schedule.Steps.WIDE_RES_NET);

    private final String title;
    private final Schedule schedule;

    ScheduleChoice(String title, Schedule schedule) {
        this.title = title;
        this.schedule = schedule;
    }

    Schedule schedule() {
        return schedule;
    }

    @Override
    public String toString() {
        return title;
    }
}
