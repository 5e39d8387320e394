package org.passerelle.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.springframework.stereotype.Component;

/**
 * Says in the language of the field's argument {@code language} what an answer holds in both, one or a list. Answers are kept in both
 * languages, because two readers may share them.
 */
@Component
class BilingualAnswers extends SimplePerformantInstrumentation {
    private static final String ARGUMENT = "language";

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        if (parameters.getEnvironment().getFieldDefinition().getArgument(ARGUMENT) == null) {
            return fetcher;
        }
        return environment -> {
            Object value = fetcher.get(environment);
            return said(value, language(environment));
        };
    }

    private static @Nullable Object said(@Nullable Object value, Language language) {
        if (value instanceof Bilingual both) {
            return both.in(language);
        }
        return value instanceof List<?> several && several.stream().allMatch(Bilingual.class::isInstance)
                ? several.stream().map(one -> ((Bilingual) one).in(language)).toList()
                : value;
    }

    private static Language language(DataFetchingEnvironment environment) {
        Object asked = environment.getArgument(ARGUMENT);
        return asked == null ? Language.ENGLISH : Language.valueOf(String.valueOf(asked));
    }
}
