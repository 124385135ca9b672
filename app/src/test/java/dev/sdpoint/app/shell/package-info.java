/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.shell;

import org.jspecify.annotations.NullMarked;
