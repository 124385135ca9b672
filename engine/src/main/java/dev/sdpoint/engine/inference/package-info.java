/**
 * One picture and a budget in, a prediction out. Imports {@code model}, {@code evaluation} and {@code data}.
 */
@NullMarked
package dev.sdpoint.engine.inference;

import org.jspecify.annotations.NullMarked;
