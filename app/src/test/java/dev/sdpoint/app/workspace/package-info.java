/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.workspace;

import org.jspecify.annotations.NullMarked;
