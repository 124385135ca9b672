/**
 * What this machine can compute with: its processor, and the NVIDIA GPUs that the driver names. The tensor library is not needed to find
 * out, and is not loaded: what it could not run must be known before. Imports nothing of the engine.
 */
@NullMarked
package dev.sdpoint.engine.device;

import org.jspecify.annotations.NullMarked;
