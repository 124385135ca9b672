package dev.sdpoint.app.library;

import dev.sdpoint.engine.download.DataArchive;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the place shows of data sets. JavaFX thread only. */
final class LibraryModel {
    private final List<CardModel> cards;
    private final BooleanProperty bundledOpen = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<String>> notice = new SimpleObjectProperty<>(Optional.empty());

    LibraryModel(List<DataArchive> archives) {
        cards = archives.stream().map(CardModel::new).toList();
    }

    /** The published data sets, in order. */
    List<CardModel> cards() {
        return cards;
    }

    /** Whether the images that come with the program are those that are open. */
    BooleanProperty bundledOpenProperty() {
        return bundledOpen;
    }

    /** What the bar above the cards says was done. */
    ObjectProperty<Optional<String>> noticeProperty() {
        return notice;
    }
}
