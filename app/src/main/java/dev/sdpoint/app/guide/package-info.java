/**
 * The user guide inside the program: docs/guide as the build copies it, read from Markdown and shown by nodes, without a network and
 * without a browser (docs/decisions/0019). The only room that sees commonmark. Imports text, theme, concurrent and workspace.
 */
@NullMarked
package dev.sdpoint.app.guide;

import org.jspecify.annotations.NullMarked;
