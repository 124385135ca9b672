package dev.sdpoint.engine.store;

/** Keeps in mind that damage was found while a store was open: it is repaired when the store is opened the next time. */
final class Damage {
    private final StoreFiles files;
    private final boolean repairable;

    /** @param repairable whether the store can be written */
    Damage(StoreFiles files, boolean repairable) {
        this.files = files;
        this.repairable = repairable;
    }

    /** Something that may find damage. */
    interface Call<T> {
        T get() throws StoreException;
    }

    /** Does something, and marks the store if it finds damage. */
    <T> T noticing(Call<T> call) throws StoreException {
        try {
            return call.get();
        } catch (StoreException e) {
            if (e.damage() && repairable) {
                files.markDamaged();
            }
            throw e;
        }
    }
}
