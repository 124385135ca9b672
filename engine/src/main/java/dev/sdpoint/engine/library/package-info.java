/**
 * The models of a person on disk: a folder of model files, what was deleted from it, and which files were opened elsewhere. Reads what
 * files tell of themselves, never their weights. Needs {@code model} and nothing else of the engine.
 */
@NullMarked
package dev.sdpoint.engine.library;

import org.jspecify.annotations.NullMarked;
