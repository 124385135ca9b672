/**
 * Architectures as data: a specification unfolds into a plan of layers that {@code cost} counts and {@code compute} builds.
 * Imports {@code sdpoint}; no tensors.
 */
@NullMarked
package dev.sdpoint.engine.network;

import org.jspecify.annotations.NullMarked;
