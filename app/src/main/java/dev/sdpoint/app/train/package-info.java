/**
 * The place "Train": a recipe, its checks, a run that trains on a thread of its own, and what is seen of it. Imports the
 * engine, {@code workspace}, {@code chart}, {@code theme} and {@code concurrent}; no other place.
 */
@NullMarked
package dev.sdpoint.app.train;

import org.jspecify.annotations.NullMarked;
