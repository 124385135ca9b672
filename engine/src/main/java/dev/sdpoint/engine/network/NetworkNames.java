package dev.sdpoint.engine.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads architecture names as people type them. */
public final class NetworkNames {
    private static final Pattern WIDE_RES_NET = Pattern.compile("wrn-(\\d{1,4})-(\\d{1,3})");

    private NetworkNames() {}

    /**
     * The architecture of a name such as {@code wrn-28-10}.
     *
     * @throws IllegalArgumentException with a sentence for a person, if there is none or its sizes are impossible
     */
    public static NetworkSpec parse(String name, int classes, int side) {
        Matcher wide = WIDE_RES_NET.matcher(name.trim().toLowerCase(Locale.ROOT));
        if (wide.matches()) {
            return new WideResNet(Integer.parseInt(wide.group(1)), Integer.parseInt(wide.group(2)), classes, side);
        }
        throw new IllegalArgumentException("no network is called \"" + name
                + "\". Known are Wide ResNets wrn-DEPTH-WIDTH, for example wrn-16-2, wrn-28-10 or wrn-40-4");
    }
}
