/** Tests of the recorded runs. */
@NullMarked
package dev.sdpoint.app.archive;

import org.jspecify.annotations.NullMarked;
