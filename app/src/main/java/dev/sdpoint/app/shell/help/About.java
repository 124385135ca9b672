package dev.sdpoint.app.shell.help;

import java.util.List;

/**
 * What the window "About" shows.
 *
 * @param facts of the program and the machine
 * @param libraries that are shipped
 * @param notices the whole text of others' copyrights and licences
 * @param licence of the program itself
 */
record About(Diagnostics facts, List<Library> libraries, String notices, String licence) {
    About {
        libraries = List.copyOf(libraries);
    }
}
