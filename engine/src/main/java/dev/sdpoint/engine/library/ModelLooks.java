package dev.sdpoint.engine.library;

import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at model files, and at each only once as long as it does not change. Safe from any thread. */
public final class ModelLooks {
    private static final int MOST = 1000;

    private final Map<Path, FoundModel> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, FoundModel> eldest) {
            return size() > MOST;
        }
    };

    /** What a file is now; empty if there is no such file. One that is there and cannot be read says so. */
    public Optional<FoundModel> at(Path file) {
        FileStamp stamp;
        try {
            stamp = FileStamp.of(file);
        } catch (NoSuchFileException e) {
            forget(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new FoundModel(
                    file,
                    new FileStamp(0, 0, ""),
                    Optional.empty(),
                    file + " may not be looked at. Check its permissions and those of its folder."));
        }
        synchronized (known) {
            FoundModel before = known.get(file);
            if (before != null && before.stamp().equals(stamp)) {
                return Optional.of(before);
            }
        }
        FoundModel found = look(file, stamp);
        synchronized (known) {
            known.put(file, found);
        }
        return Optional.of(found);
    }

    private void forget(Path file) {
        synchronized (known) {
            known.remove(file);
        }
    }

    private static FoundModel look(Path file, FileStamp stamp) {
        try {
            return new FoundModel(file, stamp, Optional.of(ModelFiles.look(file)), "");
        } catch (ModelFileException e) {
            return new FoundModel(file, stamp, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
