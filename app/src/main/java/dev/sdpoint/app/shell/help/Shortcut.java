package dev.sdpoint.app.shell.help;

/**
 * A key and what it does.
 *
 * @param keys as people read them, such as {@code Ctrl+1}
 * @param deed such as "Train"
 */
public record Shortcut(String keys, String deed) {}
