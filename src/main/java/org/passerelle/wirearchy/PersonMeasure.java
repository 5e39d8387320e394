package org.passerelle.wirearchy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.measure.Brokerage.Role;
import org.passerelle.wirearchy.Positions.Figures;

/** The measures of a person's position that a caller may name, in the order in which they are told. */
enum PersonMeasure {
    DEGREE(Positions::degree),
    STRENGTH(Positions::strength),
    BETWEENNESS(Positions::betweenness),
    BETWEENNESS_ACROSS_GROUPS(Positions::betweennessAcrossGroups),
    CLOSENESS(in -> Figures.exact(in.closeness().closeness())),
    HARMONIC(in -> Figures.exact(in.closeness().harmonic())),
    PAGE_RANK(Positions::pageRank),
    AUTHORITY(in -> Figures.exact(in.hits().authorities())),
    HUB(in -> Figures.exact(in.hits().hubs())),
    EIGENVECTOR(Positions::eigenvector),
    CORENESS(Positions::coreness),
    CLUSTERING(Positions::clustering),
    CONSTRAINT(in -> Figures.exact(in.constraint().constraint())),
    EFFECTIVE_SIZE(in -> Figures.exact(in.constraint().effectiveSize())),
    EFFICIENCY(in -> Figures.exact(in.constraint().efficiency())),
    HIERARCHY(in -> Figures.exact(in.constraint().hierarchy())),
    STRUCTURAL_DIVERSITY(Positions::structuralDiversity),
    CUT_PERSON(Positions::cutPerson),
    EXTERNAL_INTERNAL(Positions::externalInternal),
    COORDINATOR(in -> in.role(Role.COORDINATOR)),
    ITINERANT(in -> in.role(Role.ITINERANT)),
    REPRESENTATIVE(in -> in.role(Role.REPRESENTATIVE)),
    GATEKEEPER(in -> in.role(Role.GATEKEEPER)),
    LIAISON(in -> in.role(Role.LIAISON));

    private static final Map<String, PersonMeasure> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(PersonMeasure::label, Function.identity()));

    @SuppressWarnings("ImmutableEnumChecker") // The functions above capture nothing.
    private final Function<Positions, Figures> figures;

    PersonMeasure(Function<Positions, Figures> figures) {
        this.figures = figures;
    }

    /** The measure of that name. */
    static Optional<PersonMeasure> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names there are. */
    static List<String> names() {
        return Arrays.stream(values()).map(PersonMeasure::label).toList();
    }

    /** As the schema writes it: pageRank. */
    String label() {
        String words = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /** Everybody's figures. */
    Figures figures(Positions positions) {
        return figures.apply(positions);
    }
}
