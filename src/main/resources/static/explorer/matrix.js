// The silo map as a matrix that arrow keys walk through, and as a plain table of pairs.

import { h } from './dom.js';
import { number, percent, t } from './i18n.js';
import { stateOf } from './controls.js';
import { withInterval } from './estimates.js';
import { paler, unsure, valueOf, written } from './silo-figures.js';

const SMALL_TABLE = 16;
const WIDE_TABLE = 24;
const ROWS_MAX = 400;

/** Whether a matrix of so many groups takes the whole width of the page. */
export function isWide(groups) {
  return groups.length > WIDE_TABLE;
}

/** `map` is { groups, place(row, column) }; `pick` is called with a row and a column. */
export function matrix({ groups, place }, { figure, colour, pick, chosen }) {
  const first = chosen ?? { one: groups[0].group.id, other: groups[0].group.id };
  return h('table', {
    role: 'grid',
    class: isWide(groups) ? 'matrix dense crowded' : groups.length > SMALL_TABLE ? 'matrix dense' : 'matrix',
    'aria-label': t('matrixOf', t(figure)),
    onkeydown: moveBetweenCells,
  },
  h('thead', {}, h('tr', {}, h('td', {}), groups.map(({ group }) => h('th', { scope: 'col', title: group.name }, h('span', {}, group.name))))),
  h('tbody', {}, groups.map((row) => h('tr', {},
    h('th', { scope: 'row', title: row.group.name }, row.group.name),
    groups.map((column) => tableCell(place(row, column), row.group, column.group, {
      figure, colour, pick, first: row.group.id === first.one && column.group.id === first.other,
    }))))));
}

function tableCell(found, row, column, { figure, colour, pick, first }) {
  const value = valueOf(figure, found);
  const state = stateOf(found.cell);
  const kind = state === 'shown' && value === null ? 'no_data' : state;
  const text = value === null ? t(kind.toUpperCase()) : written(figure, value);
  const doubtful = figure === 'OE' && kind === 'shown' && unsure(found.cell);
  const said = `${pairName(row, column)}: ${value !== null && figure === 'OE' ? withInterval(found.cell.observedOverExpected) : text}`;
  return h('td', {
    role: 'gridcell',
    class: [kind, row.id === column.id ? 'own' : '', doubtful ? 'unsure' : ''].filter(Boolean).join(' '),
    tabindex: first ? '0' : '-1',
    'aria-label': said,
    title: said,
    'data-one': row.id,
    'data-other': column.id,
    style: value === null ? {} : { background: doubtful ? paler(colour(value)) : colour(value) },
    onfocus: (event) => {
      event.currentTarget.closest('table').querySelectorAll('[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
      event.currentTarget.tabIndex = 0;
      pick(row, column);
    },
    onclick: (event) => event.currentTarget.focus(),
  }, value !== null ? text : kind === 'suppressed' ? '·' : '');
}

function moveBetweenCells(event) {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const step = steps[event.key];
  const cell = event.target.closest('td');
  if (!step || !cell) return;
  event.preventDefault();
  const body = cell.closest('tbody');
  const row = body.rows[cell.parentNode.sectionRowIndex + step[0]];
  row?.cells[cell.cellIndex + step[1]]?.focus();
}

export function pairName(one, other) {
  return one.id === other.id ? t('within', one.name) : t('between', one.name, other.name);
}

/** Every pair once, the fewest ties against chance first: what the matrix shows, for reading line by line. */
export function pairTable({ groups, place }, pick) {
  const pairs = groups.flatMap((row, index) => groups.slice(index).map((column) => ({ cell: place(row, column).cell, row: row.group, column: column.group })));
  const ratio = ({ cell }) => (cell?.state === 'SHOWN' ? cell.observedOverExpected?.value ?? 1e8 : 1e9);
  pairs.sort((a, b) => ratio(a) - ratio(b) || pairName(a.row, a.column).localeCompare(pairName(b.row, b.column), undefined, { numeric: true }));
  const columns = ['OE', 'TIES', 'EXCHANGES', 'DENSITY'];
  return [
    h('div', { class: 'scroll' }, h('table', { class: 'plain pairs' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('pair')), columns.map((name) => h('th', { scope: 'col' }, t(name))))),
      h('tbody', {}, pairs.slice(0, ROWS_MAX).map(({ row, column, cell }) => h('tr', {},
        h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', onclick: () => pick(row, column) }, pairName(row, column))),
        figuresOf(cell).map((text) => h('td', { class: stateOf(cell) === 'shown' ? null : 'absent' }, text))))))),
    pairs.length > ROWS_MAX ? h('p', { class: 'provenance' }, t('firstOf', number(ROWS_MAX), number(pairs.length))) : '',
  ];
}

function figuresOf(cell) {
  const state = stateOf(cell);
  if (state !== 'shown') return Array(4).fill(t(state.toUpperCase()));
  return [withInterval(cell.observedOverExpected), cell.ties === null ? '–' : number(cell.ties),
    cell.interactions === null ? '–' : number(cell.interactions), cell.density === null ? '–' : percent(cell.density)];
}
