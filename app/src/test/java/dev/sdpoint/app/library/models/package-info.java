/** The models of the library: decisions, a person's way through them, and how they look. */
@NullMarked
package dev.sdpoint.app.library.models;

import org.jspecify.annotations.NullMarked;
