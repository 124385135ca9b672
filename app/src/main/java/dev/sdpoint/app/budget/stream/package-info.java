/**
 * The auto budget of the Budget place: a stream of images that keeps to a target by moving along the instances, watched live. Imports the
 * engine's {@code inference}, the workspace and the theme; nothing of the rest of the place, which puts its view on screen.
 */
@NullMarked
package dev.sdpoint.app.budget.stream;

import org.jspecify.annotations.NullMarked;
