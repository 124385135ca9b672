package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.device.CudaBuild;

/** Says what computes; for a process of its own. */
final class WhatComputes {
    private WhatComputes() {}

    /** Loads the back end. */
    public static void main(String[] arguments) {
        Dl4jCompute compute = new Dl4jCompute();
        System.out.println("build " + CudaBuild.here());
        System.out.println("device " + compute.device());
        compute.explanation().forEach(System.out::println);
        System.exit(0);
    }
}
