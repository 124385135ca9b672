package dev.sdpoint.app.guide;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the guide, leads through it and searches it. JavaFX thread only; without nodes. */
final class GuideInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(GuideInteractor.class);

    private final GuideModel model;
    private final TaskRunner tasks;
    private final Callable<GuideText> source;
    private final Consumer<String> browser;
    private final Trail trail = new Trail();
    private Page page = new Nowhere();
    private boolean reading;
    private String wanted = "";
    private int searchedFrom;

    /** What the reader sees of the guide. */
    interface Page {
        /** Leads to a heading. */
        void toAnchor(String anchor);

        /** Leads to text, if it is not in sight. */
        void toMatch(Match match);

        /** Leads to a spot. */
        void toSpot(Spot spot);

        /** Where the reader is. */
        Spot here();

        /** The first passage in sight. */
        int firstPassage();
    }

    /**
     * @param source reads the guide; not called on the JavaFX thread
     * @param browser takes an address of the web that the reader chose
     */
    GuideInteractor(GuideModel model, TaskRunner tasks, Callable<GuideText> source, Consumer<String> browser) {
        this.model = model;
        this.tasks = tasks;
        this.source = source;
        this.browser = browser;
    }

    /** Tells what shows the guide. */
    void setPage(Page shown) {
        page = shown;
    }

    /**
     * Opens the guide at the section about something; reads it first if that was not done.
     *
     * @param title what the section is about, such as "Budget"
     */
    void open(String title) {
        wanted = title;
        if (model.textProperty().get().isPresent()) {
            goToWanted(model.textProperty().get().get());
        } else if (!reading) {
            reading = true;
            tasks.run(source, this::arrived, this::failed);
        }
    }

    private void arrived(GuideText text) {
        reading = false;
        model.problemProperty().set("");
        model.textProperty().set(Optional.of(text));
        text.sectionOf(wanted).ifPresent(page::toAnchor);
        search(model.queryProperty().get());
    }

    private void failed(Exception problem) {
        reading = false;
        LOG.error("The user guide cannot be read.", problem);
        model.problemProperty().set(Sentence.of(problem));
    }

    private void goToWanted(GuideText text) {
        text.sectionOf(wanted).ifPresent(this::jump);
    }

    /** Leads to a heading, from which there is a way back. */
    void jump(String anchor) {
        trail.leave(page.here());
        page.toAnchor(anchor);
        tellTrail();
    }

    /** Follows a link: inside the guide, or into the browser. Any other link is none. */
    void follow(String link) {
        if (link.startsWith("#")) {
            jump(link.substring(1));
        } else if (isOfTheWeb(link)) {
            browser.accept(link);
            model.addressProperty().set(link);
        } else {
            LOG.warn("The guide has a link that leads nowhere: {}", link);
        }
    }

    /** Whether a link leads out of the guide. */
    static boolean isOfTheWeb(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    /** Goes back to where the reader was before the last jump. */
    void back() {
        trail.back(page.here()).ifPresent(page::toSpot);
        tellTrail();
    }

    /** Takes back the last going back. */
    void forward() {
        trail.forward(page.here()).ifPresent(page::toSpot);
        tellTrail();
    }

    private void tellTrail() {
        model.backProperty().set(trail.hasBack());
        model.forwardProperty().set(trail.hasForward());
    }

    /** Searches, and leads to the first place from where the reader was when the search began. */
    void search(String query) {
        if (model.queryProperty().get().isBlank()) {
            searchedFrom = page.firstPassage();
        }
        model.queryProperty().set(query);
        List<Match> matches = model.textProperty()
                .get()
                .map(text -> Finder.find(text.passages(), query))
                .orElse(List.of());
        model.chosenProperty().set(-1);
        model.matchesProperty().set(matches);
        choose(first(matches));
    }

    private int first(List<Match> matches) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).passage() >= searchedFrom) {
                return i;
            }
        }
        return matches.isEmpty() ? -1 : 0;
    }

    /** Leads to another place of what is searched; behind the last one comes the first. */
    void step(int by) {
        int all = model.matchesProperty().get().size();
        if (all > 0) {
            choose(Math.floorMod(model.chosenProperty().get() + by, all));
        }
    }

    private void choose(int number) {
        model.chosenProperty().set(number);
        model.chosenMatch().ifPresent(page::toMatch);
    }

    /** There is nothing to lead through yet. */
    private static final class Nowhere implements Page {
        @Override
        public void toAnchor(String anchor) {}

        @Override
        public void toMatch(Match match) {}

        @Override
        public void toSpot(Spot spot) {}

        @Override
        public Spot here() {
            return Spot.TOP;
        }

        @Override
        public int firstPassage() {
            return 0;
        }
    }
}
