// A comparison of two windows: the whole, groups, pairs of groups, bridges, and an initiative beside elsewhere.

import { h } from './dom.js';
import { changeOf, pValue, signed, span, strip, verdict } from './estimates.js';
import { number, percent, t } from './i18n.js';
import { pairName } from './matrix.js';
import { stateOf } from './controls.js';

export function changed(comparison) {
  return [
    h('section', { class: 'panel effect' },
      h('h2', {}, t('overall')),
      h('p', { class: 'headline small' }, `${span(comparison.before)} → ${span(comparison.after)}`, h('span', {}, t('weeks', number(comparison.weeksBefore), number(comparison.weeksAfter)))),
      h('p', { class: 'sentence' }, comparison.summary),
      comparison.note ? h('p', { class: 'weak' }, comparison.note) : null,
      h('div', { class: 'slopes' },
        whole(t('eiIndex'), comparison.externalInternal, (value) => number(value, 3), t('eiHelp')),
        whole(t('activity'), comparison.activity, (value) => number(value, value < 100 ? 1 : 0), t('activityHelp')),
        whole(t('efficiency'), comparison.crossSiloEfficiency.whole, (value) => number(value, 3), t('efficiencyHelp'))),
      h('p', { class: 'help' }, comparison.deals ? t('dealsHelp', number(comparison.deals)) : t('noDeals'))),
    comparison.effect.length ? effect(comparison.effect) : '',
    h('section', { class: 'panel' }, h('h2', {}, t('groupsOpened')), groupChanges(comparison.groups)),
    h('section', { class: 'panel' }, h('h2', {}, t('pairsChanged')), pairChanges(comparison)),
    h('section', { class: 'panel' }, h('h2', {}, t('bridgesChanged')), bridgeChanges(comparison.bridges)),
    h('p', { class: 'provenance' }, comparison.provenance.method),
  ].filter(Boolean);
}

function whole(name, change, write, help) {
  return changeOf(name, change, { write, help, reach: reachOf([change]) });
}

/** As far to either side as the furthest end of the changes drawn on one scale. */
function reachOf(changes) {
  return Math.max(1e-6, ...changes.flatMap((change) => [change?.change, change?.low, change?.high, change?.expected])
    .filter((value) => value !== null && value !== undefined).map(Math.abs)) * 1.15;
}

/** Where something was tried beside elsewhere: only the gap between the two may be its doing. */
function effect(figures) {
  return h('section', { class: 'panel' }, h('h2', {}, t('initiativeEffect')), h('p', { class: 'help' }, t('effectHelp')),
    h('div', { class: 'slopes' }, figures.map((figure) => h('div', { class: `change ${verdict(figure.gap)}` },
      h('h3', {}, t(figure.kind)),
      h('dl', { class: 'key-list' }, ['scope', 'others', 'gap'].map((part) => h('div', {}, h('dt', {}, t(`effect_${part}`)),
        h('dd', { class: 'figure' }, figure[part].change === null ? t('NO_DATA') : signed(figure[part].change))))),
      figure.gap.low === null || figure.gap.change === null ? null : strip({ value: figure.gap.change, low: figure.gap.low, high: figure.gap.high }, { from: -reachOf([figure.gap]), to: reachOf([figure.gap]), reference: figure.gap.expected ?? 0 }),
      h('p', { class: 'sentence' }, figure.summary)))));
}

function groupChanges(groups) {
  const shown = groups.filter((group) => stateOf(group) === 'shown' && group.permeability?.change !== null && group.permeability);
  const others = groups.filter((group) => !shown.includes(group));
  const reach = reachOf(shown.map(({ permeability }) => permeability));
  shown.sort((a, b) => (a.permeability.adjustedP ?? 1) - (b.permeability.adjustedP ?? 1) || Math.abs(b.permeability.change) - Math.abs(a.permeability.change));
  return [
    shown.length ? changeTable(shown.map(({ group, permeability }) => ({ name: group.name, change: permeability, write: percent, note: null })), reach) : h('p', { class: 'hint' }, t('NO_DATA')),
    others.length ? h('p', { class: 'help' }, others.map(({ group, state }) => `${group.name}: ${t(state === 'SHOWN' ? 'NO_DATA' : state)}`).join(' · ')) : null,
    h('p', { class: 'help' }, t('groupsOpenedHelp')),
  ];
}

function pairChanges({ cells, cellsCompared, cellsWithheld }) {
  const kinds = ['APPEARED', 'VANISHED', 'STAYED'].map((kind) => [kind, cells.filter((cell) => cell.kind === kind)]).filter(([, list]) => list.length);
  return [
    ...kinds.map(([kind, list]) => [h('h3', {}, t(kind)), changeTable(list.map((cell) => ({
      name: pairName(cell.from, cell.to),
      change: cell.observedOverExpected,
      write: (value) => `${number(value, 2)}×`,
      note: t('tiesFromTo', number(cell.tiesBefore), number(cell.tiesAfter)),
    })), reachOf(list.map(({ observedOverExpected }) => observedOverExpected)))]),
    h('p', { class: 'help' }, t('cellsHelp', number(cells.length), number(cellsCompared)), cellsWithheld ? ` ${t('cellsWithheld', number(cellsWithheld))}` : ''),
  ];
}

/** A change a line: name, before and after, where the change lies beside what chance brings, and what the test says. */
function changeTable(rows, reach) {
  return h('div', { class: 'scroll' }, h('table', { class: 'plain wide change-table' },
    h('thead', { class: 'visually-hidden' }, h('tr', {}, ['name', 'beforeAfter', 'changeColumn', 'test'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, rows.map(({ name, change, write, note }) => h('tr', { class: verdict(change), title: change.summary },
      h('th', { scope: 'row' }, name, note ? h('small', {}, note) : null),
      h('td', {}, change.before === null || change.after === null ? t('NO_DATA') : `${write(change.before)} → ${write(change.after)}`),
      h('td', {}, change.low === null || change.change === null ? '–' : [strip({ value: change.change, low: change.low, high: change.high }, { from: -reach, to: reach, reference: change.expected ?? 0 }),
        h('span', { class: 'visually-hidden' }, t('changeInterval', signed(change.change), signed(change.low), signed(change.high)))]),
      h('td', {}, change.adjustedP === null ? '–' : h('span', { class: 'chip' + (verdict(change) === 'sure' ? '' : ' plain') }, t(verdict(change) === 'sure' ? 'aChange' : 'asChanceShort'), ` ${pValue(change.adjustedP)}`)))))));
}

function bridgeChanges(bridges) {
  if (!bridges.length) return h('p', { class: 'hint' }, t('noBridgeChanges'));
  return [[true, 'bridgesAppeared'], [false, 'bridgesVanished']].map(([appeared, title]) => {
    const list = bridges.filter((bridge) => bridge.appeared === appeared);
    return list.length ? [h('h3', {}, t(title)), h('ol', { class: 'linkers' }, list.map((bridge) => h('li', {},
      h('strong', {}, bridge.person.name), h('span', { class: 'meta' }, h('span', {}, t('places', bridge.rankBefore ?? '–', bridge.rankAfter ?? '–'))),
      h('p', {}, bridge.summary))))] : null;
  });
}
