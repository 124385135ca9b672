/** Tests of the Help menu. */
@NullMarked
package dev.sdpoint.app.shell.help;

import org.jspecify.annotations.NullMarked;
