// How far the first closers of loops are the first animators: in numbers only, beside what chance and volume would bring.

import { choices } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { pValue } from './estimates.js';
import { number, t } from './i18n.js';
import { whenOpened } from './waiting.js';

const PLACES = ['UNIT', 'COMMUNITY'];
const OVERLAP = `query CloserOverlap($by: LoopGrouping!, $unitDepth: Int, $window: WindowInput) {
  loopFigures(unitDepth: $unitDepth, window: $window) {
    closersWhoAnimate(by: $by) { whole { ...Overlap } groups { ...Overlap } }
  }
}
fragment Overlap on CloserOverlap {
  group { id name } state
  figures { people first both any { mean low high p } alike { mean low high p } correlation }
}`;

/** A box that asks when it is opened. */
export function closerOverlap(window, unitDepth, { parameters, go, signal }) {
  const by = PLACES.includes(parameters.get('overlap')) ? parameters.get('overlap') : 'UNIT';
  return whenOpened(t('overlapTitle'), t('waitingOverlap'), async () => {
    const { loopFigures } = await ask(OVERLAP, { by, unitDepth, window }, signal);
    const { whole, groups } = loopFigures.closersWhoAnimate;
    return [h('p', { class: 'help' }, t('overlapHelp')),
      whole.state === 'SHOWN' ? sentence(whole.figures) : h('p', { class: 'hint' }, t(whole.state === 'NO_DATA' ? 'noOverlap' : whole.state)),
      choices('overlap', t('overlapBy'), PLACES.map((value) => [value, t(`loops_${value}`)]), by, (value) => go({ overlap: value })),
      table(groups)];
  });
}

function sentence({ first, both, any, alike, correlation }) {
  return h('p', { class: 'sentence overlap-whole' },
    t('overlapSentence', number(both), number(first)), ' ',
    t('overlapChance', number(any.mean, 1), number(alike.mean, 1)), ' ',
    h('strong', {}, t(verdict(alike, both))), ` (${pValue(alike.p)}). `,
    correlation === null ? null : t('overlapCorrelation', number(correlation, 2)));
}

function verdict({ low, p }, both) {
  return p < 0.05 ? 'overlapMore' : both < low ? 'overlapFewer' : 'overlapAsChance';
}

function table(groups) {
  const shown = groups.filter(({ state }) => state === 'SHOWN');
  const withheld = groups.filter(({ state }) => state === 'SUPPRESSED').length;
  return h('div', {},
    shown.length ? h('div', { class: 'scroll' }, h('table', { class: 'plain wide overlap-table' },
      h('thead', {}, h('tr', {}, ['name', 'peopleColumn', 'bothColumn', 'byChanceColumn', 'alikeColumn', 'test'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, shown.map(({ group, figures }) => h('tr', {},
        h('th', { scope: 'row' }, group.name),
        h('td', { class: 'figure' }, number(figures.people)),
        h('td', { class: 'figure' }, t('of', number(figures.both), number(figures.first))),
        h('td', { class: 'figure' }, t('withInterval', number(figures.any.mean, 1), number(figures.any.low), number(figures.any.high))),
        h('td', { class: 'figure' }, t('withInterval', number(figures.alike.mean, 1), number(figures.alike.low), number(figures.alike.high))),
        h('td', {}, h('span', { class: figures.alike.p < 0.05 ? 'chip' : 'chip plain' }, t(verdict(figures.alike, figures.both)), ` ${pValue(figures.alike.p)}`)))))))
      : h('p', { class: 'hint' }, t('noOverlapPlaces')),
    withheld ? h('p', { class: 'help' }, t('overlapWithheld', withheld, number(withheld))) : null);
}
