/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.cli;

import org.jspecify.annotations.NullMarked;
