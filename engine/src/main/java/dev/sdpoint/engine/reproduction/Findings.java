package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.reproduction.Entry.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the trained runs of a comparison give: their curves and the paper's claims judged on them, network by network.
 *
 * @param rows a trained run each, in the order of the comparison
 * @param curves all curves, uniform statistics behind the run that they belong to
 * @param claims of every network of the comparison
 * @param missing titles of runs that were not trained
 */
public record Findings(List<Report.Row> rows, List<Curve> curves, List<Claim> claims, List<String> missing) {
    public Findings {
        rows = List.copyOf(rows);
        curves = List.copyOf(curves);
        claims = List.copyOf(claims);
        missing = List.copyOf(missing);
    }

    /**
     * @param entries all runs of the comparison
     * @param models the trained ones
     * @param uniform sweeps of SDPoint runs with uniform statistics
     */
    public static Findings of(List<Entry> entries, Map<Entry, SdpModel> models, Map<Entry, Sweep> uniform) {
        List<Report.Row> rows = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<String, List<Curve>> families = new LinkedHashMap<>();
        for (Entry entry : entries) {
            SdpModel model = models.get(entry);
            List<Curve> family = families.computeIfAbsent(entry.family(), name -> new ArrayList<>());
            if (model == null) {
                missing.add(entry.title());
                continue;
            }
            Curve curve = Curve.of(entry, model.sweep());
            family.add(curve);
            rows.add(new Report.Row(
                    curve,
                    model.network().name(),
                    model.network().plan().parameters(),
                    model.record().epochs(),
                    model.record().seconds()));
            Sweep shared = uniform.get(entry);
            if (shared != null) {
                family.add(Curve.uniform(entry, shared));
            }
        }
        List<Claim> claims = new ArrayList<>();
        families.forEach((family, curves) -> new Claims(curves, difficulty(family, models))
                .all()
                .forEach(claim -> claims.add(families.size() == 1 ? claim : claim.about(family))));
        List<Curve> curves = families.values().stream().flatMap(List::stream).toList();
        return new Findings(rows, curves, claims, missing);
    }

    private static Optional<Difficulty> difficulty(String family, Map<Entry, SdpModel> models) {
        Optional<SdpModel> sdpoint = of(family, Role.SDPOINT, models);
        Optional<SdpModel> plain = of(family, Role.PLAIN, models);
        if (sdpoint.isEmpty()
                || plain.isEmpty()
                || !Arrays.equals(
                        sdpoint.get().outcomes().digests(),
                        plain.get().outcomes().digests())) {
            return Optional.empty();
        }
        MinimumCost needed =
                new MinimumCost(sdpoint.get().sweep(), sdpoint.get().outcomes().outcomes(), 1);
        return Optional.of(Difficulty.of(needed, plain.get().outcomes().outcomes()));
    }

    private static Optional<SdpModel> of(String family, Role role, Map<Entry, SdpModel> models) {
        return models.entrySet().stream()
                .filter(e -> e.getKey().family().equals(family) && e.getKey().role() == role)
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
