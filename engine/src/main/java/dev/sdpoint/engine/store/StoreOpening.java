package dev.sdpoint.engine.store;

import java.nio.file.Path;
import java.util.Optional;

/** What became of opening a run store. */
public sealed interface StoreOpening {
    /** The store, if there is one to read at least; whoever opened it closes it. */
    Optional<RunStore> store();

    /** What a person should know, as a sentence or two; empty if all is as ever. */
    Optional<String> sentence();

    /** All is well. */
    record Ready(RunStore open) implements StoreOpening {
        @Override
        public Optional<RunStore> store() {
            return Optional.of(open);
        }

        @Override
        public Optional<String> sentence() {
            return Optional.empty();
        }
    }

    /** Another instance of the program has it open too: both read and record, and each run belongs to who records it. */
    record Shared(RunStore open) implements StoreOpening {
        @Override
        public Optional<RunStore> store() {
            return Optional.of(open);
        }

        @Override
        public Optional<String> sentence() {
            return Optional.of(
                    "Another SDPoint Explorer is open. Both keep their runs in the same list; a run that the other one"
                            + " trains can be looked at here, and deleted once it has ended.");
        }
    }

    /**
     * It was damaged: what could be read was copied into a new one.
     *
     * @param kept the damaged file, as it was found
     * @param runs how many runs were saved
     * @param lost what could not be read, as part of a sentence; empty if it was nothing
     */
    record Repaired(RunStore open, Path kept, int runs, String lost) implements StoreOpening {
        @Override
        public Optional<RunStore> store() {
            return Optional.of(open);
        }

        @Override
        public Optional<String> sentence() {
            return Optional.of("The list of runs was damaged and has been repaired: " + runs
                    + (runs == 1 ? " run was" : " runs were") + " saved" + (lost.isEmpty() ? "" : "; " + lost)
                    + ". The damaged file is kept as " + kept + ".");
        }
    }

    /**
     * It can be looked at, but nothing can be written.
     *
     * @param why as part of a sentence
     */
    record ReadOnly(RunStore open, String why) implements StoreOpening {
        @Override
        public Optional<RunStore> store() {
            return Optional.of(open);
        }

        @Override
        public Optional<String> sentence() {
            return Optional.of("Runs can be looked at but not recorded: " + open.folder() + " cannot be written (" + why
                    + "). Make it writable and start the program anew.");
        }
    }

    /**
     * A newer program has written it; it was left as it is.
     *
     * @param file the database
     * @param version of its tables
     * @param known newest version that this program understands
     */
    record Newer(Path file, int version, int known) implements StoreOpening {
        @Override
        public Optional<RunStore> store() {
            return Optional.empty();
        }

        @Override
        public Optional<String> sentence() {
            return Optional.of("The list of runs was written by a newer SDPoint Explorer (version " + version
                    + " of its tables; this"
                    + " program reads up to " + known + ") and is left as it is: " + file
                    + ". Runs train, but are not recorded. Update SDPoint Explorer.");
        }
    }

    /**
     * It cannot be used now; it was left as it is.
     *
     * @param why a sentence and an action
     */
    record Unusable(String why) implements StoreOpening {
        @Override
        public Optional<RunStore> store() {
            return Optional.empty();
        }

        @Override
        public Optional<String> sentence() {
            return Optional.of(why + " Until then runs train, but are not recorded.");
        }
    }
}
