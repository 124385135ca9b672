/** The Help menu: keys, the log, diagnostics to be copied, and about the program with its licences. */
@NullMarked
package dev.sdpoint.app.shell.help;

import org.jspecify.annotations.NullMarked;
