package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.training.Recipe;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the queue between sessions, whole or not at all; each window its own. Blocking; thread-safe. */
final class QueueFile {
    private static final Texts TEXTS = Texts.of(QueueFile.class);
    private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);
    private static final String VERSION = "1";
    private static final String PARENT_CHECKPOINT = "parent.checkpoint";

    private final Path file;
    private final AtomicLong versions = new AtomicLong();
    private long written;
    private @Nullable Path mine;

    QueueFile(Path file) {
        this.file = file;
    }

    /**
     * What waited when the queue was written last, and what windows that have ended left; nothing if it never was.
     *
     * @throws IOException with a sentence if it cannot be understood; the file is then kept under another name
     */
    synchronized List<QueuedRun> read() throws IOException {
        Path ours = mine();
        List<QueuedRun> runs = new ArrayList<>(read(ours));
        List<QueueClaim.Left> left = QueueClaim.left(file);
        try {
            for (QueueClaim.Left other : left) {
                runs.addAll(readOrSetAside(other.file()));
            }
            if (!left.isEmpty()) {
                store(ours, runs);
            }
            for (QueueClaim.Left other : left) {
                Files.deleteIfExists(other.file());
            }
        } finally {
            for (QueueClaim.Left other : left) {
                other.close();
            }
        }
        return List.copyOf(runs);
    }

    /**
     * Checkpoints that the waiting runs of all windows begin from, as they were written last. No queue is taken over.
     *
     * @throws IOException if a queue cannot be read, whose runs may need any
     */
    Set<Path> parents() throws IOException {
        Set<Path> parents = new HashSet<>();
        List<Path> places = new ArrayList<>(QueueClaim.places(file));
        Collections.reverse(places); // a window takes over later queues, and removes them when its own has their runs
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                addParents(place, parents);
            }
        }
        return parents;
    }

    private static void addParents(Path place, Set<Path> parents) throws IOException {
        try {
            Properties properties = properties(place);
            for (String key : properties.stringPropertyNames()) {
                if (key.endsWith(PARENT_CHECKPOINT)) {
                    parents.add(Path.of(properties.getProperty(key)));
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} was taken over meanwhile.", place, e);
        } catch (IllegalArgumentException e) {
            throw new IOException(place + ": " + e.getMessage(), e);
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties;
    }

    /** What cannot be read of another window's queue is kept aside, and must not keep this one's from being read. */
    private static List<QueuedRun> readOrSetAside(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            LOG.warn("What another window left in {} cannot be taken over.", file, e);
            return List.of();
        }
    }

    private synchronized Path mine() {
        Path known = mine;
        if (known == null) {
            known = QueueClaim.of(file);
            mine = known;
        }
        return known;
    }

    private static List<QueuedRun> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Properties properties = properties(file);
            if (!VERSION.equals(properties.getProperty("version"))) {
                throw new IllegalArgumentException(TEXTS.get("queue.unreadable.version"));
            }
            List<QueuedRun> runs = new ArrayList<>();
            for (int i = 0; properties.getProperty(i + ".recipe") != null; i++) {
                runs.add(run(properties, i + "."));
            }
            return runs;
        } catch (IOException | IllegalArgumentException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".unread");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(
                    TEXTS.get("queue.unreadable", FullStop.without(String.valueOf(e.getMessage())), aside), e);
        }
    }

    /** The number of a state that is about to be written: a later one wins, in whichever order they are written. */
    long next() {
        return versions.incrementAndGet();
    }

    /** Writes a state, unless a later one is written already. */
    synchronized void write(long version, List<QueuedRun> runs) throws IOException {
        if (version <= written) {
            return;
        }
        store(mine(), runs);
        written = version;
    }

    private static void store(Path file, List<QueuedRun> runs) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("version", VERSION);
        for (int i = 0; i < runs.size(); i++) {
            put(properties, i + ".", runs.get(i));
        }
        StringWriter text = new StringWriter();
        properties.store(text, TEXTS.get("queue.file-comment"));
        WholeFile.write(file, text.toString());
    }

    private static void put(Properties properties, String at, QueuedRun run) {
        properties.setProperty(at + "recipe", run.recipe().text());
        properties.setProperty(at + "data", run.dataTitle());
        properties.setProperty(at + "fingerprint", run.dataFingerprint());
        run.parent().ifPresent(parent -> {
            properties.setProperty(at + "parent", parent.name());
            properties.setProperty(at + PARENT_CHECKPOINT, parent.checkpoint().toString());
            properties.setProperty(at + "parent.recipe", parent.recipe().text());
            properties.setProperty(at + "parent.iteration", String.valueOf(parent.iteration()));
            properties.setProperty(at + "parent.iterations", String.valueOf(parent.iterations()));
        });
    }

    private static QueuedRun run(Properties properties, String at) {
        Optional<ParentRun> parent = properties.getProperty(at + "parent") == null
                ? Optional.empty()
                : Optional.of(new ParentRun(
                        text(properties, at + "parent"),
                        Path.of(text(properties, at + PARENT_CHECKPOINT)),
                        Recipe.ofText(text(properties, at + "parent.recipe")),
                        Long.parseLong(text(properties, at + "parent.iteration")),
                        Long.parseLong(text(properties, at + "parent.iterations"))));
        return new QueuedRun(
                Recipe.ofText(text(properties, at + "recipe")),
                text(properties, at + "data"),
                text(properties, at + "fingerprint"),
                parent);
    }

    private static String text(Properties properties, String key) {
        String text = properties.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(TEXTS.get("queue.unreadable.lacks", key));
        }
        return text;
    }
}
