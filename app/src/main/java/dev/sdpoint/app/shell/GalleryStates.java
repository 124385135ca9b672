package dev.sdpoint.app.shell;

import dev.sdpoint.app.gallery.GalleryPlace;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javax.imageio.ImageIO;
import org.controlsfx.control.RangeSlider;

/** Shows the Gallery with filters, with nothing that matches, compared with the run of the tour, and filling while a sweep goes on. */
final class GalleryStates {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LIST = "#gallery-list";
    /** Of the range of costs: leaves the cheapest group out. */
    private static final double LOW = 0.38;

    private static final double HIGH = 0.8;
    /** Of each class; so many that the sweep takes long enough for two pictures. */
    private static final int VALIDATION = 300;

    private static final int TRAINING = 2;

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /** @param log hears of every picture */
    GalleryStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them; the comparison needs a recorded run. Opens the sample model and images again at the end. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.GALLERY);
        answers();
        filters();
        contactSheet();
        comparison();
        filling();
    }

    private void answers() throws TourException, InterruptedException {
        guide.until("the answers on the validation images", PATIENCE, this::answered);
        guide.node(LIST);
    }

    private boolean answered() {
        return guide.workspace().outcomesProperty().get().isPresent();
    }

    private void filters() throws TourException, InterruptedException {
        guide.press("#gallery-non-monotone");
        guide.with("#gallery-range", node -> {
            RangeSlider range = (RangeSlider) node;
            range.setLowValue(LOW);
            range.setHighValue(HIGH);
        });
        guide.until("chips", PATIENCE, () -> guide.shows("#gallery-chips"));
        guide.node(LIST);
        guide.pictures("gallery-filters", out, log);
        guide.enter("#gallery-search", "zebra");
        guide.node("#gallery-empty-action");
        guide.pictures("gallery-nothing-matches", out, log);
        guide.press("#gallery-clear");
        guide.node(LIST);
    }

    private void contactSheet() throws TourException, InterruptedException {
        Path sheet = out.resolve("gallery-contact-sheet.png");
        guide.withPlace(PlaceId.GALLERY, place -> ((GalleryPlace) place).writeContactSheet(sheet));
        guide.until("the contact sheet", PATIENCE, () -> Files.isRegularFile(sheet));
        log.accept("wrote " + sheet);
    }

    private void comparison() throws TourException, InterruptedException {
        guide.until("a run to compare with", PATIENCE, () -> guide.shows("#gallery-compare"));
        guide.with("#gallery-compare", node -> ((MenuButton) node).show());
        guide.until("a run to compare with", PATIENCE, this::offered);
        guide.pictures("gallery-compare-menu", out, log);
        guide.with("#gallery-compare", node -> {
            MenuButton menu = (MenuButton) node;
            menu.hide();
            menu.getItems().get(0).fire();
        });
        guide.until("the comparison", PATIENCE, () -> guide.shows("#gallery-moves"));
        guide.pictures("gallery-comparison", out, log);
        guide.press("#gallery-move-cheaper");
        guide.until("the images that became cheaper", PATIENCE, () -> guide.shows("#gallery-chips"));
        guide.pictures("gallery-comparison-cheaper", out, log);
        guide.press("#gallery-compare-end");
    }

    private boolean offered() {
        return guide.looks(
                "#gallery-compare",
                node -> "gallery-compare-0"
                        .equals(((MenuButton) node).getItems().get(0).getId()));
    }

    private void filling() throws TourException, InterruptedException {
        Path folder = pictures();
        guide.openData(folder);
        guide.until(
                "a sweep of other pictures",
                PATIENCE,
                () -> guide.workspace().sortingProperty().get().phase() == Sorting.Phase.RUNNING
                        && guide.shows("#gallery-sorting"));
        guide.pictures("gallery-filling", out, log);
        guide.until("the answers on all of them", PATIENCE, this::answered);
        guide.openBundled();
        guide.until(
                "the bundled images",
                PATIENCE,
                () -> guide.workspace()
                        .dataProperty()
                        .get()
                        .map(DataSet::title)
                        .filter(title -> title.startsWith("CIFAR-10"))
                        .isPresent());
        guide.dismissMessage();
        answers();
    }

    /** Training images of the bundled data as a folder of pictures, on which the sample model has no answers. */
    private static Path pictures() throws TourException {
        try {
            Path folder = UserFolders.home().resolve("tour-pictures"); // goes away with the tour's home
            DataSet bundled = BundledCifar10.load();
            LabeledImages images = bundled.training();
            int[] written = new int[bundled.classCount()];
            for (int i = 0; i < images.size(); i++) {
                int label = images.label(i);
                int number = written[label]++;
                if (number < TRAINING + VALIDATION) {
                    String part = number < TRAINING ? "train" : "val";
                    Path file = folder.resolve(part)
                            .resolve(bundled.classNames().get(label))
                            .resolve(number + ".png");
                    Files.createDirectories(file.getParent());
                    ImageIO.write(picture(images.image(i)), "png", file.toFile());
                }
            }
            return folder;
        } catch (IOException | DataException e) {
            throw new TourException("The tour's folder of pictures cannot be written.", e);
        }
    }

    private static BufferedImage picture(RgbImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                picture.setRGB(x, y, image.pixel(y, x, 0) << 16 | image.pixel(y, x, 1) << 8 | image.pixel(y, x, 2));
            }
        }
        return picture;
    }
}
