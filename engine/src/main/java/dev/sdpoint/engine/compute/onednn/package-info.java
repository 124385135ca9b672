/**
 * oneDNN 3, called directly: the convolutions of a network in host memory. It knows addresses of floats, no tensor library. Where the
 * library is not there, {@link dev.sdpoint.engine.compute.onednn.OneDnn#available} is empty and ND4J's own convolutions take over.
 */
@NullMarked
package dev.sdpoint.engine.compute.onednn;

import org.jspecify.annotations.NullMarked;
