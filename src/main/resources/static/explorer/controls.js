// The controls that several views share: how the organisation is cut, which days, which group. All state is in the address.

import { h } from './dom.js';
import { span } from './estimates.js';
import { ask } from './graphql.js';
import { t } from './i18n.js';

export const DIMENSIONS = ['UNIT', 'TRADE', 'SITE', 'COMPANY', 'BORDER', 'COMMUNITY'];
const DEPTHS = [1, 2, 3, 0];
const GROUPS = `query Groups($dimension: Dimension!, $unitDepth: Int) {
  dataset { contributors(dimension: $dimension, unitDepth: $unitDepth) { group { id name } people state } }
}`;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One choice of a few, as radio buttons that look like one control. */
export function choices(name, label, options, chosen, change) {
  return h('fieldset', { class: 'choices' }, h('legend', {}, label),
    h('div', {}, options.map(([value, text]) => h('label', {},
      h('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => change(value) }),
      h('span', {}, text)))));
}

/** The dimension and depth that the address names: variables of a query. */
export function cutOf(parameters) {
  const asked = parameters.get('dimension');
  const dimension = DIMENSIONS.includes(asked) ? asked : 'UNIT';
  const depth = parameters.has('depth') ? Number(parameters.get('depth')) : 3;
  return { dimension, unitDepth: dimension === 'UNIT' && DEPTHS.includes(depth) ? depth : dimension === 'UNIT' ? 3 : 0 };
}

/** What chooses dimension and depth. Groups that were chosen belong to one cut only, so that they are forgotten. */
export function cutControls({ dimension, unitDepth }, go, forget = {}) {
  return [
    choices('dimension', t('dimension'), DIMENSIONS.map((value) => [value, t(value)]), dimension,
      (value) => go({ dimension: value, ...forget })),
    dimension === 'UNIT' ? choices('depth', t('depth'), DEPTHS.map((value) => [String(value), value ? String(value) : t('depthOwn')]),
      String(unitDepth), (value) => go({ depth: value, ...forget })) : null,
  ];
}

/** The window that the address names, or null for all days; `prefix` tells two windows apart. */
export function windowOf(parameters, prefix = '') {
  const day = (name) => (DAY.test(parameters.get(name) ?? '') ? parameters.get(name) : null);
  const from = day(`${prefix}from`);
  const to = day(`${prefix}to`);
  return from || to ? { ...(from && { from }), ...(to && { to }) } : null;
}

/** Two fields for the first and the last day, within the days with data. */
export function windowFields(window, extent, go, prefix = '') {
  const one = (side, label) => field(`${prefix}${side}`, label, h('input', {
    type: 'date',
    id: `field-${prefix}${side}`,
    min: extent?.from,
    max: extent?.to,
    value: window?.[side] ?? '',
    onchange: (event) => go({ [`${prefix}${side}`]: event.target.value || null }),
  }));
  return [one('from', t('firstDay')), one('to', t('lastDay'))];
}

/** Says so where an answer is of more days than were asked for; null where it is not. */
export function otherDays(asked, answered) {
  const more = (asked?.from && answered.from < asked.from) || (asked?.to && answered.to > asked.to);
  return more ? h('p', { class: 'hint other-days' }, t('otherDays', span(answered))) : null;
}

/** A field with its label. */
export function field(name, label, control) {
  return h('div', { class: 'field' }, h('label', { for: `field-${name}` }, label), control);
}

/** A choice among many, the first of them for "any". */
export function select(name, label, any, options, chosen, change) {
  return field(name, label, h('select', { id: `field-${name}`, onchange: (event) => change(event.target.value || null) },
    any === null ? null : h('option', { value: '' }, any),
    options.map(([value, text]) => h('option', { value, selected: value === chosen }, text))));
}

/** The groups of a cut, by name: { id, name, people, state }. */
export async function groupsOf(cut, signal) {
  const { dataset } = await ask(GROUPS, cut, signal);
  return dataset.contributors.map(({ group, people, state }) => ({ ...group, people, state }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

/** What stands for a group that cannot be spoken of. */
export function stateOf(figure) {
  return figure?.state === 'SHOWN' ? 'shown' : figure?.state === 'SUPPRESSED' ? 'suppressed' : 'no_data';
}
