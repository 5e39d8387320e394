package org.passerelle.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.springframework.stereotype.Component;

/**
 * Says in the language of the field's argument {@code language} what an answer holds in both. Answers are kept in both
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
            return value instanceof Bilingual both ? both.in(language(environment)) : value;
        };
    }

    private static Language language(DataFetchingEnvironment environment) {
        Object asked = environment.getArgument(ARGUMENT);
        return asked == null ? Language.ENGLISH : Language.valueOf(String.valueOf(asked));
    }
}
