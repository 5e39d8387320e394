package org.passerelle.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Window;

/** The schema's Date: a day as YYYY-MM-DD within {@link Window#EVER}. */
final class DayScalar implements Coercing<LocalDate, String> {
    @Override
    public String serialize(Object day, GraphQLContext context, Locale locale) {
        if (day instanceof LocalDate date) {
            return date.toString();
        }
        throw new CoercingSerializeException("A Date must be a day");
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
        LocalDate day = day(input);
        if (day == null) {
            throw new CoercingParseValueException(
                    "Expected a Date as YYYY-MM-DD between " + Window.EVER.from() + " and " + Window.EVER.to());
        }
        return day;
    }

    @Override
    public LocalDate parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        LocalDate day = input instanceof StringValue text ? day(text.getValue()) : null;
        if (day == null) {
            throw new CoercingParseLiteralException(
                    "Expected a Date as \"YYYY-MM-DD\" between " + Window.EVER.from() + " and " + Window.EVER.to());
        }
        return day;
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(String.valueOf(input));
    }

    private static @Nullable LocalDate day(@Nullable Object input) {
        if (!(input instanceof String text) || text.length() != 10) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return Window.EVER.contains(day) ? day : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
