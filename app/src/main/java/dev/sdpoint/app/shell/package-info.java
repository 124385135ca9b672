/**
 * The program around the places: start, wiring by hand, window, sidebar, status bar, opening of files, and the tour that walks
 * through them. The only room that sees the engine's {@code compute}. Imports everything; nothing imports it.
 */
@NullMarked
package dev.sdpoint.app.shell;

import org.jspecify.annotations.NullMarked;
