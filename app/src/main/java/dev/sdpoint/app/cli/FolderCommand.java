package dev.sdpoint.app.cli;

import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.ImageFolder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.SkippedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sdpoint folder}: what is in a data folder, and what was kept of it. */
@Command(
        name = "folder",
        description =
                "Say what a data folder holds, class by class, and list every file that is left out with the reason.")
public final class FolderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--folder", description = "A folder of pictures, or of the CIFAR-10 or CIFAR-100 binary files.")
    private @Nullable Path folder;

    @Option(
            names = "--clear-cache",
            description = "Delete the reduced pictures that were kept of all folders. They are made again when needed.")
    private boolean clear;

    @Override
    public Integer call() throws DataException, IOException {
        if (folder == null && !clear) {
            throw new ParameterException(spec.commandLine(), "Give --folder, --clear-cache, or both.");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (clear) {
            long freed = ImageFolder.clearKeptPictures(UserFolders.home());
            out.printf(Locale.ROOT, "Freed %,.1f MB.%n", freed / 1e6);
        }
        if (folder != null) {
            tell(DataSets.open(folder, FolderOptions.keptIn(UserFolders.home())), out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void tell(DataSet data, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d images for training, %,d for validation, %,d classes, read at %d × %d pixels%n",
                data.title(),
                data.training().size(),
                data.validation().size(),
                data.classCount(),
                data.side(),
                data.side());
        int[] training = counts(data.training(), data.classCount());
        int[] validation = counts(data.validation(), data.classCount());
        for (int label = 0; label < data.classCount(); label++) {
            out.printf(
                    Locale.ROOT,
                    "  %,9d %,9d  %s%n",
                    training[label],
                    validation[label],
                    data.classNames().get(label));
        }
        data.report().notes().forEach(out::println);
        for (String link : data.report().linksOutside()) {
            out.println("Followed out of the folder: " + link);
        }
        for (SkippedFile file : data.report().skipped()) {
            out.println("Left out: " + file.path() + ". " + file.reason());
        }
    }

    private static int[] counts(LabeledImages images, int classes) {
        int[] counts = new int[classes];
        for (int i = 0; i < images.size(); i++) {
            counts[images.label(i)]++;
        }
        return counts;
    }
}
