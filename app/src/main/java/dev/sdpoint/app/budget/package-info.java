/**
 * The Budget place: a cost that a person chooses with one slider, the network that this buys, and what it says of a picture
 * beside the full network. Imports the workspace, the theme, the task runner and the engine; no other place.
 */
@NullMarked
package dev.sdpoint.app.budget;

import org.jspecify.annotations.NullMarked;
