/**
 * The gallery: validation images grouped by the least cost that gets them right, with filters and the story of one image. Imports
 * the engine's data and evaluation, {@code workspace}, {@code theme}, {@code figure}, {@code inference} and
 * {@code concurrent}; no other place.
 */
@NullMarked
package dev.sdpoint.app.gallery;

import org.jspecify.annotations.NullMarked;
