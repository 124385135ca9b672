package dev.sdpoint.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.ServedArchive;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.download.InstallProgress;
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
    private ServedArchive server;
    private DataLibrary library;
    private LibraryModel model;
    private LibraryInteractor interactor;
    private Runnable onTold = () -> {};

    @BeforeEach
    void make() throws IOException {
        server = new ServedArchive();
        library = new DataLibrary(folder.resolve("data"));
        model = new LibraryModel(List.of(server.archive()));
        interactor = new LibraryInteractor(
                model, new Workspace(), new DirectTaskRunner(), new HeldJobs(), library, new LibraryActions() {
                    @Override
                    public void openBundled() {
                        opened.add(Path.of("bundled"));
                    }

                    @Override
                    public void openData(Path chosen) {
                        opened.add(chosen);
                    }
                });
        interactor.refresh();
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
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).startsWith("Tiny is installed, 1.0 MB.");
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
        interactor.take(card(), ServedArchive.write(folder.resolve("mine.tar.gz")));
        run();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
        assertThat(server.ranges()).isEmpty();
    }

    @Test
    void removesWithUndo() throws IOException {
        install();
        interactor.remove(card());
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        assertThat(model.noticeProperty().get().orElseThrow().removed()).contains(card());
        interactor.undo();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
        assertThat(model.noticeProperty().get()).isEmpty();
        interactor.remove(card());
        interactor.hideNotice();
        interactor.undo();
        assertThat(state()).as("the chance is gone with the notice").isInstanceOf(CardState.Absent.class);
        assertThat(folder.resolve("data/.tiny.removed")).doesNotExist();
    }

    @Test
    void offersWhatAKilledProgramHadRemoved() throws Exception {
        install();
        assertThat(library.remove(card().archive())).isTrue();
        make();
        assertThat(state()).isInstanceOf(CardState.Absent.class);
        Notice notice = model.noticeProperty().get().orElseThrow();
        assertThat(notice.sentence()).startsWith("Tiny was removed before the program ended. Its 1.0 MB");
        interactor.undo();
        assertThat(state()).isInstanceOf(CardState.Installed.class);
        assertThat(library.remove(card().archive())).isTrue();
        interactor.refresh();
        assertThat(model.noticeProperty().get())
                .as("only at the first look: another window may be asking")
                .isEmpty();
        make();
        interactor.hideNotice();
        assertThat(folder.resolve("data/.tiny.removed")).doesNotExist();
    }

    @Test
    void findsDamage() throws IOException {
        install();
        interactor.check(card());
        run();
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).startsWith("Tiny is whole");
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
