package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.download.DataArchive;
import dev.sdpoint.engine.download.DataArchives;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.download.DownloadException;
import dev.sdpoint.engine.download.Holding;
import dev.sdpoint.engine.download.Sizes;
import dev.sdpoint.engine.download.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sdpoint data}: which data sets are here, and bringing published ones here. */
@Command(
        name = "data",
        description = "List the data sets that are here; download published ones, check them and remove them.",
        footer =
                "Downloads go through the proxy of https_proxy, http_proxy or all_proxy (not for the hosts of no_proxy), "
                        + "else through that of the system's settings.")
public final class DataCommand implements Callable<Integer> {
    private static final String DATA_SET = "cifar10 or cifar100.";
    private static final String INTO =
            "The folder that holds the data sets (default: the folder of the program's user data).";

    private final List<DataArchive> archives;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** With the published data sets. */
    public DataCommand() {
        this(DataArchives.all());
    }

    DataCommand(List<DataArchive> archives) {
        this.archives = archives;
    }

    /** Where a data set comes from. */
    static final class Origin {
        @Option(
                names = "--mirror",
                paramLabel = "URL",
                description = "Another address of the archive; with a slash at the end, of the folder it lies in.")
        private Optional<String> mirror = Optional.empty();

        @Option(
                names = "--from",
                paramLabel = "PATH",
                description = "The archive that you have already, or the folder that it was unpacked to. "
                        + "It stays as it is, and the network is not used.")
        private Optional<Path> from = Optional.empty();
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the data sets: "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(
            name = "list",
            description = "List the data sets: the bundled one, and what is here of the published ones.")
    int list(
            @Option(names = "--into", paramLabel = "DIR", description = INTO) Optional<Path> into,
            @Option(
                            names = "--format",
                            defaultValue = "table",
                            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
                    Format format)
            throws DownloadException {
        DataLibrary library = library(into);
        StudyTable table = new StudyTable(
                new StudyTable.Column("data", StudyTable.Kind.TEXT),
                new StudyTable.Column("title", StudyTable.Kind.TEXT),
                new StudyTable.Column("state", StudyTable.Kind.TEXT),
                new StudyTable.Column("size", StudyTable.Kind.TEXT),
                new StudyTable.Column("folder", StudyTable.Kind.TEXT));
        table.add(DataSets.BUNDLED, "CIFAR-10, bundled subset", "comes with the program", "", "");
        for (DataArchive archive : archives) {
            Holding holding = library.look(archive);
            if (holding instanceof Holding.Installed installed) {
                table.add(
                        archive.id(),
                        archive.title(),
                        "installed",
                        Sizes.of(installed.bytes()),
                        installed.folder().toString());
            } else if (holding instanceof Holding.Damaged damaged) {
                table.add(
                        archive.id(),
                        archive.title(),
                        "damaged",
                        Sizes.of(archive.unpackedBytes()),
                        damaged.folder().toString());
            } else if (holding instanceof Holding.Foreign foreign) {
                table.add(
                        archive.id(),
                        archive.title(),
                        "other files",
                        "",
                        foreign.place().toString());
            } else if (holding instanceof Holding.Begun begun) {
                table.add(archive.id(), archive.title(), "begun", Sizes.of(begun.bytes()), "");
            } else {
                table.add(archive.id(), archive.title(), "not here", Sizes.of(archive.bytes()), "");
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.CSV ? table.csv() : table.text());
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "download",
            description =
                    "Download a published data set, check it and unpack it. Ctrl+C keeps what has come, and the same "
                            + "command goes on from there.")
    int download(
            @Parameters(paramLabel = "DATA", description = DATA_SET) String name,
            @ArgGroup(multiplicity = "0..1") Origin origin,
            @Option(names = "--into", paramLabel = "DIR", description = INTO) Optional<Path> into)
            throws DownloadException {
        DataArchive archive = find(name);
        Source source = source(archive, Optional.ofNullable(origin).orElseGet(Origin::new));
        DataLibrary library = library(into);
        PrintWriter err = spec.commandLine().getErr();
        boolean here = lookAt(library, archive) instanceof Holding.Installed;
        Optional<Path> installed = watched(
                "Stopped. What has come is kept; the same command goes on from there.",
                line -> library.install(archive, source, line));
        if (installed.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        err.println(here ? archive.title() + " is here already." : archive.title() + " is installed.");
        err.println("Please cite: " + archive.citation());
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println(installed.get());
        out.flush();
        return ExitCode.OK;
    }

    @Command(name = "check", description = "Compare every installed file with the published sums.")
    int check(
            @Parameters(paramLabel = "DATA", description = DATA_SET) String name,
            @Option(names = "--into", paramLabel = "DIR", description = INTO) Optional<Path> into)
            throws DownloadException {
        DataArchive archive = find(name);
        DataLibrary library = library(into);
        Optional<Boolean> whole = watched("Stopped.", line -> {
            library.check(archive, line);
            return true;
        });
        if (whole.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(archive.title() + " is whole: every file is the published one.");
        err.flush();
        return ExitCode.OK;
    }

    @Command(name = "remove", description = "Remove an installed data set, and what is here of a download, for good.")
    int remove(
            @Parameters(paramLabel = "DATA", description = DATA_SET) String name,
            @Option(names = "--into", paramLabel = "DIR", description = INTO) Optional<Path> into)
            throws DownloadException {
        DataArchive archive = find(name);
        DataLibrary library = library(into);
        Holding unused = lookAt(library, archive);
        boolean removed = library.remove(archive);
        boolean discarded = library.discard(archive);
        boolean forgotten = library.forget(archive); // these, or what was removed in the window
        if (!removed && !discarded && !forgotten) {
            throw new DownloadException(
                    "There is nothing of " + archive.title() + " in " + library.folder() + " to remove.");
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("Removed " + archive.title() + ".");
        err.flush();
        return ExitCode.OK;
    }

    /** What is here; refuses a folder where other files lie. */
    private static Holding lookAt(DataLibrary library, DataArchive archive) throws DownloadException {
        Holding holding = library.look(archive);
        if (holding instanceof Holding.Foreign foreign) {
            throw new DownloadException(foreign.place() + " holds other files. Choose another folder with --into.");
        }
        return holding;
    }

    private interface Work<T> {
        T run(InstallLine line) throws DownloadException, InterruptedException;
    }

    /** Work whose progress is shown; empty if Ctrl+C ended it, which is said before the program may end. */
    private <T> Optional<T> watched(String stopped, Work<T> work) throws DownloadException {
        PrintWriter err = spec.commandLine().getErr();
        try (InstallLine line = new InstallLine(err)) {
            try {
                return Optional.of(work.run(line));
            } catch (InterruptedException e) {
                line.say(stopped);
                return Optional.empty();
            }
        }
    }

    private Source source(DataArchive archive, Origin origin) throws DownloadException {
        return origin.from.isPresent()
                ? new Source.Existing(origin.from.get())
                : Source.mirror(archive, origin.mirror.orElse(""));
    }

    private DataArchive find(String name) {
        return archives.stream()
                .filter(archive -> archive.id().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no published data set '" + name + "' here, only "
                                + archives.stream().map(DataArchive::id).collect(Collectors.joining(" and "))));
    }

    private static DataLibrary library(Optional<Path> into) {
        return new DataLibrary(into.orElseGet(UserFolders::data));
    }
}
