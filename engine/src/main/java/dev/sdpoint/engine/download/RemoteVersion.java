package dev.sdpoint.engine.download;

import java.util.Optional;

/**
 * Which version of a file a server has sent, by what it says of it. A part of one version must never be completed by another.
 *
 * @param address that was asked for, before redirects
 * @param entityTag as sent, with quotes; empty if none
 * @param lastModified as sent; empty if none
 * @param length of the whole file; −1 if not told
 */
record RemoteVersion(String address, String entityTag, String lastModified, long length) {
    static final long UNKNOWN = -1;

    /** Nothing is known of it. */
    static final RemoteVersion NONE = new RemoteVersion("", "", "", UNKNOWN);

    /** What goes into {@code If-Range}: a strong entity tag, else the date; RFC 9110, section 13.1.5, allows no weak tag. */
    Optional<String> condition() {
        if (!entityTag.isEmpty() && !entityTag.startsWith("W/")) {
            return Optional.of(entityTag);
        }
        return lastModified.isEmpty() ? Optional.empty() : Optional.of(lastModified);
    }

    /** Whether another answer from the same address contradicts this one. */
    boolean contradicts(RemoteVersion other) {
        return address.equals(other.address)
                && (differ(entityTag, other.entityTag)
                        || differ(lastModified, other.lastModified)
                        || (length != UNKNOWN && other.length != UNKNOWN && length != other.length));
    }

    private static boolean differ(String mine, String theirs) {
        return !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs);
    }
}
