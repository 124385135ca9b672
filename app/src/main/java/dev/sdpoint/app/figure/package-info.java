/**
 * Figures for papers and pages: a figure is described as data and drawn on any machine, with or without a screen, as SVG, PNG or PDF.
 * Imports AWT, JFreeChart, Batik, PDFBox and the engine's scores; no JavaFX, no place and no other room of the app, so that commands can
 * draw too. What the charts of the window share with figures (fonts, ticks, the colours of cost) lives here.
 */
@NullMarked
package dev.sdpoint.app.figure;

import org.jspecify.annotations.NullMarked;
