package dev.sdpoint.app.cli;

import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.model.SdpModel;
import java.io.PrintWriter;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** Opens what {@code --data} names, and says on standard error what was left out of a folder of pictures. */
final class DataOpening {
    /** What {@code --data} takes. */
    static final String DESCRIPTION =
            "'bundled', the folder of the CIFAR-10 or CIFAR-100 binary files, or a folder of pictures: "
                    + "CLASS/*.jpg, or train/CLASS/*.jpg and val/CLASS/*.jpg.";

    private DataOpening() {}

    /** Opens data for a model: pictures of a folder get the size that it takes. */
    static DataSet open(CommandSpec spec, String data, SdpModel model) throws DataException {
        return open(spec, data, OptionalInt.of(model.network().side()));
    }

    /**
     * Opens data.
     *
     * @param side of pictures of a folder; the program's choice if empty
     */
    static DataSet open(CommandSpec spec, String data, OptionalInt side) throws DataException {
        FolderOptions options = Arguments.valid(
                spec, () -> FolderOptions.keptIn(UserFolders.home()).withSide(side));
        DataSet opened = DataSets.open(data, options);
        PrintWriter err = spec.commandLine().getErr();
        opened.report().notes().forEach(err::println);
        if (!opened.report().skipped().isEmpty()) {
            err.println(opened.report().skippedSentence() + " 'sdpoint folder --folder " + data + "' lists all.");
        }
        err.flush();
        return opened;
    }
}
