/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.guide;

import org.jspecify.annotations.NullMarked;
