package dev.sdpoint.app.train;

/** The courses of the learning rate on offer. */
enum ScheduleChoice {
    ONE_CYCLE("One cycle"),
    STEPS("Steps");

    private final String title;

    ScheduleChoice(String title) {
        this.title = title;
    }

    /** Name for people. */
    String title() {
        return title;
    }

    /** What the form's field holds. */
    String id() {
        return this == STEPS ? "steps" : "one-cycle";
    }
}
