package dev.sdpoint.engine.compute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The class path as ND4J shall see it where no GPU can compute: the lists of services that CUDA's back end brings are not there, so that
 * ND4J finds the CPU's alone. Classes and all other files are as they are. Thread-safe.
 */
final class ClassPathWithoutCuda extends ClassLoader {
    private static final String SERVICES = "META-INF/services/org.nd4j.";
    private static final String CUDA = "org.nd4j.linalg.jcublas.";

    static {
        registerAsParallelCapable();
    }

    ClassPathWithoutCuda(ClassLoader whole) {
        super("class path without CUDA", whole);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.startsWith(SERVICES)) {
            return all;
        }
        List<URL> kept = new ArrayList<>();
        for (URL list : Collections.list(all)) {
            if (!namesCuda(list)) {
                kept.add(list);
            }
        }
        return Collections.enumeration(kept);
    }

    private static boolean namesCuda(URL list) throws IOException {
        URLConnection connection = list.openConnection();
        connection.setUseCaches(false); // a cached jar file would stay open
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> line.strip().startsWith(CUDA));
        }
    }
}
