package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.RgbImage;

/**
 * A hard image to choose.
 *
 * @param index its position among the validation images
 * @param thumbnail its pixels
 * @param need how much of the network it needs, in words
 */
record HardPick(int index, RgbImage thumbnail, String need) {}
