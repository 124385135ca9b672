package dev.sdpoint.app.budget;

import dev.sdpoint.app.concurrent.LatestTask;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.engine.data.RgbImage;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the model another square of the picture. The rectangle moves at once; what the model sees follows as fast as it can
 * be cut out and answered, the newest first. JavaFX thread; cutting is done on the worker.
 */
final class CropInteractor implements CropActions {
    private static final Logger LOG = LoggerFactory.getLogger(CropInteractor.class);

    private final BudgetModel state;
    private final LatestTask<Wanted, Picture.Own> latest;
    private @Nullable Wanted next;

    private record Wanted(Shot shot, Crop crop, int side) {}

    /** @param worker usually the one that runs the network, so that cutting and answering take turns */
    CropInteractor(BudgetModel state, TaskRunner tasks, Executor worker) {
        this.state = state;
        this.latest = new LatestTask<>(
                worker, tasks, CropInteractor::cut, this::show, e -> LOG.warn("A crop could not be cut out.", e));
        state.pictureProperty().addListener((o, was, is) -> pictureChanged());
        state.waitingProperty().addListener((o, was, is) -> {
            if (!is) {
                askNext();
            }
        });
    }

    private static Picture.Own cut(Wanted wanted) {
        RgbImage seen = wanted.shot().see(wanted.crop(), wanted.side());
        return new Picture.Own(seen, wanted.shot(), wanted.crop());
    }

    @Override
    public void choose(Crop crop) {
        if (state.pictureProperty().get().orElse(null) instanceof Picture.Own own
                && !state.cropProperty().get().equals(Optional.of(crop))) {
            state.cropProperty().set(Optional.of(crop));
            next = new Wanted(own.shot(), crop, own.seen().width());
            // While an answer is on its way the next crop waits: a drag shows answers on the way, not only at its end.
            if (!state.waitingProperty().get()) {
                askNext();
            }
        }
    }

    @Override
    public void reset() {
        if (state.pictureProperty().get().orElse(null) instanceof Picture.Own own) {
            choose(own.shot().standard());
        }
    }

    private void askNext() {
        Wanted wanted = next;
        next = null;
        if (wanted != null) {
            latest.request(wanted);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very shot that is on screen, not one that looks alike
    private void show(Picture.Own cut) {
        if (state.pictureProperty().get().orElse(null) instanceof Picture.Own own && own.shot() == cut.shot()) {
            state.pictureProperty().set(Optional.of(cut));
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void pictureChanged() {
        if (!(state.pictureProperty().get().orElse(null) instanceof Picture.Own own)) {
            forget();
            state.cropProperty().set(Optional.empty());
            return;
        }
        Wanted wanted = next;
        boolean another = wanted != null && wanted.shot() != own.shot();
        if (another) {
            forget();
        }
        if (next == null) {
            state.cropProperty().set(Optional.of(own.crop()));
        }
    }

    private void forget() {
        next = null;
        latest.cancel();
    }
}
