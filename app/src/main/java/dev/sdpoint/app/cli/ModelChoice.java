package dev.sdpoint.app.cli;

import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.library.ModelLooks;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.ModelSummary;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The model that was named in a command: by its file, or by a name of the library or of the model that comes with the program. A file wins over a
 * name, the whole name over its beginning; capital letters matter only where names differ in nothing else.
 *
 * @param name for people: that of its file, without the ending
 * @param file where it is; empty if it comes with the program
 */
public record ModelChoice(String name, Optional<Path> file) {
    /** What {@code --model} takes. */
    public static final String DESCRIPTION =
            "A model file (.sdp), or the name of a model as 'sdpoint models list' shows it; "
                    + "as much of it as no other begins with is enough.";

    /** The short name of the model that comes with the program. */
    static final String SAMPLE = "sample";

    private static final String CONTENT = "[0-9a-f]{4,64}";

    /** A model that has a name. */
    private record Named(List<String> names, Optional<Path> file, Optional<ModelSummary> summary) {
        boolean any(Predicate<String> fits) {
            return names.stream().anyMatch(fits);
        }

        boolean contains(String beginning) {
            return summary.filter(told -> told.content().startsWith(beginning)).isPresent();
        }

        ModelChoice choice() {
            return new ModelChoice(names.get(0), file);
        }
    }

    /**
     * Finds the model that is meant, without reading it.
     *
     * @param typed a file or a name
     * @throws ModelFileException if nothing fits or more than one model, or the library cannot be read
     */
    public static ModelChoice of(String typed) throws ModelFileException {
        Optional<Path> file = file(typed);
        return file.isPresent() ? new ModelChoice(FoundModel.nameOf(file.get()), file) : named(typed, all());
    }

    /** The name of the model that comes with the program. */
    static String sampleName() {
        return FoundModel.nameOf(Path.of(SampleModels.name()));
    }

    /** Reads it whole. */
    SdpModel read() throws ModelFileException {
        return file.isPresent() ? ModelFiles.read(file.get()) : SampleModels.load();
    }

    /** What its file tells of it. */
    ModelSummary look() throws ModelFileException {
        return file.isPresent() ? ModelFiles.look(file.get()) : SampleModels.look();
    }

    /** What is there as a file, and what cannot be a name: whoever reads it says what is wrong with it. */
    private static Optional<Path> file(String typed) {
        try {
            Path path = Path.of(typed);
            return path.getNameCount() > 1 || path.isAbsolute() || Files.isRegularFile(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** All that have names; a copy of the sample in the library, under its name, takes its place. */
    private static List<Named> all() throws ModelFileException {
        List<FoundModel> models = new ModelLibrary(UserFolders.models(), new ModelLooks()).list();
        Optional<ModelSummary> beside = sampleBeside(models);
        List<Named> all = new ArrayList<>();
        for (FoundModel model : models) {
            boolean sample = beside.isEmpty() && model.name().equals(sampleName());
            List<String> names = sample ? List.of(model.name(), SAMPLE) : List.of(model.name());
            all.add(new Named(names, Optional.of(model.file()), model.summary()));
        }
        if (beside.isPresent()) {
            all.add(new Named(List.of(sampleName(), SAMPLE), Optional.empty(), beside));
        }
        return all;
    }

    /** The model that comes with the program; empty if the library has it under its name, or this build comes without. */
    static Optional<ModelSummary> sampleBeside(List<FoundModel> models) {
        try {
            ModelSummary sample = SampleModels.look();
            boolean kept = models.stream()
                    .filter(model -> model.name().equals(sampleName()))
                    .flatMap(model -> model.summary().stream())
                    .anyMatch(sample::sameModel);
            return kept ? Optional.empty() : Optional.of(sample);
        } catch (ModelFileException e) {
            return Optional.empty();
        }
    }

    private static ModelChoice named(String typed, List<Named> all) throws ModelFileException {
        String name =
                FoundModel.isModel(typed) ? typed.substring(0, typed.length() - FoundModel.ENDING.length()) : typed;
        List<Predicate<Named>> ways = List.of(
                model -> model.any(name::equals),
                model -> model.any(name::equalsIgnoreCase),
                model -> !name.isBlank() && model.any(own -> own.regionMatches(true, 0, name, 0, name.length())),
                model -> name.matches(CONTENT) && model.contains(name));
        for (Predicate<Named> way : ways) {
            List<Named> fitting = all.stream().filter(way).toList();
            if (fitting.size() == 1) {
                return fitting.get(0).choice();
            }
            if (fitting.size() > 1) {
                throw new ModelFileException("\"" + typed + "\" fits " + fitting.size() + " models: "
                        + NearNames.listed(
                                fitting.stream().map(model -> whole(model, all)).toList())
                        + ". Name one of them in this way.");
            }
        }
        List<String> near = NearNames.of(
                name, all.stream().flatMap(model -> model.names().stream()).toList());
        throw new ModelFileException("There is no file and no model \"" + typed + "\"."
                + (near.isEmpty() ? "" : " Names like it: " + NearNames.listed(near) + ".")
                + " 'sdpoint models list' has them all.");
    }

    /** What names a model and no other: a name, or the file if others have its name. */
    private static String whole(Named model, List<Named> all) {
        return model.names().stream()
                .filter(name ->
                        all.stream().filter(other -> other.any(name::equals)).count() == 1)
                .findFirst()
                .or(() -> model.file().map(Path::toString))
                .orElse(model.names().get(0));
    }
}
