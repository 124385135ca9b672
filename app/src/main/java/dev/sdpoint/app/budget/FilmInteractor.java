package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.FilmModel.Look;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.PictureReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps through several files. Holds their names and small pictures of those near the one that is shown, never the pictures
 * themselves. JavaFX thread; files are listed and looked into off it, one at a time.
 */
final class FilmInteractor implements FilmActions {
    private static final Logger LOG = LoggerFactory.getLogger(FilmInteractor.class);
    private static final Texts TEXTS = Texts.of(FilmInteractor.class);
    private static final int THUMBNAIL = 48;
    private static final int NEAR = 8;
    private static final int MOST_LOOKS = 256;
    private static final int MOST_SENTENCES = 3;

    private final BudgetModel budget;
    private final FilmModel state;
    private final PictureActions pictures;
    private final TaskRunner tasks;

    private final Deque<Path> unseen = new ArrayDeque<>();
    private final List<String> sentences = new ArrayList<>();
    private Cancellation listing = () -> {};
    private Cancellation looking = () -> {};
    private boolean busy;
    private boolean tellsProblems;

    FilmInteractor(BudgetModel budget, PictureActions pictures, TaskRunner tasks) {
        this.budget = budget;
        this.state = budget.film();
        this.pictures = pictures;
        this.tasks = tasks;
    }

    @Override
    public void openFiles(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        close();
        if (files.size() == 1) {
            pictures.openFile(files.get(0));
            return;
        }
        tellsProblems = true;
        begin(TEXTS.get("film.files", Integer.toString(files.size())), files);
        files.stream().limit(MOST_LOOKS).forEach(unseen::add);
        lookNext();
    }

    @Override
    public void openFolder(Path folder) {
        close();
        String name = Optional.ofNullable(folder.getFileName()).orElse(folder).toString();
        listing = tasks.run(() -> list(folder), files -> listed(name, files), e -> {
            LOG.info("{} could not be listed.", folder, e);
            pictures.refusePicture(TEXTS.get("film.folder.unreadable", name));
        });
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, FilmInteractor::seemsPicture)) {
            for (Path file : all) {
                if (Thread.currentThread().isInterrupted()) {
                    return List.of();
                }
                files.add(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing((Path file) -> name(file).toLowerCase(Locale.ROOT))
                .thenComparing(FilmInteractor::name));
        return files;
    }

    private static boolean seemsPicture(Path file) {
        return PictureNames.fits(file) && !Files.isDirectory(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void listed(String name, List<Path> files) {
        if (files.isEmpty()) {
            pictures.refusePicture(TEXTS.get("film.folder.empty", name, PictureNames.formats()));
            return;
        }
        tellsProblems = false;
        begin(name, files);
        show(0);
    }

    private void begin(String title, List<Path> files) {
        state.titleProperty().set(title);
        state.framesProperty().set(List.copyOf(files));
    }

    @Override
    public void show(int frame) {
        List<Path> frames = state.framesProperty().get();
        if (frame < 0 || frame >= frames.size()) {
            return;
        }
        state.atProperty().set(frame);
        pictures.openFile(frames.get(frame));
        lookNear(frame);
    }

    private void lookNear(int frame) {
        List<Path> frames = state.framesProperty().get();
        for (int distance = NEAR; distance >= 0; distance--) {
            for (int i : new int[] {frame - distance, frame + distance}) {
                if (i >= 0 && i < frames.size() && !state.looks().containsKey(frames.get(i))) {
                    unseen.remove(frames.get(i));
                    unseen.addFirst(frames.get(i));
                }
            }
        }
        lookNext();
    }

    private void lookNext() {
        Path file = busy ? null : unseen.poll();
        if (file == null) {
            return;
        }
        busy = true;
        looking = tasks.run(() -> look(file), look -> looked(file, look), e -> {
            LOG.info("{} could not be looked into.", file, e);
            looked(file, new Look(Optional.empty(), TEXTS.get("picture.unreadable", name(file))));
        });
    }

    private static Look look(Path file) {
        try {
            return new Look(Optional.of(PictureReader.fit(PictureReader.read(file), THUMBNAIL)), "");
        } catch (DataException e) {
            String sentence = String.valueOf(e.getMessage()).replace(file.toString(), name(file));
            return new Look(Optional.empty(), sentence);
        }
    }

    private void looked(Path file, Look look) {
        busy = false;
        forgetFar();
        state.looks().put(file, look);
        if (look.broken() && tellsProblems) {
            sentences.add(look.problem());
            tellProblems();
        }
        if (!look.broken() && state.atProperty().get() == FilmModel.NONE) {
            show(state.framesProperty().get().indexOf(file));
        }
        lookNext();
    }

    private void tellProblems() {
        String told = String.join("\n", sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())));
        int more = sentences.size() - MOST_SENTENCES;
        state.problemsProperty()
                .set(more > 0 ? told + "\n" + TEXTS.get("film.more", more, Integer.toString(more)) : told);
    }

    private void forgetFar() {
        if (state.looks().size() < MOST_LOOKS) {
            return;
        }
        List<Path> frames = state.framesProperty().get();
        int at = Math.max(0, state.atProperty().get());
        Set<Path> near = Set.copyOf(frames.subList(Math.max(0, at - NEAR), Math.min(frames.size(), at + NEAR + 1)));
        state.looks().keySet().retainAll(near);
    }

    @Override
    public void step(int frames) {
        int direction = frames < 0 ? -1 : 1;
        int last = state.framesProperty().get().size() - 1;
        int now = state.atProperty().get();
        int wanted = Math.max(0, Math.min(last, now + frames));
        int at = sound(wanted, direction);
        if (at < 0 || at > last) {
            at = sound(wanted, -direction);
        }
        boolean onward = now == FilmModel.NONE || direction * Integer.compare(at, now) > 0;
        if (at >= 0 && at <= last && onward) {
            show(at);
        }
    }

    /** The first frame from one on that is not known to be broken; past the edge if there is none. */
    private int sound(int from, int direction) {
        int at = from;
        while (at >= 0 && at < state.framesProperty().get().size() && broken(at)) {
            at += direction;
        }
        return at;
    }

    private boolean broken(int frame) {
        Look look = state.looks().get(state.framesProperty().get().get(frame));
        return look != null && look.broken();
    }

    @Override
    public void togglePlaying() {
        boolean play = !state.playingProperty().get();
        int last = state.framesProperty().get().size() - 1;
        if (play && sound(state.atProperty().get() + 1, 1) > last) {
            state.atProperty().set(FilmModel.NONE);
            step(1);
        }
        state.playingProperty().set(play && last > 0);
    }

    @Override
    public void beat() {
        boolean behind = budget.readingPictureProperty().get()
                || budget.waitingProperty().get();
        if (!state.playingProperty().get() || behind) {
            return;
        }
        int before = state.atProperty().get();
        step(1);
        if (state.atProperty().get() == before) {
            state.playingProperty().set(false);
        }
    }

    @Override
    public void dismissProblems() {
        sentences.clear();
        state.problemsProperty().set("");
    }

    @Override
    public void close() {
        listing.cancel();
        looking.cancel();
        busy = false;
        unseen.clear();
        dismissProblems();
        state.playingProperty().set(false);
        state.atProperty().set(FilmModel.NONE);
        state.framesProperty().set(List.of());
        state.looks().clear();
        state.titleProperty().set("");
    }
}
