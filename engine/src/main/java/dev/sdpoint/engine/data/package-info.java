/**
 * Labelled pictures: where they come from, how they are held, and how they become normalised batches.
 *
 * <p>A {@link dev.sdpoint.engine.data.DataSet} is opened from the bundled subset, from an official CIFAR folder or from a folder
 * of pictures ({@link dev.sdpoint.engine.data.DataSets}), turned into batches ({@link dev.sdpoint.engine.data.BatchMaker}) and
 * streamed to a training loop ({@link dev.sdpoint.engine.data.BatchStream}); a person's own picture enters through
 * {@link dev.sdpoint.engine.data.PictureReader}. All randomness is a pure function of a seed.
 *
 * <p>May import the JDK, slf4j, jackson, JSpecify's annotations and the generator of {@code sdpoint}; never another package of
 * the engine and never a tensor library.
 */
@NullMarked
package dev.sdpoint.engine.data;

import org.jspecify.annotations.NullMarked;
