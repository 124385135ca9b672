/**
 * The models of the Library place: those that come with the program, those that a person keeps, and those that were opened elsewhere;
 * a card of each, import, export and deletion.
 */
@NullMarked
package dev.sdpoint.app.library.models;

import org.jspecify.annotations.NullMarked;
