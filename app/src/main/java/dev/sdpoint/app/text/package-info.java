/**
 * What the window says, apart from the code that says it: every room has its English texts in a bundle {@code texts.properties} beside its
 * classes, where a translator finds all of them (docs/decisions/0018). Imports nothing but the JDK and a logger.
 */
@NullMarked
package dev.sdpoint.app.text;

import org.jspecify.annotations.NullMarked;
