/**
 * One picture and a budget in, a prediction out; and a stream of pictures whose budget follows the load of the machine. Imports {@code model},
 * {@code evaluation}, {@code data} and {@code sdpoint}.
 */
@NullMarked
package dev.sdpoint.engine.inference;

import org.jspecify.annotations.NullMarked;
