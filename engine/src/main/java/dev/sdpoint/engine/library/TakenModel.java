package dev.sdpoint.engine.library;

/**
 * What came of an import.
 *
 * @param model as it is in the library
 * @param wasThere whether it had been there before, so that nothing was copied
 */
public record TakenModel(FoundModel model, boolean wasThere) {}
