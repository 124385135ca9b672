package dev.sdpoint.app.study;

import dev.sdpoint.engine.evaluation.SweepCsv;
import dev.sdpoint.engine.sdpoint.Instance;

/** Instances as one types them and as tables for programs have them: POINT:RATIO, such as 3:0.5. */
public final class ShortName {
    private ShortName() {}

    /** Point and ratio with a colon between. */
    public static String of(Instance instance) {
        return instance.point() + ":" + ratio(instance);
    }

    /** A ratio without needless zeros: 1, 0.5, 0.75. */
    public static String ratio(Instance instance) {
        return SweepCsv.ratio(instance);
    }
}
