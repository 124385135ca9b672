/**
 * The only room that knows DL4J and ND4J: it builds the graph of a plan with layers of our own and runs it. When a newer
 * engine is wanted, this package alone is rebuilt.
 */
@NullMarked
package dev.sdpoint.engine.compute;

import org.jspecify.annotations.NullMarked;
