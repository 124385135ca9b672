/** Tests of the place "Analysis". */
@NullMarked
package dev.sdpoint.app.analysis;

import org.jspecify.annotations.NullMarked;
