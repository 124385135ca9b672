/** Asks a person where files go. Imports JavaFX; knows no place and nothing of what is written. */
@NullMarked
package dev.sdpoint.app.files;

import org.jspecify.annotations.NullMarked;
