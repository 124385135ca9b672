/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.concurrent;

import org.jspecify.annotations.NullMarked;
