package dev.sdpoint.engine.cost;

import dev.sdpoint.engine.sdpoint.Instance;

/**
 * @param instance the instance
 * @param flops operations of one forward pass of one image
 * @param relativeCost {@code flops} over those of the full network
 */
public record InstanceCost(Instance instance, long flops, double relativeCost) {}
