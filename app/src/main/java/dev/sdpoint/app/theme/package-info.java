/**
 * Colour tokens, light and dark, the colours of cost for nodes, fonts, and the bridge that makes ControlsFX follow AtlantaFX.
 * Imports JavaFX.
 */
@NullMarked
package dev.sdpoint.app.theme;

import org.jspecify.annotations.NullMarked;
