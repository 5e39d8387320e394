package org.passerelle.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.interfaces.ClusteringAlgorithm;
import org.jgrapht.alg.interfaces.VertexScoringAlgorithm;

/**
 * Answers of the measures behind JGraphT's interfaces, so that code written for JGraphT takes them as it
 * takes JGraphT's own. Vertices are those of {@code TieGraph.asJGraphT}.
 */
public final class JGraphTView {
    private JGraphTView() {}

    /** One score for each vertex, as a vertex scoring. */
    public static VertexScoringAlgorithm<Integer, Double> scores(double[] scores) {
        double[] copy = scores.clone();
        return new VertexScoringAlgorithm<>() {
            @Override
            public Map<Integer, Double> getScores() {
                Map<Integer, Double> map = new LinkedHashMap<>();
                for (int vertex = 0; vertex < copy.length; vertex++) {
                    map.put(vertex, copy[vertex]);
                }
                return map;
            }

            @Override
            public Double getVertexScore(Integer vertex) {
                if (vertex < 0 || vertex >= copy.length) {
                    throw new IllegalArgumentException("Vertices are 0 to " + (copy.length - 1) + ", not " + vertex);
                }
                return copy[vertex];
            }
        };
    }

    /** One group for each vertex, as a clustering; whoever has none is a cluster alone. */
    public static ClusteringAlgorithm<Integer> clusters(int[] groups) {
        int count = Groups.count(groups);
        List<Set<Integer>> clusters = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            clusters.add(new LinkedHashSet<>());
        }
        for (int vertex = 0; vertex < groups.length; vertex++) {
            if (groups[vertex] < 0) {
                clusters.add(Set.of(vertex));
            } else {
                clusters.get(groups[vertex]).add(vertex);
            }
        }
        clusters.removeIf(Set::isEmpty);
        return () -> new ClusteringAlgorithm.ClusteringImpl<>(clusters);
    }
}
