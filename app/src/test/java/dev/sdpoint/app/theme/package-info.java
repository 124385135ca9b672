/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.theme;

import org.jspecify.annotations.NullMarked;
