/**
 * The gallery: validation images grouped by the least cost that gets them right, with filters, the story of one image, and the comparison
 * of two models' groups. Imports the engine, {@code workspace}, {@code theme}, {@code figure}, {@code inference}, {@code archive},
 * {@code study} and {@code concurrent}; no other place.
 */
@NullMarked
package dev.sdpoint.app.gallery;

import org.jspecify.annotations.NullMarked;
