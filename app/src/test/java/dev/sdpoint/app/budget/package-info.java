/** Tests of the Budget place. */
@NullMarked
package dev.sdpoint.app.budget;

import org.jspecify.annotations.NullMarked;
