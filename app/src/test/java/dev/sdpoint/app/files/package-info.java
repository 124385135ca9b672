/** Tests of the package of the same name. */
@NullMarked
package dev.sdpoint.app.files;

import org.jspecify.annotations.NullMarked;
