/** The Library place: its decisions, a person's way through it, and how it looks. */
@NullMarked
package dev.sdpoint.app.library;

import org.jspecify.annotations.NullMarked;
