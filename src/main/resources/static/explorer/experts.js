// Who knows about it, with the evidence, how far they are, and who could introduce the reader.

import { h, initials, marked } from './dom.js';
import { ask, me } from './graphql.js';
import { day, number, t } from './i18n.js';
import { pathsDrawing } from './paths.js';

const PAGE = 10;
const EXPERTS = `query Experts($about: String!, $from: ID, $filter: ExpertFilter, $after: String) {
  experts(about: $about, from: $from, filter: $filter, first: ${PAGE}, after: $after) {
    nodes {
      rank score distance
      person { id name title unit { id name } site { id name } }
      silos { id name dimension }
      introductionPath { people { id name unit { name } } via }
      evidence(first: 3) { contribution subject snippet at reactions resolving community { name } }
      parts { text recognition recency reach }
    }
    pageInfo { endCursor hasNextPage }
    provenance { method snapshot window { from to } }
  }
}`;

export async function expertsView({ root, parameters, go, fail }) {
  const about = parameters.get('about') ?? '';
  const outside = parameters.get('outside') !== 'no' && hasUnit();
  const results = h('div', { class: 'results' });
  root.replaceChildren(
    h('h1', {}, t('expertsTitle')),
    h('p', { class: 'lead' }, t('expertsLead')),
    searchForm(about, outside, go),
    results);
  if (!about) {
    if (!me()) results.append(h('p', { class: 'hint' }, t('noMe')));
    root.querySelector('#about').focus({ preventScroll: true });
    return;
  }
  results.append(h('p', { class: 'hint', 'aria-live': 'polite' }, t('loading')));
  await page({ results, about, outside, fail }, null, []);
}

/** People at the border belong to no unit, so nothing is outside theirs. */
function hasUnit() {
  return Boolean(me()?.unit);
}

function searchForm(about, outside, go) {
  return h('form', {
    class: 'search',
    role: 'search',
    onsubmit: (event) => {
      event.preventDefault();
      const form = new FormData(event.target);
      const words = form.get('about').trim();
      if (words) go({ about: words, outside: form.get('outside') || !hasUnit() ? null : 'no' });
    },
  },
  h('label', { for: 'about', class: 'visually-hidden' }, t('about')),
  h('input', { id: 'about', name: 'about', type: 'search', value: about, placeholder: t('aboutExample'), autocomplete: 'off' }),
  h('button', { class: 'primary' }, t('search')),
  h('label', { class: 'check', title: hasUnit() ? null : t(me() ? 'outsideNeedsUnit' : 'outsideNeedsMe') },
    h('input', {
      type: 'checkbox',
      name: 'outside',
      checked: outside,
      disabled: !hasUnit(),
      onchange: (event) => { if (about) event.target.form.requestSubmit(); },
    }),
    t('outside')));
}

/** Asks for a page and draws all that came until now. */
async function page(search, after, before) {
  const { results, about, outside, fail } = search;
  const from = me()?.id ?? null;
  const filter = outside && from ? { outsideUnitOf: from } : null;
  const { experts } = await ask(EXPERTS, { about, from, filter, after });
  const all = [...before, ...experts.nodes];
  const withPath = all.filter((expert) => expert.introductionPath);
  results.replaceChildren(
    h('div', { class: 'found' },
      h('p', { 'aria-live': 'polite' }, all.length ? t('found', all.length, experts.pageInfo.hasNextPage) : t('noExperts')),
      from ? null : h('p', { class: 'hint' }, t('noMe'))),
    h('div', { class: 'columns' },
      h('ol', { class: 'experts-list' }, all.map((expert) => card(expert, about))),
      withPath.length ? pathsDrawing(withPath) : null),
    experts.pageInfo.hasNextPage ? h('button', {
      type: 'button',
      class: 'more',
      onclick: (event) => {
        event.target.disabled = true;
        page(search, experts.pageInfo.endCursor, all).catch(fail);
      },
    }, t('more')) : null,
    all.length ? h('p', { class: 'provenance' }, experts.provenance.method) : null);
}

function card(expert, about) {
  const { person } = expert;
  return h('li', { class: 'card', id: `expert-${expert.rank}` },
    h('div', { class: 'card-head' },
      h('span', { class: 'disc', 'aria-hidden': 'true' }, initials(person.name)),
      h('div', {},
        h('h2', {}, person.name),
        h('p', { class: 'where' }, [person.title, person.unit?.name, person.site?.name].filter(Boolean).join(' · '))),
      h('span', { class: 'distance' }, distanceText(expert))),
    path(expert),
    expert.silos.length ? h('p', { class: 'crosses' }, h('span', { class: 'caption' }, t('crosses')),
      expert.silos.map((group) => h('span', { class: 'chip' }, h('small', {}, t(group.dimension)), group.name))) : null,
    h('ul', { class: 'evidence', 'aria-label': t('evidence') }, expert.evidence.map((item) => evidence(item, about))),
    parts(expert.parts));
}

function distanceText(expert) {
  if (!me()) return null;
  if (expert.person.id === me().id) return t('itsYou');
  if (expert.distance === null) return t('noDistance');
  return expert.distance === 0 ? t('sameUnit') : t('distance', expert.distance);
}

/** The chain of acquaintances, as a list: each step says how the two know each other. */
function path(expert) {
  if (!me() || expert.person.id === me().id) return null;
  const chain = expert.introductionPath;
  if (!chain) return h('p', { class: 'path none' }, h('span', { class: 'caption' }, t('path')), t('noPath'));
  return h('div', { class: 'path' },
    h('span', { class: 'caption' }, t('path')),
    h('ol', {}, chain.people.map((person, index) => [
      index > 0 ? h('li', { class: 'via' }, h('span', {}, chain.via[index - 1] ?? '')) : null,
      h('li', { class: 'step' }, index === 0 ? t('you') : person.name),
    ])));
}

function evidence(item, about) {
  return h('li', {},
    item.subject ? h('h3', {}, marked(item.subject, about)) : null,
    h('blockquote', {}, marked(item.snippet, about)),
    h('p', { class: 'meta' },
      h('time', { datetime: item.at }, day(item.at)),
      item.community ? h('span', {}, item.community.name) : null,
      item.reactions ? h('span', {}, t('reactions', item.reactions)) : null,
      item.resolving ? h('span', { class: 'accepted' }, `✓ ${t('accepted')}`) : null));
}

function parts(values) {
  return h('dl', { class: 'parts', 'aria-label': t('parts') }, ['text', 'recognition', 'recency', 'reach'].map((name) => h('div', { title: t(`${name}Help`) },
    h('dt', {}, t(name)),
    h('dd', {},
      h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: `${Math.round(values[name] * 100)}%` } })),
      h('span', { class: 'figure' }, number(values[name], 2))))));
}
