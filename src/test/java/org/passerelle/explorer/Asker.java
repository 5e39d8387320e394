package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Says who is asking, as a person does: by name, with the keyboard. */
final class Asker {
    /** Who of the first people has most experts that somebody could introduce to them, by what the API says. */
    private static final String WITH_INTRODUCTIONS = """
            async words => {
              const ask = async (query, variables) => (await (await fetch('/graphql', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ query, variables }),
              })).json()).data;
              const { people } = await ask('{ people(first: 40) { nodes { id name unit { id } } } }');
              let best = { name: '', paths: 0 };
              for (const { id, name } of people.nodes.filter((person) => person.unit).slice(0, 20)) {
                const { experts } = await ask(`query($about: String!, $id: ID!) {
                  experts(about: $about, from: $id, filter: { outsideUnitOf: $id }, first: 10) {
                    nodes { introductionPath { people { id } } } } }`, { about: words, id });
                const paths = experts.nodes.filter((expert) => expert.introductionPath).length;
                if (paths > best.paths) best = { name, paths };
              }
              return best.name;
            }""";

    private Asker() {}

    /** Chooses somebody of whom the API says that introductions to experts on these words exist. */
    static void chooseWithIntroductions(Page page, String words) {
        String name = page.evaluate(WITH_INTRODUCTIONS, words).toString();
        assertThat(name).as("somebody with a way of introduction").isNotEmpty();
        page.locator("#me").fill(name);
        Locator option = page.locator("#me-options [role=option]").first();
        assertThat(option.locator(".name")).hasText(name);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#me")).hasValue(name);
    }
}
