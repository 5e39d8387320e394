// Before and after: what changed between the groups from one window to another, beyond what chance brings.

import { changed } from './changed.js';
import { cutControls, cutOf, groupsOf, windowFields, windowOf } from './controls.js';
import { h } from './dom.js';
import { ask, Failure } from './graphql.js';
import { day, t } from './i18n.js';
import { initiativeForm, initiativeList } from './initiatives.js';
import { announce, refusal, waiting } from './waiting.js';

const RANGE = `query Tried {
  dataset { extent { from to } }
  initiatives(first: 50) { nodes { id goal from dimension scope { id name } } }
}`;
const CHANGE = '{ before after change low high expected p adjustedP summary(language: $language) }';
const COMPARISON = `query Compare($before: WindowInput, $after: WindowInput, $initiative: ID, $dimension: Dimension, $unitDepth: Int, $language: Language!) {
  compare(before: $before, after: $after, initiative: $initiative, dimension: $dimension, unitDepth: $unitDepth) {
    before { from to }
    after { from to }
    weeksBefore weeksAfter note(language: $language) deals summary(language: $language) cellsCompared cellsWithheld
    externalInternal ${CHANGE}
    activity ${CHANGE}
    crossSiloEfficiency { deals whole ${CHANGE} }
    groups { group { id name } state permeability ${CHANGE} }
    cells(first: 30) { from { id name } to { id name } kind tiesBefore tiesAfter observedOverExpected ${CHANGE} }
    bridges { person { id name } appeared rankBefore rankAfter summary(language: $language) }
    effect { kind summary(language: $language) scope ${CHANGE} others ${CHANGE} gap ${CHANGE} }
    provenance { method(language: $language) }
  }
}`;

export async function changeView(view) {
  const { root, parameters, go, signal } = view;
  const cut = cutOf(parameters);
  const windows = h('div', { class: 'two-windows' });
  const tried = h('section', { class: 'panel' }, h('h2', {}, t('initiatives')), waiting(t('loading')));
  const answer = h('div', { class: 'answer' }, waiting(t('waitingComparison')));
  root.replaceChildren(
    h('h1', {}, t('changeTitle')),
    h('p', { class: 'lead' }, t('changeLead')),
    h('div', { class: 'bars' }, cutControls(cut, go, { initiative: null })),
    windows,
    h('div', { class: 'columns' }, answer, h('aside', {}, tried)));
  const [{ dataset, initiatives }, groups] = await Promise.all([ask(RANGE, {}, signal), groupsOf(cut, signal)]);
  const chosen = initiatives.nodes.find(({ id }) => id === parameters.get('initiative')) ?? null;
  tried.replaceChildren(h('h2', {}, t('initiatives')), initiativeList(initiatives.nodes, chosen, go),
    initiativeForm(groups, dataset.extent, (recorded) => go({ initiative: recorded, beforefrom: null, beforeto: null, afterfrom: null, afterto: null })));
  if (!dataset.extent) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('datasetEmpty')));
    return;
  }
  const asked = { before: windowOf(parameters, 'before'), after: windowOf(parameters, 'after') };
  const { before, after } = asked.before || asked.after || chosen ? asked : halves(dataset.extent);
  windows.replaceChildren(...[['before', before], ['after', after]].map(([side, window]) => h('fieldset', { class: 'window' },
    h('legend', {}, t(side)), windowFields(window, dataset.extent, (changes) => go(both({ before, after }, changes)), side))));
  await compared(answer, { ...cut, before, after, initiative: chosen?.id ?? null }, { signal, chosen });
}

/** Whoever changes one day keeps the three others, whether they were in the address or proposed. */
function both({ before, after }, changes) {
  return {
    beforefrom: before?.from ?? null, beforeto: before?.to ?? null, afterfrom: after?.from ?? null, afterto: after?.to ?? null, ...changes,
  };
}

async function compared(answer, variables, { signal, chosen }) {
  try {
    const { compare } = await ask(COMPARISON, chosen ? { ...variables, dimension: chosen.dimension } : variables, signal);
    if (!compare.groups.length) {
      answer.replaceChildren(h('p', { class: 'hint' }, t('noGroups')));
      return;
    }
    announce(compare.summary);
    answer.replaceChildren(
      chosen ? h('p', { class: 'on-top' }, t('comparedWith', chosen.goal, day(chosen.from))) : '',
      ...changed(compare));
  } catch (error) {
    if (!(error instanceof Failure) || ['LOADING', 'OFFLINE'].includes(error.code)) throw error;
    answer.replaceChildren(refusal(error, t('cannotCompare')));
  }
}

/** The two halves of the data, of as many whole weeks each. */
export function halves({ from, to }) {
  const DAY_MILLIS = 86_400_000;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const weeks = Math.max(1, Math.floor((last - first + DAY_MILLIS) / DAY_MILLIS / 14));
  const iso = (millis) => new Date(millis).toISOString().slice(0, 10);
  const middle = first + weeks * 7 * DAY_MILLIS;
  return { before: { from, to: iso(middle - DAY_MILLIS) }, after: { from: iso(middle), to: iso(Math.min(last, middle + weeks * 7 * DAY_MILLIS - DAY_MILLIS)) } };
}
