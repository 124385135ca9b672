package dev.sdpoint.app.shell;

import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands addresses that a person clicked on to the browser of the system; the program itself asks the web nothing. */
final class WebPages {
    private static final Logger LOG = LoggerFactory.getLogger(WebPages.class);

    private WebPages() {}

    /** Opens an address. Nobody is told whether there is a browser. JavaFX thread. */
    static void open(String address) {
        try {
            new Host().getHostServices().showDocument(address);
        } catch (RuntimeException | LinkageError e) { // a screen that is only in memory knows no browser
            LOG.warn("{} cannot be given to a browser.", address, e);
        }
    }

    /** JavaFX gives its host services to applications only; this one is never launched. */
    private static final class Host extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("it is never launched");
        }
    }
}
