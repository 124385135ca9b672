package dev.sdpoint.app.figure;

/**
 * What was found, and of which model.
 *
 * @param name of the model, for legends and headings
 */
public record Named<T>(String name, T value) {}
