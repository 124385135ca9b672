package dev.sdpoint.app.budget.stream;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;

/**
 * The pictures that a person opened, as a stream may take them.
 *
 * @param files in order; an empty list if there are none
 * @param title what they are, such as the name of their folder
 * @param problem why pictures could not be opened, a sentence; blank if they could
 * @param chooseFolder asks for a folder, whose pictures become the files
 */
public record StreamFiles(
        ObservableValue<List<Path>> files,
        ObservableValue<String> title,
        ObservableValue<String> problem,
        Runnable chooseFolder) {}
