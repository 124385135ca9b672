/**
 * The method itself: which networks of different cost one set of weights gives, and how training draws among them.
 * Imports nothing but the JDK.
 */
@NullMarked
package dev.sdpoint.engine.sdpoint;

import org.jspecify.annotations.NullMarked;
