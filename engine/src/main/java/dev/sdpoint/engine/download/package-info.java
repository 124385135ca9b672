/**
 * Published data sets and how they come onto this machine: over the network, resumed where it broke off, or from an archive or a
 * folder that a person has already; checked against the published sums, unpacked with suspicion, and put in place whole or not at
 * all.
 *
 * <p>A room of its own beside {@code data}: that one reads folders and never opens a connection, and this one is the only room of the
 * engine that does, always because a person asked for it. Whoever audits what the program says to the network reads this room.
 *
 * <p>May import the JDK's HTTP client, Commons Compress, the readers of {@code data} and the whole-file writer of {@code model};
 * never anything that computes.
 */
@NullMarked
package dev.sdpoint.engine.download;

import org.jspecify.annotations.NullMarked;
