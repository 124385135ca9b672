package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.model.SdpModel;

/**
 * A model that is open.
 *
 * @param name for people, such as the file's name
 * @param model the model
 */
public record OpenModel(String name, SdpModel model) {}
