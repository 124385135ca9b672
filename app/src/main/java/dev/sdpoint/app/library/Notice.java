package dev.sdpoint.app.library;

import java.util.Optional;

/**
 * What the bar above the cards says.
 *
 * @param sentence for a person
 * @param removed the data set that can be brought back, if this is about a removal
 */
record Notice(String sentence, Optional<CardModel> removed) {
    static Notice of(String sentence) {
        return new Notice(sentence, Optional.empty());
    }
}
