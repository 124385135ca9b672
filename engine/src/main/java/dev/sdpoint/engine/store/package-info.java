/**
 * Training runs on disk: an embedded SQLite database with recipes, every step, evaluations and events, and beside it a folder a
 * run for checkpoints. Imports {@code event} and {@code evaluation}, whose records it keeps, {@code training} for recipes, and
 * {@code model} for whole files. The only room that knows SQL.
 */
@NullMarked
package dev.sdpoint.engine.store;

import org.jspecify.annotations.NullMarked;
