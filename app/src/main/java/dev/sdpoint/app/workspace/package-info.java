/**
 * What the places share without knowing each other: the open model, the open data set, the selected instance and image, and
 * what a place is. Imports the engine and JavaFX properties; no nodes of any place.
 */
@NullMarked
package dev.sdpoint.app.workspace;

import org.jspecify.annotations.NullMarked;
