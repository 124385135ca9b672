package dev.sdpoint.app.fuzz;

import dev.sdpoint.app.chart.LiteratureFuzz;
import dev.sdpoint.fuzzing.FuzzCampaign;
import dev.sdpoint.fuzzing.FuzzTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every reader of foreign files in the application; those of the engine are in its own tests. */
public final class AppFuzzTargets {
    private AppFuzzTargets() {}

    static Stream<FuzzTarget> all() {
        return Stream.of(new LiteratureFuzz());
    }

    /** Fuzzes them; arguments as those of {@link FuzzCampaign}, without the classes. */
    public static void main(String[] arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all().map(target -> target.getClass().getName()).forEach(all::add);
        FuzzCampaign.main(all.toArray(String[]::new));
    }
}
