// One community: what it is, how alive, who animates it, and what lives without them.

import { animatorList } from './animators.js';
import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { mandateDose } from './mandate-dose.js';
import { withoutThem } from './without.js';
import { shape } from './community-shape.js';
import { myPart } from './my-part.js';
import { strip, withInterval } from './estimates.js';
import { announce, waiting } from './waiting.js';

const COMMUNITY = `query Community($id: ID!, $window: WindowInput, $language: Language!) {
  community(id: $id, window: $window) {
    id name kind contributions contributors threads fragility
    kindInferred { kind reasons(language: $language) }
    health { state trend needs needsAnswered newcomers summary(language: $language) }
    selfRegulation {
      share threads interval { value low high } trend { value low high }
      withoutFirst { contributions kept expected matched p }
      withoutAppointed { contributions kept expected matched p }
    }
    absences { absences matched change matchedChange difference { value low high } }
    personas { persona rule(language: $language) state people }
    mandates { state figures { people appointed natural both expected kappa } }
    managersWhoAnimate { state managers { counted of share low high } others { counted of share low high } }
    units: mirror(dimension: UNIT) { ...Reflection }
    trades: mirror(dimension: TRADE) { ...Reflection }
    communityPeers { state figures { exchanges people peers { value low high } unprompted { value low high } } }
    sparkedBy { id name title unit { name } }
    candidates(first: 10) { person { id name unit { name } } trades expertTies tenureDays contributions recognisedBy }
  }
}
fragment Reflection on Mirror { state figures { exchanges people groups inside expected index { value low high } } }`;

/** Fills `page` with a community; what its people see of themselves comes with it. */
export async function communityPage(page, id, window, view) {
  page.replaceChildren(waiting(t('waitingCommunity')));
  const { community } = await ask(COMMUNITY, { id, window }, view.signal);
  announce(community?.name ?? t('NOT_FOUND'));
  if (!community) {
    page.replaceChildren(h('p', { class: 'hint' }, t('NOT_FOUND')));
    return;
  }
  const animators = h('div', {}, waiting(t('waitingAnimators')));
  const mine = h('div', {});
  page.replaceChildren(...[
    heading(community),
    keyFigures(community),
    mine,
    h('section', { 'aria-labelledby': 'animators-title' },
      h('h3', { id: 'animators-title' }, t('animators')),
      h('p', { class: 'help' }, t('animatorsHelp')),
      sparked(community),
      animators),
    withoutThem(community),
    mandateDose(community, window, view),
    shape(community),
    candidates(community),
  ].filter(Boolean));
  await Promise.all([
    animatorList(animators, community, window, view),
    me() ? myPart(mine, community.id, window, view) : null]);
}

function heading(community) {
  const { health, kindInferred } = community;
  return h('header', {},
    h('h2', {}, community.name),
    h('p', { class: 'meta' },
      h('span', { class: `state ${health.state.toLowerCase()}` }, t(health.state)),
      h('span', {}, t('contributions', number(community.contributions))),
      h('span', {}, t('contributors', number(community.contributors))),
      h('span', {}, t('threads', number(community.threads))),
      trend(health.trend)),
    h('p', { class: 'health-why' }, healthSentence(health)),
    h('p', {}, h('a', { href: `#/experts?community=${encodeURIComponent(community.id)}` }, t('expertOfCommunity'))),
    h('details', { class: 'kind-box' },
      h('summary', {}, community.kind
        ? t(community.kind === kindInferred.kind ? 'kindGivenAgrees' : 'kindGiven', t(community.kind), t(kindInferred.kind))
        : t('kindSeems', t(kindInferred.kind))),
      h('ul', { class: 'kind-reasons' }, kindInferred.reasons.map((reason) => h('li', {}, reason))),
      h('p', { class: 'help' }, t(`belongs_${community.kind ?? kindInferred.kind}`))));
}

/** The API's summary says the same in English; the rule of each state stands in its help. */
function healthSentence(health) {
  return [t(`health_${health.state}`), ' ',
    health.needs ? t('needsSentence', number(health.needs), percent(health.needsAnswered)) : t('noNeeds'), ' ',
    t('newcomersSentence', health.newcomers)];
}

function keyFigures({ id, fragility, selfRegulation, health }) {
  const { interval, trend: yearly } = selfRegulation;
  return h('dl', { class: 'three key-figures' },
    keyFigure('fragility', t('fragility'), fragility === null ? '–' : percent(Math.max(0, fragility)), t(fragility === null ? 'fragilityNone' : 'fragilityHelp')),
    keyFigure('self-regulation', t('selfRegulation'), selfRegulation.share === null ? '–' : percent(selfRegulation.share), t('selfRegulationHelp'), [
      interval ? strip(interval, { from: 0, to: 1 }) : null,
      h('span', { class: 'help' }, interval ? t('interval', percent(interval.low), percent(interval.high)) : t('noInterval')),
      h('span', { class: 'help' }, yearly ? t('yearlyTrend', points(yearly.value), points(yearly.low), points(yearly.high)) : t('noTrend'), ' ',
        yearly ? h('strong', {}, t(yearly.low > 0 ? 'rising' : yearly.high < 0 ? 'falling' : 'noDirection')) : null)]),
    keyFigure('needs', t('needs'), health.needsAnswered === null ? '–' : percent(health.needsAnswered), t('needsOf', number(health.needs)),
      h('a', { class: 'help', href: `#/loops?community=${encodeURIComponent(id)}` }, t('toLoops'))));
}

/** A change of a share, in points with its sign. */
function points(value) {
  const rounded = Math.round(value * 100);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : '±'}${number(Math.abs(rounded))}`;
}

function keyFigure(kind, name, value, help, more = null) {
  return h('div', { class: kind }, h('dt', {}, name), h('dd', {}, h('span', { class: 'figure' }, value), h('span', { class: 'help' }, help), more));
}

/** By name and without figures, as the people of the community see it. */
function sparked({ sparkedBy }) {
  if (!sparkedBy.length) return null;
  return h('p', { class: 'sparked' }, t('sparkedBy'), ' ', sparkedBy.map((person, index) => [index ? ', ' : '',
    h('a', { href: `#/person?id=${encodeURIComponent(person.id)}` }, person.name)]), '. ', h('span', { class: 'help' }, t('sparkedByHelp')));
}

function candidates({ candidates: offered }) {
  return h('section', { class: 'panel candidates' }, h('h3', {}, t('candidates')),
    h('p', { class: 'help' }, t('candidatesHelp')),
    offered.length ? h('div', { class: 'scroll' }, h('table', { class: 'plain wide' },
      h('thead', {}, h('tr', {}, ['person', 'trades', 'expertTies', 'tenure', 'contributionsHere', 'recognisedBy'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, offered.map((candidate) => h('tr', {},
        h('th', { scope: 'row' }, candidate.person.name, candidate.person.unit ? h('small', {}, candidate.person.unit.name) : null),
        [candidate.trades, candidate.expertTies, candidate.tenureDays === null ? null : candidate.tenureDays / 365.25, candidate.contributions, candidate.recognisedBy]
          .map((value, index) => h('td', {}, value === null ? t('NO_DATA') : number(value, index === 2 ? 1 : 0))))))))
      : h('p', { class: 'hint' }, t('noCandidates')));
}

/** The second half of the days against the first, where the first says something. */
export function trend([first, second] = []) {
  if (!first || second === undefined) return null;
  const change = second / first - 1;
  const direction = Math.abs(change) < 0.05 ? 'even' : change > 0 ? 'up' : 'down';
  return h('span', { class: `trend ${direction}`, title: t('halves', number(first), number(second)) },
    `${{ even: '→', up: '↗', down: '↘' }[direction]} ${change > 0 ? '+' : change < 0 ? '−' : ''}${percent(Math.abs(change), 0)}`);
}
