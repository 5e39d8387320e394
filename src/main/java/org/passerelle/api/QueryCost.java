package org.passerelle.api;

import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query may cost at most, counted before it is validated: validation itself is what some attacks
 * are after. A field costs 1 and its children as often as the list it holds is long: {@code first} where it
 * is given or has a value of its own in the schema, {@value #LIST_LENGTH} for other lists; {@code nodes} and
 * {@code edges} of a connection are the list that {@code first} has counted. Every fragment is counted once
 * and then taken as often as it is spread, so that the count takes time linear in the document; sums
 * saturate. Introspection is exempt from depth and complexity, within {@value #INTROSPECTION_DEPTH_MAX} levels:
 * GraphQL Java refuses introspection in bad faith itself.
 */
final class QueryCost {
    static final int DEPTH_MAX = 10;
    static final int INTROSPECTION_DEPTH_MAX = 20;
    static final int COMPLEXITY_MAX = 50_000;
    static final int ALIASES_MAX = 30;
    static final int ROOT_FIELDS_MAX = 10;
    static final int DIRECTIVES_MAX = 50;
    private static final int LIST_LENGTH = 10;
    // The one list longer than a page: the nodes of a drawing.
    private static final int DRAWING_FIRST_MAX = 2_000;
    private static final long SATURATED = 1_000_000_000L;

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, Long> variableDefaults = new HashMap<>();
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Cost> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private QueryCost(GraphQLSchema schema, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
    }

    /** Costs of a selection: levels and counts below it, and the fields at its own level. */
    record Cost(long depth, long introspectionDepth, long complexity, long aliases, long directives, long fields) {
        static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

        Cost beside(Cost other) {
            return new Cost(
                    Math.max(depth, other.depth),
                    Math.max(introspectionDepth, other.introspectionDepth),
                    bounded(complexity + other.complexity),
                    bounded(aliases + other.aliases),
                    bounded(directives + other.directives),
                    bounded(fields + other.fields));
        }

        /** The same, all of it below introspection. */
        Cost introspective() {
            return new Cost(0, Math.max(depth, introspectionDepth), 1, aliases, directives, fields);
        }

        private static long bounded(long count) {
            return Math.min(count, SATURATED);
        }
    }

    /** Refuses a document of which some operation costs too much. */
    static void check(Document document, GraphQLSchema schema, Map<String, Object> variables) {
        QueryCost counting = new QueryCost(schema, variables);
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                counting.fragments.put(fragment.getName(), fragment);
            }
        }
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                check(counting.operation(operation));
            } else if (definition instanceof FragmentDefinition fragment) {
                // A fragment that nobody spreads is validated all the same.
                Cost cost = counting.fragment(fragment.getName());
                boolean introspection = fragment.getTypeCondition().getName().startsWith("__");
                check(introspection ? cost.introspective() : cost);
            }
        }
    }

    private static void check(Cost cost) {
        within("levels", cost.depth(), DEPTH_MAX);
        within("levels of introspection", cost.introspectionDepth(), INTROSPECTION_DEPTH_MAX);
        within("aliases", cost.aliases(), ALIASES_MAX);
        within("directives", cost.directives(), DIRECTIVES_MAX);
        within("results (every `first` multiplies what is below it)", cost.complexity(), COMPLEXITY_MAX);
    }

    private static void within(String what, long count, int most) {
        if (count > most) {
            throw new LimitExceeded("A query may have " + most + " " + what + "; this one has "
                    + (count >= SATURATED ? "far more" : String.valueOf(count)) + ".");
        }
    }

    private Cost operation(OperationDefinition operation) {
        variableDefaults.clear();
        known.clear();
        operation.getVariableDefinitions().forEach(variable -> {
            if (variable.getDefaultValue() instanceof IntValue value) {
                variableDefaults.put(variable.getName(), clamp(value));
            }
        });
        GraphQLFieldsContainer root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        Cost cost = selections(operation.getSelectionSet(), root, 1).beside(directives(operation));
        within("fields at its root", cost.fields(), ROOT_FIELDS_MAX);
        return cost;
    }

    /** @param listLength how long the list is that {@code nodes} and {@code edges} stand for, 1 elsewhere */
    private Cost selections(
            @Nullable SelectionSet selections, @Nullable GraphQLFieldsContainer parent, long listLength) {
        Cost cost = Cost.NONE;
        if (selections == null) {
            return cost;
        }
        for (Selection<?> selection : selections.getSelections()) {
            cost = cost.beside(
                    switch (selection) {
                        case Field field -> field(field, parent, listLength);
                        case InlineFragment inline ->
                            selections(inline.getSelectionSet(), narrowed(inline, parent), listLength)
                                    .beside(directives(inline));
                        case FragmentSpread spread -> fragment(spread.getName()).beside(directives(spread));
                        default -> Cost.NONE;
                    });
        }
        return cost;
    }

    private Cost field(Field field, @Nullable GraphQLFieldsContainer parent, long listLength) {
        boolean introspection = field.getName().startsWith("__");
        GraphQLFieldDefinition definition = introspection || parent == null ? null : parent.getField(field.getName());
        GraphQLType type = definition == null ? null : GraphQLTypeUtil.unwrapAll(definition.getType());
        GraphQLFieldsContainer container = type instanceof GraphQLFieldsContainer fields ? fields : null;
        long first = definition == null ? 0 : first(field, definition);
        long times = first > 0 ? 1 : ownLength(field, definition, listLength);
        Cost below = selections(field.getSelectionSet(), container, Math.max(first, 1));
        Cost own = new Cost(
                introspection ? 0 : below.depth() + 1,
                introspection ? below.depth() + 1 : below.introspectionDepth(),
                introspection
                        ? 1
                        : Cost.bounded(1 + times * (first > 0 ? first(first, container, below) : below.complexity())),
                below.aliases() + (field.getAlias() == null ? 0 : 1),
                below.directives(),
                1);
        return own.beside(new Cost(0, 0, 0, 0, directives(field).directives(), 0));
    }

    /** What is below a field with {@code first}: a connection multiplies in its nodes, a plain list here. */
    private static long first(long first, @Nullable GraphQLFieldsContainer container, Cost below) {
        boolean multipliesBelow =
                container != null && (container.getField("nodes") != null || container.getField("edges") != null);
        return multipliesBelow ? below.complexity() : first * below.complexity();
    }

    private static long ownLength(Field field, @Nullable GraphQLFieldDefinition definition, long listLength) {
        boolean list = definition != null && GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList;
        if (list && (field.getName().equals("nodes") || field.getName().equals("edges")) && listLength > 1) {
            return listLength;
        }
        return list ? LIST_LENGTH : 1;
    }

    private Cost fragment(String name) {
        Cost cost = known.get(name);
        FragmentDefinition fragment = fragments.get(name);
        // A circle or an unknown fragment costs nothing here: validation refuses it next.
        if (cost != null || fragment == null || !open.add(name)) {
            return cost == null ? Cost.NONE : cost;
        }
        GraphQLType type = schema.getType(fragment.getTypeCondition().getName());
        // Where a fragment on a connection is spread decides how long its list is; the most is taken.
        boolean connection = fragment.getTypeCondition().getName().endsWith("Connection");
        Cost counted = selections(
                        fragment.getSelectionSet(),
                        type instanceof GraphQLFieldsContainer container ? container : null,
                        connection ? Paging.FIRST_MAX : DRAWING_FIRST_MAX)
                .beside(directives(fragment));
        open.remove(name);
        known.put(name, counted);
        return counted;
    }

    private @Nullable GraphQLFieldsContainer narrowed(InlineFragment inline, @Nullable GraphQLFieldsContainer parent) {
        if (inline.getTypeCondition() == null) {
            return parent;
        }
        return schema.getType(inline.getTypeCondition().getName()) instanceof GraphQLFieldsContainer container
                ? container
                : null;
    }

    private static Cost directives(DirectivesContainer<?> holder) {
        return new Cost(0, 0, 0, 0, holder.getDirectives().size(), 0);
    }

    /** The {@code first} a field is asked with; 0 where the field has none. */
    private long first(Field field, GraphQLFieldDefinition definition) {
        GraphQLArgument declared = definition.getArgument("first");
        if (declared == null) {
            return 0;
        }
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first")) {
                return switch (argument.getValue()) {
                    case IntValue value -> clamp(value);
                    case VariableReference reference -> variable(reference.getName());
                    default -> Paging.FIRST_MAX;
                };
            }
        }
        return declared.getArgumentDefaultValue().getValue() instanceof IntValue value ? clamp(value) : LIST_LENGTH;
    }

    private long variable(String name) {
        return variables.get(name) instanceof Number number
                ? Math.clamp(number.longValue(), 1, SATURATED)
                : variableDefaults.getOrDefault(name, (long) Paging.FIRST_MAX);
    }

    private static long clamp(IntValue value) {
        return value.getValue().bitLength() > 30
                ? SATURATED
                : Math.max(1, value.getValue().longValue());
    }
}
