package dev.sdpoint.engine.fuzz;

import dev.sdpoint.engine.data.CifarFuzz;
import dev.sdpoint.engine.data.FolderIndexFuzz;
import dev.sdpoint.engine.data.PictureFuzz;
import dev.sdpoint.engine.data.PictureHeaderFuzz;
import dev.sdpoint.engine.download.ArchiveFuzz;
import dev.sdpoint.engine.model.ManifestFuzz;
import dev.sdpoint.engine.model.ModelFileFuzz;
import dev.sdpoint.engine.store.RunDocumentFuzz;
import dev.sdpoint.engine.store.RunFileFuzz;
import dev.sdpoint.engine.store.RunStepsFuzz;
import dev.sdpoint.engine.training.CheckpointFuzz;
import dev.sdpoint.engine.training.RecipeFuzz;
import dev.sdpoint.fuzzing.FuzzCampaign;
import dev.sdpoint.fuzzing.FuzzTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every reader of foreign files in the engine. */
public final class EngineFuzzTargets {
    private EngineFuzzTargets() {}

    static Stream<FuzzTarget> all() throws Exception {
        return Stream.of(
                new ModelFileFuzz(),
                new ManifestFuzz(),
                new CheckpointFuzz(),
                new RecipeFuzz(),
                new RunFileFuzz(),
                new RunDocumentFuzz(),
                new RunStepsFuzz(),
                new CifarFuzz(),
                new ArchiveFuzz(),
                new FolderIndexFuzz(),
                new PictureHeaderFuzz(),
                new PictureFuzz());
    }

    /** Fuzzes them; arguments as those of {@link FuzzCampaign}, without the classes. */
    public static void main(String[] arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all().map(target -> target.getClass().getName()).forEach(all::add);
        FuzzCampaign.main(all.toArray(String[]::new));
    }
}
