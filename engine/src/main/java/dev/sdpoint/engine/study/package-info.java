/**
 * What one can ask of trained models: scale sensitivity, minimum-cost groups, ablations, statistics, cascades, calibration
 * error, classes by what they lose. Pure computations over sweeps, outcomes and probabilities; where a network must run, it
 * comes in through the interface of {@code evaluation}. Imports {@code evaluation}, {@code cost}, {@code data} and {@code
 * sdpoint}.
 */
@NullMarked
package dev.sdpoint.engine.study;

import org.jspecify.annotations.NullMarked;
