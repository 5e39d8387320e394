// What a what-if would do: every figure before and after, and in words what it rests on.

import { h } from './dom.js';
import { signed } from './estimates.js';
import { number, percent, t } from './i18n.js';
import { stateOf } from './controls.js';

const points = (value) => number(value, 3);
/** One meeting moves it in the fourth digit. */
const nearness = (value) => number(value, 4);

export function simulated(found) {
  return [
    h('section', { class: 'panel effect' },
      h('h2', {}, t('effect')),
      h('p', { class: 'sentence' }, found.summary),
      h('div', { class: 'slopes' },
        slope(t('eiIndex'), t('eiHelp'), found.externalInternal, { write: points, from: -1, to: 1 }),
        slope(t('efficiency'), t('efficiencyHelp'), { ...found.crossSiloEfficiency, summary: null }, { write: nearness, from: 0, to: 1 }),
        fragments(found.fragments)),
      found.sources ? h('p', { class: 'help' }, t('estimatedFrom', number(found.sources))) : null),
    found.groups.length ? h('section', { class: 'panel' }, h('h2', {}, t('groupsTouched')), groupTable(found.groups)) : '',
    found.loads.length ? h('section', { class: 'panel' }, h('h2', {}, t('loads')), h('p', { class: 'help' }, t('loadsHelp')), loadTable(found.loads)) : '',
    h('p', { class: 'provenance' }, found.provenance.method),
  ].filter(Boolean);
}

/** One figure before and after on its scale, with the difference and, where it is estimated, its standard error. */
function slope(name, help, figure, { write, from, to }) {
  const known = figure.before !== null && figure.after !== null;
  const at = (value) => `${(100 * (value - from)) / (to - from)}%`;
  return h('div', { class: 'slope' },
    h('h3', {}, name),
    known ? [
      h('p', { class: 'from-to' }, h('span', { class: 'figure' }, write(figure.before)), h('span', { 'aria-hidden': 'true' }, '→'), h('span', { class: 'visually-hidden' }, t('becomes')),
        h('span', { class: 'figure after' }, write(figure.after)), h('span', { class: 'difference' }, signed(figure.difference, write))),
      h('div', { class: 'dumbbell', 'aria-hidden': 'true' }, h('i', { class: 'before', style: { left: at(figure.before) } }), h('i', { class: 'after', style: { left: at(figure.after) } })),
      figure.standardError === null || figure.standardError === undefined ? null : h('p', { class: 'help' }, t('standardError', write(figure.standardError)))]
      : figure.summary ? null : h('p', {}, t('NO_DATA')),
    h('p', { class: 'help' }, help),
    figure.summary ? h('p', { class: 'sentence' }, figure.summary) : null);
}

/** Like nearness, what this says in words stands above already. */
function fragments(found) {
  return h('div', { class: 'slope' },
    h('h3', {}, t('fragments')),
    h('p', { class: 'from-to' }, h('span', { class: 'figure' }, number(found.before)), h('span', { 'aria-hidden': 'true' }, '→'), h('span', { class: 'visually-hidden' }, t('becomes')),
      h('span', { class: 'figure after' }, number(found.after))),
    h('p', { class: 'help' }, t('fragmentsHelp', number(found.largestBefore), number(found.largestAfter))),
    found.peopleCutOff ? h('p', {}, t('cutOff', number(found.peopleCutOff), found.cutOff.map(({ name }) => name).join(', '))) : null);
}

function groupTable(groups) {
  return h('div', { class: 'scroll' }, h('table', { class: 'plain wide' },
    h('thead', {}, h('tr', {}, ['group', 'people_', 'PERMEABILITY', 'eiIndex'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, groups.map((entry) => {
      const shown = stateOf(entry) === 'shown';
      return h('tr', {}, h('th', { scope: 'row' }, entry.group.name),
        shown ? [
          h('td', {}, arrow(entry.peopleBefore, entry.peopleAfter, (value) => number(value))),
          h('td', {}, arrow(entry.permeability?.before ?? null, entry.permeability?.after ?? null, (value) => percent(value, 1))),
          h('td', {}, arrow(entry.externalInternal?.before ?? null, entry.externalInternal?.after ?? null, (value) => number(value, 2)))]
          : h('td', { class: 'absent', colspan: 3 }, t(entry.state)));
    }))));
}

function arrow(before, after, write) {
  const text = (value) => (value === null || value === undefined ? '–' : write(value));
  return before === after ? text(before) : `${text(before)} → ${text(after)}`;
}

function loadTable(loads) {
  const most = Math.max(...loads.flatMap((load) => [load.shareBefore, load.shareAfter]), 1e-9);
  const width = (value) => `${(100 * value) / most}%`;
  return h('ol', { class: 'loads' }, loads.map((load) => h('li', {},
    h('p', {}, h('strong', {}, load.person.name), h('span', { class: 'figure' }, ` ${arrow(load.shareBefore, load.shareAfter, (value) => percent(value, 2))}`),
      h('small', {}, t('contactsChange', arrow(load.contactsBefore, load.contactsAfter, (value) => number(value))))),
    h('div', { class: 'pair-bars', 'aria-hidden': 'true' }, h('span', { class: 'before', style: { width: width(load.shareBefore) } }), h('span', { class: 'after', style: { width: width(load.shareAfter) } })),
    load.sharedContacts ? h('p', { class: 'help' }, load.summary) : null)));
}
