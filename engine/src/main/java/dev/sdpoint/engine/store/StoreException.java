package dev.sdpoint.engine.store;

import dev.sdpoint.engine.data.FullStop;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The run store cannot do what was asked. The message is a sentence and an action for a person. */
public final class StoreException extends Exception {
    private final boolean damage;

    /** A failure that has nothing to do with the database itself. */
    public StoreException(String message) {
        super(message);
        damage = false;
    }

    StoreException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreException(String message, @Nullable Throwable cause, boolean damage) {
        super(message, cause);
        this.damage = damage;
    }

    /** Whether the database is damaged; it is repaired when the store is opened the next time. */
    public boolean damage() {
        return damage;
    }

    static StoreException damaged(String what, @Nullable Throwable cause) {
        return new StoreException(
                "The run store is damaged: " + FullStop.without(what)
                        + ". Start the program anew: it then keeps the file aside and copies over what"
                        + " can be read.",
                cause,
                true);
    }

    static StoreException of(SQLException failure) {
        if (isDamage(failure)) {
            return damaged(String.valueOf(failure.getMessage()), failure);
        }
        SQLiteErrorCode code = code(failure);
        String sentence = switch (primary(code)) {
            case SQLITE_FULL -> "The disk is full: the run store could not be written. Free some space.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "Another instance of the program has been writing the run store for long."
                        + " Wait until it is done, and try again.";
            case SQLITE_READONLY -> "The run store can only be read. Check that its folder can be written.";
            default ->
                "The run store could not be read or written (" + failure.getMessage()
                        + "). Check its folder and the free space.";
        };
        return new StoreException(sentence, failure);
    }

    /** Whether SQLite says that the file is no sound database. */
    static boolean isDamage(SQLException failure) {
        SQLiteErrorCode code = primary(code(failure));
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** The kind of an extended code: its lowest byte. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code.code < 0 ? code : SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    }
}
