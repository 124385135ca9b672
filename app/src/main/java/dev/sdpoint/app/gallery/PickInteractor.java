package dev.sdpoint.app.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Selects many images as lists do everywhere: a plain click begins anew, with Shift everything from where it began, with
 * Ctrl one more or less. JavaFX thread only.
 */
final class PickInteractor {
    private final GalleryModel model;
    private final PickModel picks;
    private final IntConsumer select;
    private int anchor = -1;

    /**
     * @param select makes an image the one that is looked at
     */
    PickInteractor(GalleryModel model, PickModel picks, IntConsumer select) {
        this.model = model;
        this.picks = picks;
        this.select = select;
        model.sourceProperty().addListener((property, before, now) -> {
            // While the gallery fills, the numbers of images mean the same.
            if (now.isEmpty() || before.filter(now.get()::continues).isEmpty()) {
                clear();
            }
        });
    }

    /** A click on an image. */
    void pressed(int image, boolean range, boolean more) {
        int before = model.selectedProperty().get();
        if (range) {
            select.accept(image);
            extend(before, image, more);
        } else if (more) {
            Picks now = picks.picksProperty().get();
            // The image that was looked at counts as selected, as it looks.
            boolean first = now.isEmpty() && before >= 0 && before != image && shown(before);
            picks.picksProperty().set((first ? now.with(before) : now).toggled(image));
            anchor = image;
            select.accept(image);
        } else {
            clear();
            anchor = image;
            select.accept(image);
        }
    }

    /** The image that is looked at moved by a key. */
    void moved(int before, boolean range) {
        int now = model.selectedProperty().get();
        if (range) {
            extend(before, now, false);
        } else {
            clear();
            anchor = now;
        }
    }

    private void extend(int before, int to, boolean more) {
        if (to < 0) {
            return;
        }
        if (picks.picksProperty().get().isEmpty() || anchor < 0) {
            anchor = before >= 0 ? before : to;
        }
        Picks range = Picks.between(grouping(), anchor, to);
        picks.picksProperty().set(more ? picks.picksProperty().get().with(images(range)) : range);
    }

    private int[] images(Picks range) {
        return grouping().groups().stream()
                .flatMapToInt(g -> Arrays.stream(g.images()))
                .filter(range::contains)
                .toArray();
    }

    /** Adds the image that is looked at, or takes it out. */
    void toggleFocused() {
        int image = model.selectedProperty().get();
        if (image >= 0) {
            picks.picksProperty().set(picks.picksProperty().get().toggled(image));
            anchor = image;
        }
    }

    /** Selects the whole group of the image that is looked at; without one, the first group. */
    void selectGroup() {
        List<Grouping.Group> groups = grouping().groups();
        int image = model.selectedProperty().get();
        groups.stream()
                .filter(group -> Arrays.stream(group.images()).anyMatch(i -> i == image))
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .ifPresent(group -> picks.picksProperty().set(Picks.of(group.images())));
    }

    /** Selects no image any more; the one that is looked at stays. */
    void clear() {
        picks.picksProperty().set(Picks.NONE);
        anchor = model.selectedProperty().get();
    }

    private boolean shown(int image) {
        return grouping().groups().stream()
                .anyMatch(g -> Arrays.stream(g.images()).anyMatch(i -> i == image));
    }

    private Grouping grouping() {
        return model.layoutProperty().get().grouping();
    }
}
