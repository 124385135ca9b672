package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;

/** The courses of the learning rate on offer. */
enum ScheduleChoice {
    ONE_CYCLE,
    STEPS;

    private static final Texts TEXTS = Texts.of(ScheduleChoice.class);

    /** Name for people. */
    String title() {
        return TEXTS.get(this == STEPS ? "schedule.steps" : "schedule.one-cycle");
    }

    /** What the form's field holds. */
    String id() {
        return this == STEPS ? "steps" : "one-cycle";
    }
}
