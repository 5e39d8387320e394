package org.passerelle.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The schema's DateTime: a moment in UTC as YYYY-MM-DDThh:mm:ssZ. */
final class MomentScalar implements Coercing<Instant, String> {
    @Override
    public String serialize(Object moment, GraphQLContext context, Locale locale) {
        if (moment instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        throw new CoercingSerializeException("A DateTime must be a moment");
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        Instant moment = moment(input);
        if (moment == null) {
            throw new CoercingParseValueException("Expected a DateTime as YYYY-MM-DDThh:mm:ssZ");
        }
        return moment;
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Instant moment = input instanceof StringValue text ? moment(text.getValue()) : null;
        if (moment == null) {
            throw new CoercingParseLiteralException("Expected a DateTime as \"YYYY-MM-DDThh:mm:ssZ\"");
        }
        return moment;
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(String.valueOf(input));
    }

    private static @Nullable Instant moment(@Nullable Object input) {
        try {
            return input instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
