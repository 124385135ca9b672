package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands addresses that a person clicked on to the browser of the system; the program itself asks the web nothing. */
final class WebPages {
    private static final Logger LOG = LoggerFactory.getLogger(WebPages.class);

    private WebPages() {}

    /** Opens an address; looking for the browser takes its time, so not on the JavaFX thread. */
    static void open(TaskRunner tasks, String address) {
        tasks.run(
                () -> {
                    new Host().getHostServices().showDocument(address);
                    return address;
                },
                done -> LOG.debug("The browser has {}.", done),
                problem -> LOG.warn("{} cannot be opened.", address, problem));
    }

    /** JavaFX gives its host services to applications only; this one is never launched. */
    private static final class Host extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("it is never launched");
        }
    }
}
