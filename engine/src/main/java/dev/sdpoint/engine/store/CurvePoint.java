package dev.sdpoint.engine.store;

/**
 * A point of the cost–error curve in the list of runs; the evaluation has it to the digit.
 *
 * @param relativeCost over the full network's
 * @param error top-1, 0 … 1
 */
public record CurvePoint(float relativeCost, float error) {}
