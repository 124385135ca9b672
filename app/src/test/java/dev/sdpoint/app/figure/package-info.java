/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.figure;

import org.jspecify.annotations.NullMarked;
