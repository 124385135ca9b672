package dev.sdpoint.app.guide;

/**
 * A place in the guide where a searched text stands.
 *
 * @param passage which of {@link GuideText#passages()}
 * @param from its first character there
 * @param to behind its last character
 */
record Match(int passage, int from, int to) {}
