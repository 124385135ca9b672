/**
 * The comparison of the paper's Fig. 3: which networks are trained in which way, the curves that come of it, and what they say
 * about the claims of the paper. Imports {@code training}, {@code model}, {@code evaluation} and what these rest on.
 */
@NullMarked
package dev.sdpoint.engine.reproduction;

import org.jspecify.annotations.NullMarked;
