// Who knows about it, with the evidence, how far they are, and who could introduce the reader.

import { expertCard, PIECE } from './card.js';
import { h } from './dom.js';
import { ask, Failure, me } from './graphql.js';
import { t } from './i18n.js';
import { inbox } from './inbox.js';
import { NOBODY, nobodyFound } from './nobody.js';
import { pathsDrawing } from './paths.js';
import { choices, filtersOn, questionOf, searchForm, variables } from './question.js';
import { announce, refusal, waiting } from './waiting.js';

const PAGE = 10;
const EXPERTS = `query Experts($about: String, $question: ID, $from: ID, $filter: ExpertFilter, $by: Ranking!, $after: String) {
  experts(about: $about, question: $question, from: $from, filter: $filter, by: $by, first: ${PAGE}, after: $after) {
    edges {
      cursor
      node {
        rank weak distance
        person { id name title unit { id name } }
        site { name }
        languages
        silos { id name dimension }
        workload { level askedLately ownUsual }
        declared { id name }
        nearbyTopics { id name }
        introductionPath { ...Way }
        alternatives { ...Way }
        evidence(first: 3) { ...Piece }
        parts { text recognition recency answering focus familiarity nearby reach }
      }
    }
    pageInfo { endCursor hasNextPage }
    ${NOBODY}
  }
}
fragment Way on IntroductionPath { people { id name unit { name } } steps { exchanges since shared } busy }
${PIECE}`;
const TOPICS = '{ topics(first: 16) { nodes { name } } }';
/** Refusals that the reader can answer by asking otherwise: they stand where the people would. */
const ASK_OTHERWISE = ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'LIMIT_EXCEEDED', 'TIMEOUT'];

export async function expertsView({ root, parameters, go, fail, signal }) {
  const question = questionOf(parameters);
  const results = h('div', { class: 'results' });
  const focused = root.contains(document.activeElement) ? document.activeElement.id : null;
  root.replaceChildren(
    h('h1', {}, t('expertsTitle')),
    h('p', { class: 'lead' }, t('expertsLead'), me() ? [' ', yourProfile()] : null),
    searchForm(question, go, fail),
    inbox(signal),
    results);
  // Drawing anew must not throw the keyboard back to the top of the page.
  root.querySelector(focused ? `#${CSS.escape(focused)}` : '#no-such')?.focus({ preventScroll: true });
  if (!question.about && !question.open) {
    if (!me()) results.append(sayWho());
    startTopics(results, go, signal);
    if (!focused && document.activeElement === document.body) root.querySelector('#about').focus({ preventScroll: true });
    return;
  }
  results.append(waiting(question.about ? t('waitingExperts', question.about) : t('waitingWho')), silhouettes());
  const search = { results, question, go, fail, signal, found: [] };
  try {
    await page(search, null);
  } catch (error) {
    if (!(error instanceof Failure) || !ASK_OTHERWISE.includes(error.code)) throw error;
    // The refusal is an alert, which is read out by itself: nothing is looked for any more.
    announce('');
    results.replaceChildren(refusal(error, t(`${error.code}_EXPERTS`)), otherwise(search));
  }
}

/** What most people write about, to begin with: a comfort, which does not come where it may not be asked. */
async function startTopics(results, go, signal) {
  const { topics } = await ask(TOPICS, {}, signal).catch(() => ({ topics: { nodes: [] } }));
  if (signal.aborted || !topics.nodes.length) return;
  results.append(h('section', { class: 'start-topics' },
    h('h2', {}, t('startTopics')),
    h('ul', {}, topics.nodes.map(({ name }) => h('li', {},
      h('button', { type: 'button', onclick: () => go({ about: name }) }, name))))));
}

/** Distances and introductions start at somebody. */
function sayWho() {
  return h('p', { class: 'hint' }, t('noMe'), ' ',
    h('button', { type: 'button', class: 'link', onclick: () => document.getElementById('me').focus() }, t('sayMe')));
}

/** The way to what the reader is known for themselves, and to what they decide about it. */
function yourProfile() {
  return h('span', { class: 'your-profile' },
    h('a', { href: `#/person?id=${encodeURIComponent(me().id)}` }, t('yourProfile')), t('colon'), t('yourProfileHelp'));
}

/** Where people will stand. */
function silhouettes() {
  return h('div', { class: 'silhouettes', 'aria-hidden': 'true' }, [1, 2, 3].map(() => h('div', { class: 'card' }, h('i', {}), h('i', {}), h('i', {}))));
}

/** Asks for a page and draws all that came until now. */
async function page(search, after) {
  const { results, question, go, fail, signal, found } = search;
  const { experts } = await ask(EXPERTS, { ...variables(question), after }, signal);
  let previous = after;
  for (const { node, cursor } of experts.edges) {
    found.push({ ...node, before: previous });
    previous = cursor;
  }
  const { hasNextPage } = experts.pageInfo;
  const count = found.length ? t('found', found.length, hasNextPage) : t('noExperts');
  announce(count);
  const bar = h('div', { class: 'found' }, h('p', {}, found.length ? h('strong', {}, count) : null), me() ? null : sayWho());
  const chips = await filterChips(question, go);
  if (signal.aborted) return;
  if (!found.length) {
    results.replaceChildren(chips, nobodyFound(experts.nobody, question.about, go), otherwise(search));
    return;
  }
  const withPath = found.filter((expert) => expert.introductionPath);
  const focusOn = after ? `expert-${found.length - experts.edges.length + 1}` : null;
  results.replaceChildren(
    h('div', { class: 'over' }, bar, chips),
    h('div', { class: withPath.length ? 'columns' : 'columns alone' },
      h('ol', { class: 'experts-list' }, found.map((expert) => expertCard(expert, search))),
      withPath.length ? pathsDrawing(withPath) : null),
    hasNextPage ? h('button', {
      type: 'button',
      class: 'more',
      onclick: (event) => {
        event.target.disabled = true;
        event.target.textContent = t('loading');
        page(search, experts.pageInfo.endCursor).catch((error) => {
          event.target.disabled = false;
          event.target.textContent = t('more');
          fail(error);
        });
      },
    }, t('more')) : '',
    h('p', { class: 'provenance' }, t('expertsMethod')));
  if (focusOn) document.getElementById(focusOn)?.focus();
}

/** The filters that are on, each a button that takes it off. */
async function filterChips(question, go) {
  const named = question.unit || question.site || question.community;
  // The names are a comfort: without them the ids are shown.
  const names = named ? (await choices().catch(() => ({}))).names : undefined;
  const on = filtersOn(question, names);
  if (!on.length) return '';
  return h('ul', { class: 'on', 'aria-label': t('filtersOn') }, on.map(({ text, without }) => h('li', {},
    h('button', { type: 'button', onclick: () => go(without), 'aria-label': t('without', text) }, text, h('span', { 'aria-hidden': 'true' }, ' ×')))));
}

/** What else to try: with each filter off, and with other words. */
function otherwise({ question, go }) {
  const on = filtersOn(question);
  return h('div', { class: 'otherwise' }, h('h3', {}, t('otherwise')), h('ul', {},
    on.length ? h('li', {}, h('button', {
      type: 'button',
      class: 'link',
      onclick: () => go({ question: null, outside: 'no', unit: null, site: null, community: null, since: null, until: null, by: null }),
    }, t('withoutFilters', on.length))) : null,
    h('li', {}, h('button', { type: 'button', class: 'link', onclick: () => {
      const about = document.getElementById('about');
      about.focus();
      about.select();
    } }, t('otherWords')))));
}
