package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A library that is shipped with the program, as the build found it.
 *
 * @param name such as {@code org.slf4j:slf4j-api}
 * @param version such as {@code 2.0.17}
 * @param licences one of which holds, as its makers name them
 * @param page its home page; empty if its makers name none
 */
record Library(String name, String version, List<String> licences, String page) {
    private static final Texts TEXTS = Texts.of(Library.class);

    /** Made by the build from the dependencies of the program: {@code app/src/build/third-party.ftl}. */
    static final String LIST = "third-party.tsv";

    private static final int FIELDS = 4;

    Library {
        licences = List.copyOf(licences);
    }

    /**
     * All of them, by name.
     *
     * @throws IOException if the build made no list
     */
    static List<Library> all() throws IOException {
        try (InputStream in = Library.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IOException(TEXTS.get("libraries.missing"));
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(Library::parse)
                    .sorted(java.util.Comparator.comparing(Library::name))
                    .toList();
        }
    }

    /** @throws IllegalArgumentException if a line has not four fields */
    static Library parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "a library has " + FIELDS + " fields, but this line has " + fields.length + ": " + line);
        }
        List<String> licences = Arrays.stream(fields[2].split("\\|", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return new Library(fields[0], fields[1], licences, fields[3].strip());
    }
}
