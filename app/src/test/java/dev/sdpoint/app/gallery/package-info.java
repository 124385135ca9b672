/** Tests of the gallery: grouping, filters, layout, interactor, a journey by robot, a scroll benchmark. */
@NullMarked
package dev.sdpoint.app.gallery;

import org.jspecify.annotations.NullMarked;
