// What a cell of the silo map can show: its value, colour, legend and words. No data and withheld figures look like
// neither zero nor each other.

import { h } from './dom.js';
import { number, percent, t } from './i18n.js';

/** From an eighth of what chance gives to eight times: beyond, the colour says no more. */
const LIMIT = Math.log(8);
const PALE = '#f7f5f0';
const MORE = '#4fa3a5';
const FEWER = '#d9884f';

export const FIGURES = ['OE', 'TIES', 'EXCHANGES', 'DENSITY', 'PERMEABILITY'];

const VALUES = {
  OE: ({ cell }) => cell.observedOverExpected?.value ?? null,
  TIES: ({ cell }) => cell.ties,
  EXCHANGES: ({ cell }) => cell.interactions,
  DENSITY: ({ cell }) => cell.density,
  PERMEABILITY: ({ cell, row }) => shareOfTies(cell, row),
};

/** Brown for fewer ties than chance, green-blue for more; light at 1, and dark text stays legible on all of it. */
export function divergingColour(value) {
  const position = Math.max(-1, Math.min(1, Math.log(Math.max(value, 1e-9)) / LIMIT));
  return d3.interpolateLab(PALE, position < 0 ? FEWER : MORE)(Math.abs(position));
}

/** What may be chance stands back: of nothing where little is expected nobody should read a silo. */
export function paler(colour) {
  return d3.interpolateLab(colour, PALE)(0.65);
}

/** The same for a line, which needs more colour than a field to be seen; four times chance is as far as it goes. */
export function lineColour(value) {
  const position = Math.max(-1, Math.min(1, Math.log(Math.max(value, 1e-9)) / Math.log(4)));
  return d3.interpolateLab('#aab2b7', position < 0 ? '#b4581c' : '#0d6f74')(Math.abs(position));
}

/** The value of a figure for one cell seen from the group of its row, or null. */
export function valueOf(figure, place) {
  return place.cell?.state === 'SHOWN' ? VALUES[figure](place) : null;
}

/** How large each value may get, for its colour: of a whole map. */
export function scaleOf(figure, places) {
  if (figure === 'OE') return divergingColour;
  // Ties inside a group are many: the square root leaves the others their differences.
  const most = Math.max(...places.map((place) => valueOf(figure, place) ?? 0), 1e-9);
  return (value) => d3.interpolateLab(PALE, MORE)(Math.sqrt(value / most));
}

/** A value as short as a cell needs it. */
export function written(figure, value) {
  if (figure === 'OE') return number(value, value < 9.95 ? 1 : 0);
  return figure === 'DENSITY' || figure === 'PERMEABILITY' ? percent(value) : number(value);
}

/**
 * The share of the row's ties that lead to the column; within a group that which stays. Ties inside and the share that goes
 * out say how many ties the group has, so nothing is told that they do not tell.
 */
function shareOfTies(cell, row) {
  if (row.permeability === null || row.permeability === undefined || row.ownTies === null || row.ownTies === undefined) return null;
  if (cell.from.id === cell.to.id) return 1 - row.permeability;
  return row.permeability < 1 && row.ownTies > 0 ? (cell.ties * (1 - row.permeability)) / row.ownTies : null;
}

/** `lines` for a drawing whose lines carry the colour. */
export function legend(figure, colour, places, lines = false) {
  return h('div', { class: 'legend' },
    lines ? [
      h('span', {}, `¼ ${t('less')}`),
      ramp(d3.range(-1, 1.01, 0.25).map((step) => lineColour(4 ** step))),
      h('span', {}, `4× ${t('moreTies')}`),
      h('span', { class: 'key' }, h('span', { class: 'line-key doubtful', 'aria-hidden': 'true' }), t('unsureKey'))]
      : figure === 'OE' ? [
      h('span', {}, `⅛ ${t('less')}`),
      ramp(d3.range(-1, 1.01, 0.25).map((step) => divergingColour(Math.exp(step * LIMIT)))),
      h('span', {}, `8× ${t('moreTies')}`),
      h('span', { class: 'key' }, h('span', { class: 'unsure swatch', 'aria-hidden': 'true' }, '≈'), t('unsureKey'))]
      : sequential(figure, colour, places),
    key('no_data', 'NO_DATA', 'noDataHelp'),
    key('suppressed', 'SUPPRESSED', 'suppressedHelp'));
}

function sequential(figure, colour, places) {
  const most = Math.max(...places.map((place) => valueOf(figure, place) ?? 0));
  return [h('span', {}, '0'), ramp(d3.range(0, 1.01, 0.125).map((step) => colour(step * step * most))),
    h('span', {}, `${written(figure, most)} ${t(`${figure}Unit`)}`)];
}

function ramp(colours) {
  return h('span', { class: 'ramp', 'aria-hidden': 'true' }, colours.map((background) => h('span', { style: { background } })));
}

function key(kind, name, help) {
  return h('span', { class: 'key', title: t(help) }, h('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), t(name));
}

/** Whether chance alone may have brought a cell's ratio: its interval holds 1. */
export function unsure(cell) {
  const ratio = cell?.observedOverExpected;
  return Boolean(ratio && ratio.low <= 1 && ratio.high >= 1);
}
