/**
 * Asking a network about one picture in the background: what places that answer have in common. Imports {@code concurrent} and the
 * engine; no nodes and no place.
 */
@NullMarked
package dev.sdpoint.app.inference;

import org.jspecify.annotations.NullMarked;
