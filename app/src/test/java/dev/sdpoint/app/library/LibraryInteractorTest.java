package dev.sdpoint.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.ServedArchive;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.download.DataArchive;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.Removed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the place decides, without a toolkit; jobs run when a test lets them. */
@Timeout(300)
final class LibraryInteractorTest {
    @TempDir
    private Path folder;

    private final List<Path> opened = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final UndoStack undos = new UndoStack();
    private ServedArchive server;
    private DataLibrary library;
    private LibraryModel model;
    private LibraryInteractor interactor;
    private Runnable onTold = () -> {};

    @BeforeEach
    void make() throws IOException {
        server = new ServedArchive();
        library = new DataLibrary(folder.resolve("data"));
        model = new LibraryModel(List.of(server.archive(), another(server.archive())));
        interactor = new LibraryInteractor(
                model,
                new Workspace(),
                new DirectTaskRunner(),
                new HeldJobs(),
                library,
                new LibraryActions() {
                    @Override
                    public void openBundled() {
                        opened.add(Path.of("bundled"));
                    }

                    @Override
                    public void openData(Path chosen) {
                        opened.add(chosen);
                    }
                },
                undos);
        interactor.refresh();
    }

    private static DataArchive another(DataArchive first) {
        return new DataArchive(
                "other",
                "Other",
                first.contents(),
                first.citation(),
                first.address(),
                first.bytes(),
                first.md5(),
                first.folder(),
                first.files(),
                first.texts());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private final class HeldJobs implements LongJobs {
        @Override
        public <T> void start(
                String title,
                BackgroundJob.Work<T> work,
                Runnable stopSignal,
                Consumer<T> done,
                Consumer<Throwable> failed) {
            waiting.add(() -> {
                T result;
                try {
                    result = work.run(new Telling());
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(result);
            });
        }
    }

    private final class Telling implements BackgroundJob.Progress {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void update(long done, long total, String message) {
            told.add(message);
            onTold.run();
        }

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }
    }

    private CardModel card() {
        return model.cards().get(0);
    }

    private CardState state() {
        return card().stateProperty().get();
    }

    private void run() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void installsAndOpens() {
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        interactor.download(card());
        assertThat(state()).isInstanceOf(CardState.Working.class);
        interactor.download(card());
        assertThat(waiting).as("one job at a time").hasSize(1);
        List<CardState> seen = new ArrayList<>();
        onTold = () -> {
            interactor.pump();
            seen.add(state());
        };
        run();
        assertThat(seen)
                .anyMatch(s -> s instanceof CardState.Working working
                        && working.progress().stage() == InstallProgress.Stage.DOWNLOADING);
        assertThat(told).anyMatch(text -> text.startsWith("Downloading "));
        Path inside = folder.resolve("data/tiny/tiny-binary");
        assertThat(state()).isEqualTo(new CardState.Installed(inside, 1_000_000));
        assertThat(model.noticeProperty().get().orElseThrow()).startsWith("Tiny is installed, 1.0 MB.");
        interactor.open(card());
        assertThat(opened).containsExactly(inside);
    }

    @Test
    void keepsWhatCameWhenCancelled() {
        interactor.download(card());
        onTold = () -> interactor.cancel(card());
        run();
        assertThat(state()).isNotInstanceOf(CardState.Installed.class);
        assertThat(card().problemProperty().get()).as("a wish is no problem").isEmpty();
        onTold = () -> {};
        interactor.download(card());
        run();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        card().mirrorProperty().set("mirror");
        interactor.download(card());
        assertThat(waiting).isEmpty();
        assertThat(card().mirrorShownProperty().get()).isTrue();
        assertThat(card().problemProperty().get()).startsWith("'mirror' is no address to download from.");
        card().mirrorProperty().set(server.address("/missing/").toString());
        interactor.download(card());
        run();
        assertThat(card().problemProperty().get()).contains("There is no such file");
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        card().mirrorProperty().set("");
        interactor.download(card());
        assertThat(card().problemProperty().get())
                .as("a new try begins without")
                .isEmpty();
        run();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
    }

    private void install() throws IOException {
        install(card());
    }

    private void install(CardModel card) throws IOException {
        interactor.take(card, ServedArchive.write(folder.resolve("mine.tar.gz")));
        run();
        assertThat(card.stateProperty().get()).isInstanceOf(CardState.Installed.class);
        assertThat(server.ranges()).isEmpty();
    }

    @Test
    void removesWithUndo() throws IOException {
        install();
        interactor.remove(card());
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        assertThat(card().removedProperty().get().map(Removed::what)).contains(Removed.What.DATA);
        undos.undo();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
        assertThat(card().removedProperty().get()).isEmpty();
        assertThat(undos.all(Object.class)).isEmpty();
        interactor.remove(card());
        interactor.forget(card());
        undos.undo();
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        assertThat(card().removedProperty().get()).isEmpty();
        assertThat(folder.resolve("data/.tiny.removed")).doesNotExist();
    }

    @Test
    void aRemovedSetSurvivesNewsOfOtherJobsAHiddenNoticeAndTheRemovalOfAnother() throws IOException {
        CardModel other = model.cards().get(1);
        install();
        install(other);
        interactor.check(other);
        interactor.remove(card());
        run();
        assertThat(model.noticeProperty().get().orElseThrow()).startsWith("Other is whole");
        interactor.hideNotice();
        interactor.refresh();
        assertThat(card().removedProperty().get()).isPresent();
        interactor.remove(other);
        undos.undo();
        assertThat(other.stateProperty().get()).as("the last first").isInstanceOf(CardState.Installed.class);
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        undos.undo();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
    }

    @Test
    void aRemovedSetSurvivesTheEndOfTheProgram() throws Exception {
        install();
        interactor.remove(card());
        interactor.close();
        server.close();
        make();
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        assertThat(card().removedProperty().get().map(Removed::bytes)).contains(1_000_000L);
        interactor.undo(card());
        assertThat(state()).isInstanceOf(CardState.Installed.class);
    }

    @Test
    void undoWaitsInWordsForWhatRunsForTheSameSet() throws IOException {
        install();
        interactor.remove(card());
        interactor.download(card());
        undos.undo();
        assertThat(card().problemProperty().get()).startsWith("Cancel first what runs for Tiny");
        onTold = () -> interactor.cancel(card());
        run();
        assertThat(card().problemProperty().get()).isEmpty();
        assertThat(card().removedProperty().get()).isPresent();
        undos.undo();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
    }

    @Test
    void whatIsInstalledAnewIsNothingToBringBack() throws IOException {
        install();
        interactor.remove(card());
        interactor.download(card());
        run();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
        assertThat(card().removedProperty().get()).isEmpty();
        assertThat(undos.all(Object.class)).isEmpty();
    }

    @Test
    void anUndoThatFailedCanBeTriedAgain() throws IOException {
        install();
        interactor.remove(card());
        Path lock = folder.resolve("data/.tiny.lock");
        Files.delete(lock);
        Files.createDirectory(lock); // whatever keeps it from working
        undos.undo();
        assertThat(card().problemProperty().get()).isNotEmpty();
        assertThat(card().removedProperty().get()).isPresent();
        Files.delete(lock);
        undos.undo();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
        assertThat(card().problemProperty().get()).isEmpty();
    }

    @Test
    void aDiscardedDownloadComesBack() throws IOException {
        Path part = folder.resolve("data/.tiny.tar.gz.part");
        Files.createDirectories(part.getParent());
        Files.write(part, new byte[1000]);
        interactor.refresh();
        assertThat(state()).isInstanceOf(CardState.Begun.class);
        interactor.discard(card());
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        assertThat(card().removedProperty().get().map(Removed::what)).contains(Removed.What.DOWNLOAD);
        undos.undo();
        assertThat(state()).isEqualTo(new CardState.Begun(1000, card().archive().bytes()));
        assertThat(card().removedProperty().get()).isEmpty();
    }

    @Test
    void findsDamage() throws IOException {
        install();
        interactor.check(card());
        run();
        assertThat(model.noticeProperty().get().orElseThrow()).startsWith("Tiny is whole");
        Path file = folder.resolve("data/tiny/tiny-binary/tiny.bin");
        Files.write(file, new byte[1_000_000]);
        interactor.check(card());
        run();
        assertThat(card().problemProperty().get()).contains("the content of tiny.bin is not the published one");
        Files.write(file, new byte[1]);
        interactor.refresh();
        assertThat(state()).isInstanceOf(CardState.Damaged.class);
        interactor.download(card());
        run();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
    }

    @Test
    void saysThatOtherFilesAreInTheWayUntilTheyAreGone() throws IOException {
        Path photo = folder.resolve("data/tiny/photo.jpg");
        Files.createDirectories(photo.getParent());
        Files.writeString(photo, "dear");
        interactor.refresh();
        assertThat(state())
                .isInstanceOfSatisfying(
                        CardState.Foreign.class,
                        foreign -> assertThat(foreign.sentence())
                                .contains("holds other files", "Move or rename it to install Tiny here."));
        Files.move(photo.getParent(), folder.resolve("photos"));
        interactor.lookAgain(card());
        assertThat(state()).isInstanceOf(CardState.Absent.class);
    }

    @Test
    void endsJobsWithTheProgram() {
        interactor.download(card());
        interactor.close();
        run();
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        assertThat(server.ranges()).isEmpty();
    }
}
