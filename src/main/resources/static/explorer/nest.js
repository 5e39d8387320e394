// The silo map as circles within circles: groups packed into what they are part of, ties between them as lines.

import { h, s } from './dom.js';
import { number, percent, t } from './i18n.js';
import { stateOf } from './controls.js';
import { pairName } from './matrix.js';
import { lineColour, unsure } from './silo-figures.js';

const SIZE = 760;
const LINES_FOR_EACH = 3;
/** Below half of what chance gives, with its whole interval. */
const APART = 0.5;
/** Width of a letter against the size of its type, about. */
const LETTER = 0.53;

/** `map` is that of the view; `pick` is called with two groups, `drill` with the one to look into. */
export function nest(map, { pick, chosen }, drill) {
  const circles = packed(map.groups);
  const leaves = new Map(circles.leaves().filter(({ data }) => data.entry).map((leaf) => [leaf.data.entry.group.id, leaf]));
  const lines = linesOf(map, [...leaves.keys()]);
  const most = Math.max(...lines.map(({ cell }) => cell.ties), 1);
  const byTies = [...lines].sort((a, b) => b.cell.ties - a.cell.ties);
  // What is surely apart has few ties, and is what the reader looks for.
  const strongest = byTies.filter((line, index) => index < LINES_FOR_EACH * leaves.size || line.cell.observedOverExpected?.high < APART).reverse();
  const picture = s('svg', { class: 'nest', viewBox: boxOf(circles), role: 'group', 'aria-label': t('nestLabel', number(leaves.size), number(strongest.length)) },
    circles.descendants().filter((node) => node.depth > 0 && !node.data.entry).map(wholeCircle),
    strongest.map((line) => tie(line, leaves, most, pick, map)),
    [...leaves.values()].map((leaf) => groupCircle(leaf, { pick, drill })),
    circles.descendants().filter((node) => node.depth > 0 && !node.data.entry).map(wholeName));
  if (chosen) mark(picture, chosen);
  picture.addEventListener('click', (event) => {
    const part = event.target.closest('[data-one]');
    if (part) mark(picture, part.dataset);
  });
  return h('figure', { class: 'sheet' }, picture,
    h('figcaption', { class: 'help' }, t('nestHelp'), lines.length > strongest.length ? ` ${t('strongestDrawn', number(strongest.length), number(lines.length))}` : '', drill ? ` ${t('drillHelp')}` : ''));
}

function mark(picture, { one, other }) {
  for (const part of picture.querySelectorAll('[data-one]')) {
    const found = (part.dataset.one === one && part.dataset.other === other) || (part.dataset.one === other && part.dataset.other === one);
    part.classList.toggle('chosen', found);
  }
}

/** Circles within circles; what holds a single group only is not drawn as one more ring round it. */
export function packed(groups, { size, gap } = { size: SIZE, gap: 12 }) {
  const root = { children: [] };
  const wholes = new Map();
  for (const entry of groups) {
    let children = root.children;
    for (const above of entry.line) {
      if (!wholes.has(above.id)) {
        const whole = { id: above.id, name: above.name, children: [] };
        wholes.set(above.id, whole);
        children.push(whole);
      }
      children = wholes.get(above.id).children;
    }
    children.push({ id: entry.group.id, name: entry.group.name, entry });
  }
  const tree = d3.hierarchy(flattened(root)).sum(({ entry }) => (entry ? Math.max(entry.people, 2) : 0)).sort((a, b) => b.value - a.value);
  return d3.pack().size([size - 8, size - 8]).padding((node) => (node.depth === 0 ? 22 : gap))(tree);
}

/** The part of the drawing that holds something, with room for names above: a packed circle leaves much free at its sides. */
export function boxOf(circles) {
  const outer = circles.children ?? [circles];
  const left = Math.min(...outer.map(({ x, r }) => x - r)) - 6;
  const top = Math.min(...outer.map(({ y, r }) => y - r)) - 18;
  const right = Math.max(...outer.map(({ x, r }) => x + r)) + 14;
  const bottom = Math.max(...outer.map(({ y, r }) => y + r)) + 12;
  return [left, top, right - left, bottom - top].map(Math.round).join(' ');
}

function flattened(node) {
  if (!node.children) return node;
  const children = node.children.map(flattened).map((child) => (child.children?.length === 1 ? child.children[0] : child));
  return { ...node, children: children.length === 1 && children[0].children && !children[0].entry ? children[0].children : children };
}

function linesOf(map, ids) {
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => ({ one, other, cell: map.place(one, other).cell })))
    .filter(({ cell }) => cell?.state === 'SHOWN' && cell.ties > 0);
}

function wholeCircle(node) {
  return s('circle', { class: 'whole', cx: node.x + 4, cy: node.y + 4, r: node.r });
}

/** The name of a whole stands on the upper edge of its circle. */
function wholeName(node) {
  return s('text', { class: 'whole-name', x: node.x + 4, y: node.y - node.r + 8, 'text-anchor': 'middle' }, shortened(node.data.name, node.r * 2.2, 13));
}

function tie({ one, other, cell }, leaves, most, pick, map) {
  const [a, b] = [leaves.get(one), leaves.get(other)];
  const path = between(a, b);
  const ratio = cell.observedOverExpected;
  const [from, to] = [map.named(one), map.named(other)];
  const choose = () => pick(from, to);
  return s('g', { class: `tie${unsure(cell) ? ' doubtful' : ''}`, 'data-one': one, 'data-other': other, onclick: choose },
    s('title', {}, `${pairName(from, to)}: ${t('ties', number(cell.ties))}${ratio ? `, ${t('times', number(ratio.value, 2))}` : ''}`),
    s('path', { class: 'reach', d: path }),
    s('path', { class: 'drawn', d: path, style: {
      stroke: ratio ? lineColour(ratio.value) : '#aab2b7',
      'stroke-width': `${1.2 + 7 * (cell.ties / most)}px`,
    } }));
}

/** From edge to edge of two circles, bent a little so that lines through the middle stay apart. */
export function between(a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / distance, dy / distance];
  const start = [a.x + 4 + ux * a.r, a.y + 4 + uy * a.r];
  const end = [b.x + 4 - ux * b.r, b.y + 4 - uy * b.r];
  const bend = Math.min(distance * 0.12, 40);
  return `M${start} Q${[(start[0] + end[0]) / 2 - uy * bend, (start[1] + end[1]) / 2 + ux * bend]} ${end}`;
}

function groupCircle(leaf, { pick, drill }) {
  const { entry } = leaf.data;
  const kind = stateOf(entry);
  const said = `${entry.group.name}: ${t('people', number(entry.people))}, ${kind === 'shown' && entry.permeability !== null
    ? t('goesOut', percent(entry.permeability)) : t(kind === 'suppressed' ? 'SUPPRESSED' : 'NO_DATA')}`;
  const choose = () => pick(entry.group, entry.group);
  const longest = Math.max(...entry.group.name.split(/\s+/u).map(({ length }) => length));
  const size = Math.max(8.5, Math.min(14, leaf.r / 3.2, (leaf.r * 1.8) / (longest * LETTER)));
  const words = wrapped(entry.group.name, leaf.r * 1.8, size);
  return s('g', {
    class: `group ${kind}`, tabindex: '0', role: 'button', 'aria-label': said, 'data-one': entry.group.id, 'data-other': entry.group.id,
    onclick: choose,
    ondblclick: drill ? () => drill(entry.group) : null,
    onkeydown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose();
      mark(event.currentTarget.ownerSVGElement, event.currentTarget.dataset);
    },
  },
  s('title', {}, said),
  s('circle', { cx: leaf.x + 4, cy: leaf.y + 4, r: leaf.r }),
  words.map((word, index) => s('text', {
    x: leaf.x + 4, y: leaf.y + 4 + size * 0.35 + (index - (words.length - 1) / 2 - (leaf.r > 26 ? 0.4 : 0)) * size * 1.1, 'text-anchor': 'middle', style: { 'font-size': `${size}px` },
  }, word)),
  leaf.r > 26 ? s('text', { class: 'out', x: leaf.x + 4, y: leaf.y + 4 + size * (0.35 + words.length * 0.55 + 0.45), 'text-anchor': 'middle', style: { 'font-size': `${size * 0.85}px` } },
    kind === 'shown' && entry.permeability !== null ? percent(entry.permeability) : '∅') : null);
}

/** A name on up to three lines within a width. */
export function wrapped(name, width, size) {
  const lines = [''];
  for (const word of name.split(/\s+/u)) {
    const last = lines.length - 1;
    const longer = lines[last] ? `${lines[last]} ${word}` : word;
    if (!lines[last] || longer.length * size * LETTER <= width) lines[last] = longer;
    else lines.push(word);
  }
  return lines.slice(0, 3).map((line) => shortened(line, width, size));
}

function shortened(text, width, size) {
  const letters = Math.max(2, Math.floor(width / (size * LETTER) + 1e-6));
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
}
