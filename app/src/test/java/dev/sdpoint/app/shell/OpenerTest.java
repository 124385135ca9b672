package dev.sdpoint.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenerTest {
    private final Workspace workspace = new Workspace();
    private final Opening opening = new Opening();
    private final FakeSweeping sweeping = new FakeSweeping();
    private final DataSet data = SyntheticModel.data();
    private final SdpModel model = SyntheticModel.of(data);
    private final FakeFolders folders = new FakeFolders();
    private final Opener opener = new Opener(workspace, new DirectTaskRunner(), opening, sweeping, folders);

    @Test
    void fillsTheWorkspaceWithRecordedAnswers() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        assertThat(workspace.outcomesProperty().get()).isEmpty();
        assertThat(opening.firstEndedProperty().get()).isFalse();
        opener.openData("data", () -> data);

        assertThat(opening.firstEndedProperty().get()).isTrue();
        assertThat(workspace.modelProperty().get()).map(OpenModel::name).contains("sample");
        assertThat(workspace.dataProperty().get()).contains(data);
        assertThat(workspace.outcomesProperty().get())
                .map(Outcomes::images)
                .contains(data.validation().size());
        assertThat(sweeping.started).isZero();
        assertThat(opening.messageProperty().get()).isEmpty();
        assertThat(opening.modelLoadingProperty().get()).isEmpty();
    }

    @Test
    void sweepsImagesThatTheModelHasNoAnswersFor() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openData("others", () -> inverted(data));

        assertThat(sweeping.started).isEqualTo(1);
        assertThat(opening.messageProperty().get()).map(Message::kind).contains(Message.Kind.NOTICE);
        assertThat(opening.firstEndedProperty().get()).isFalse();
        Outcomes swept = model.outcomes().outcomes();
        sweeping.listener.done(swept);
        assertThat(workspace.outcomesProperty().get()).contains(swept);
        assertThat(opening.messageProperty().get()).isEmpty();
    }

    /** One that was just trained comes while the answers of the one before are computed. */
    @Test
    void aModelInMemoryTakesThePlaceOfOneThatIsSorted() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openData("others", () -> inverted(data));
        assertThat(workspace.sortingProperty().get().phase()).isEqualTo(Sorting.Phase.RUNNING);
        int cancelled = sweeping.cancelled;
        SdpModel trained = SyntheticModel.of(data, new WideResNet(10, 2, 10, 32));

        opener.openModel(new OpenModel("trained", trained));

        assertThat(sweeping.cancelled).isGreaterThan(cancelled);
        assertThat(workspace.modelProperty().get()).map(OpenModel::name).contains("trained");
        assertThat(workspace.outcomesProperty().get()).isEmpty();
        assertThat(sweeping.started).as("its own answers").isEqualTo(2);
    }

    @Test
    void closingEndsTheSweep() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openData("others", () -> inverted(data));
        int cancelled = sweeping.cancelled;
        opener.close();
        assertThat(sweeping.cancelled).isEqualTo(cancelled + 1);
    }

    @Test
    void offersToTryAgainWhenTheSweepFails() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openData("others", () -> inverted(data));
        sweeping.listener.failed(new OutOfMemoryError("native"));

        assertThat(opening.firstEndedProperty().get()).isTrue();
        Message message = opening.messageProperty().get().orElseThrow();
        assertThat(message.sentence()).contains("The memory is full.");
        message.actions().get(0).run().run();
        assertThat(sweeping.started).isEqualTo(2);
    }

    @Test
    void tellsOfAnswersOnTheWayAndGoesOnBehindThemAfterAStop() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openData("others", () -> inverted(data));
        assertThat(workspace.sortingProperty().get().phase()).isEqualTo(Sorting.Phase.RUNNING);
        Outcomes all = model.outcomes().outcomes();
        Outcomes some = all.select(java.util.stream.IntStream.range(0, 300).toArray());
        sweeping.listener.grew(some);
        assertThat(workspace.sortingProperty().get().done()).isEqualTo(300);
        assertThat(workspace.outcomesProperty().get()).as("not all yet").isEmpty();
        sweeping.listener.stopped();

        Message message = opening.messageProperty().get().orElseThrow();
        assertThat(message.sentence()).contains("300 of 2,000 images");
        assertThat(workspace.sortingProperty().get().phase()).isEqualTo(Sorting.Phase.STOPPED);
        message.actions().get(0).run().run();
        assertThat(sweeping.started).isEqualTo(2);
        assertThat(sweeping.known).contains(some);
        workspace.sortingProperty().get().begin().run();
        assertThat(sweeping.started).as("it runs already").isEqualTo(2);
        sweeping.listener.done(all);
        assertThat(workspace.outcomesProperty().get()).contains(all);
        assertThat(workspace.sortingProperty().get()).isEqualTo(Sorting.NONE);
    }

    @Test
    void offersALongSweep() {
        SdpModel large = SyntheticModel.of(data, new WideResNet(28, 10, 10, 32));
        opener.openModel("large", () -> new OpenModel("large", large));
        opener.openData("others", () -> inverted(data));
        Sorting offered = workspace.sortingProperty().get();
        assertThat(offered.phase()).isEqualTo(Sorting.Phase.OFFERED);
        assertThat(opening.firstEndedProperty().get())
                .as("nothing computes until a person wants it")
                .isTrue();
        assertThat(sweeping.started).isZero();
        offered.begin().run();
        assertThat(sweeping.started).isEqualTo(1);
        opener.openData("data", () -> data);
        assertThat(workspace.sortingProperty().get()).isEqualTo(Sorting.NONE);
    }

    @Test
    void keepsWhatIsOpenWhenAnotherCannotBeRead() {
        opener.openData("data", () -> data);
        List<Boolean> tries = new ArrayList<>();
        opener.openData("broken", () -> {
            tries.add(true);
            throw new DataException("The folder broken holds no CIFAR-10. Choose the folder with data_batch_1.bin.");
        });

        Message message = opening.messageProperty().get().orElseThrow();
        assertThat(message.kind()).isEqualTo(Message.Kind.PROBLEM);
        assertThat(message.sentence()).startsWith("The folder broken holds no CIFAR-10.");
        assertThat(workspace.dataProperty().get()).contains(data);
        assertThat(opening.dataLoadingProperty().get()).isEmpty();
        message.actions().get(0).run().run();
        assertThat(tries).hasSize(2);
    }

    @Test
    void opensTheOtherModelWhenTheWantedOneCannotBeRead() {
        List<String> done = new ArrayList<>();
        opener.openModel("good", () -> new OpenModel("good", model), () -> done.add("never"));
        opener.openModel(
                "broken",
                () -> {
                    throw new DataException("The file broken.sdp is no model.");
                },
                () -> done.add("otherwise"));
        assertThat(done).containsExactly("otherwise");
        assertThat(opening.firstEndedProperty().get())
                .as("nothing more is loaded")
                .isTrue();
        assertThat(opening.messageProperty().get().orElseThrow().sentence())
                .isEqualTo("The file broken.sdp is no model.");
    }

    @Test
    void whatNobodyAskedForLeavesAProblemOnShow() {
        Message notice = Message.notice("Another window is open.");
        opening.mention(notice);
        assertThat(opening.messageProperty().get()).contains(notice);
        opening.say(Message.problem("The file is no model.", new Message.Action("Try again", () -> {})));
        opening.mention(notice);
        Message both = opening.messageProperty().get().orElseThrow();
        assertThat(both.kind()).isEqualTo(Message.Kind.PROBLEM);
        assertThat(both.sentence()).contains("The file is no model.").contains("Another window is open.");
        assertThat(both.actions()).hasSize(1);
    }

    @Test
    void refusesToJudgeAModelOnOtherClasses() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        List<String> names = new ArrayList<>(data.classNames());
        names.set(0, "zebra");
        opener.openData("zebras", () -> DataSet.of("zebras", "Zebras", names, data.training(), data.validation()));

        assertThat(workspace.outcomesProperty().get()).isEmpty();
        assertThat(sweeping.started).isZero();
        Sorting refused = workspace.sortingProperty().get();
        assertThat(refused.phase()).isEqualTo(Sorting.Phase.REFUSED);
        assertThat(refused.refusal()).contains("zebra");
        assertThat(opening.firstEndedProperty().get()).isTrue();
        assertThat(opening.messageProperty().get())
                .map(Message::sentence)
                .get()
                .asString()
                .contains("zebra");

        opener.openData("data", () -> data);
        assertThat(workspace.sortingProperty().get()).isEqualTo(Sorting.NONE);
        assertThat(workspace.outcomesProperty().get()).isPresent();
    }

    @Test
    void aNewModelBringsFullResolutionAndForgetsOldAnswers() {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openData("data", () -> data);
        workspace.selectedInstanceProperty().set(Instance.of(1, 0.5));
        opener.openModel("other", () -> new OpenModel("other", model));

        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(Instance.FULL);
        assertThat(workspace.outcomesProperty().get()).isPresent();
        assertThat(sweeping.cancelled).isPositive();
    }

    @Test
    void readsPicturesAtTheSideOfTheOpenModelAndTellsWhatWasLeftOut(@TempDir Path folder) throws Exception {
        opener.openModel("sample", () -> new OpenModel("sample", model));
        opener.openFolder(pictures(folder));

        assertThat(folders.sides).containsExactly(OptionalInt.of(model.network().side()));
        Message message = opening.messageProperty().get().orElseThrow();
        assertThat(message.kind()).isEqualTo(Message.Kind.PROBLEM); // other classes than the model's
        assertThat(message.sentence())
                .contains("2 classes, read at")
                .contains("1 file was left out.")
                .contains("its answers cannot be judged");
        assertThat(message.actions()).extracting(Message.Action::label).containsExactly("Details", "Other size…");
        assertThat(workspace.dataProperty().get().map(DataSet::classNames)).contains(List.of("cat", "dog"));
        assertThat(opening.dataLoadingProperty().get()).isEmpty();
    }

    @Test
    void leavesTheSideToTheProgramWhenNoModelIsOpen(@TempDir Path folder) throws Exception {
        opener.openFolder(pictures(folder));
        assertThat(folders.sides).containsExactly(OptionalInt.empty());
        assertThat(opening.messageProperty().get()).map(Message::kind).contains(Message.Kind.NOTICE);
    }

    @Test
    void aFolderThatCannotBeOpenedLeavesTheDataAndSaysWhy(@TempDir Path folder) {
        opener.openData("data", () -> data);
        opener.openFolder(folder.resolve("nothing"));
        assertThat(workspace.dataProperty().get()).contains(data);
        assertThat(opening.messageProperty().get())
                .map(Message::sentence)
                .get()
                .asString()
                .contains("There is no folder");
    }

    @Test
    void aCancelledOpeningIsNoFailure(@TempDir Path folder) {
        folders.cancels = true;
        opener.openFolder(folder);
        assertThat(opening.messageProperty().get()).isEmpty();
        assertThat(opening.dataLoadingProperty().get()).isEmpty();
    }

    /** Six cats, six dogs and a file that is no picture. */
    private static Path pictures(Path folder) throws IOException {
        for (String name : List.of("cat", "dog")) {
            for (int part = 0; part < 2; part++) {
                Path inside = Files.createDirectories(
                        folder.resolve(part == 0 ? "train" : "val").resolve(name));
                for (int i = 0; i < 3; i++) {
                    BufferedImage picture = new BufferedImage(20, 16, BufferedImage.TYPE_INT_RGB);
                    ImageIO.write(picture, "png", inside.resolve(i + ".png").toFile());
                }
            }
        }
        Files.writeString(folder.resolve("train/cat/notes.txt"), "not a picture");
        return folder;
    }

    private static final class FakeFolders implements FolderOpening {
        private final List<OptionalInt> sides = new ArrayList<>();
        private boolean cancels;

        @Override
        public TaskRunner.Cancellation start(
                Path folder, OptionalInt side, Consumer<DataSet> success, Consumer<Throwable> failure) {
            sides.add(side);
            if (cancels) {
                failure.accept(new CancellationException("cancelled"));
                return () -> {};
            }
            try {
                success.accept(DataSets.open(folder, FolderOptions.DEFAULT.withSide(side)));
            } catch (DataException e) {
                failure.accept(e);
            }
            return () -> {};
        }
    }

    @Test
    void theNewestWishWins() {
        List<Runnable> deliveries = new ArrayList<>();
        Opener late = new Opener(workspace, new LateRunner(deliveries), opening, sweeping, folders);
        late.openModel("first", () -> new OpenModel("first", model));
        assertThat(opening.modelLoadingProperty().get()).isEqualTo("first");
        late.openModel("second", () -> new OpenModel("second", model));
        deliveries.forEach(Runnable::run);

        assertThat(workspace.modelProperty().get()).map(OpenModel::name).contains("second");
    }

    private static DataSet inverted(DataSet data) {
        LabeledImages images = data.validation();
        byte[] pixels = new byte[images.size() * images.bytesPerImage()];
        int[] labels = new int[images.size()];
        for (int i = 0; i < labels.length; i++) {
            images.copyPixels(i, pixels, i * images.bytesPerImage());
            labels[i] = images.label(i);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
        LabeledImages others = new LabeledImages(images.side(), pixels, labels);
        return DataSet.of("others", "Others", data.classNames(), data.training(), others);
    }

    private static final class FakeSweeping implements Sweeping {
        private int started;
        private int cancelled;
        private Listener listener = new Listener() {
            @Override
            public void grew(Outcomes soFar) {
                throw new AssertionError("nothing was started");
            }

            @Override
            public void done(Outcomes all) {
                throw new AssertionError("nothing was started");
            }

            @Override
            public void failed(Throwable problem) {
                throw new AssertionError("nothing was started", problem);
            }

            @Override
            public void stopped() {
                throw new AssertionError("nothing was started");
            }
        };
        private Optional<Outcomes> known = Optional.empty();

        @Override
        public void start(SdpModel of, LabeledImages images, Optional<Outcomes> before, Listener hears) {
            started++;
            known = before;
            listener = hears;
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    }

    /** Computes at once and delivers later, unless cancelled. */
    private record LateRunner(List<Runnable> deliveries) implements TaskRunner {
        @Override
        public <T> Cancellation run(Callable<T> work, Consumer<T> success, Consumer<Exception> failure) {
            Optional<T> result;
            try {
                result = Optional.of(work.call());
            } catch (Exception e) {
                failure.accept(e);
                return () -> {};
            }
            Runnable delivery = () -> success.accept(result.get());
            deliveries.add(delivery);
            return () -> deliveries.remove(delivery);
        }

        @Override
        public void onFxThread(Runnable action) {
            action.run();
        }
    }
}
