// People as dots inside their groups: drag one onto another and they meet, onto a group and they move there; drag a group
// onto another and it is asked whether they merge or the one moves into the other. The form beside it does the same without a pointer.

import { h, s } from './dom.js';
import { knownAs } from './changes.js';
import { number, t } from './i18n.js';
import { boxOf, packed, wrapped } from './nest.js';
import { announce } from './waiting.js';

const SIZE = 760;
const DOT = 5;
/** A word of a small group's name may stand out of its circle so far. */
const NAME_MIN = 76;

export function dragMap(network, changes, add) {
  const groups = groupsFrom(network.nodes);
  if (!groups.length) return [h('p', { class: 'hint' }, t('noGroups'))];
  const circles = packed(groups, { size: SIZE, gap: 24 });
  const leaves = circles.leaves();
  const dots = leaves.flatMap((leaf) => placed(leaf));
  for (const { node } of dots) knownAs(node.id, node.label);
  const question = h('div', { class: 'ask', role: 'group', 'aria-live': 'polite' });
  const touched = touchedBy(changes);
  const picture = s('svg', { class: 'drag-map', viewBox: boxOf(circles), role: 'img', 'aria-label': t('dragLabel', number(dots.length), number(leaves.length)) },
    circles.descendants().filter((node) => node.depth > 0 && node.children).map((node) => s('circle', { class: 'whole', cx: node.x + 4, cy: node.y + 4, r: node.r })),
    leaves.map((leaf) => s('g', { class: `group${touched.has(leaf.data.id) ? ' touched' : ''}`, 'data-group': leaf.data.id },
      s('title', {}, `${leaf.data.name}: ${t('people', number(leaf.data.entry.people))}`),
      s('circle', { cx: leaf.x + 4, cy: leaf.y + 4, r: leaf.r }))),
    s('path', { class: 'drag-line' }),
    changes.filter(({ tie }) => tie).map(({ tie }) => newTie(tie, dots)),
    dots.map(({ node, x, y, r }) => s('circle', { class: `dot${touched.has(node.id) ? ' touched' : ''}`, cx: x, cy: y, r, 'data-person': node.id, 'data-group': node.group.id },
      s('title', {}, `${node.label}, ${node.group.name}`))),
    leaves.map((leaf) => label(leaf)));
  const known = new Set(network.edges.filter(({ kind }) => kind === 'OBSERVED').flatMap(({ from, to }) => [`${from}\n${to}`, `${to}\n${from}`]));
  const names = new Map(dots.map(({ node }) => [node.id, node.label]));
  dragging(picture, { add, question, known, names, groups: new Map(leaves.map((leaf) => [leaf.data.id, leaf.data.name])) });
  return [h('p', { class: 'help' }, t('dragHelp')), question, picture,
    h('p', { class: 'help' }, t('dragCounts', number(dots.length)), network.truncated ? ` ${t('truncated')}` : '')];
}

function groupsFrom(nodes) {
  const groups = new Map();
  for (const node of nodes) {
    if (!node.group) continue;
    if (!groups.has(node.group.id)) groups.set(node.group.id, { group: node.group, people: 0, nodes: [], line: lineOf(node.group) });
    const entry = groups.get(node.group.id);
    entry.people += 1;
    entry.nodes.push(node);
  }
  return [...groups.values()];
}

function lineOf(group) {
  const line = [];
  for (let above = group.above; above; above = above.above) line.unshift({ id: above.id, name: above.name });
  return line;
}

/** Dots on a spiral, so that each has as much room as its group allows; the upper edge stays free for the name. */
function placed(leaf) {
  const { nodes } = leaf.data.entry;
  const room = leaf.r * 0.78;
  return nodes.map((node, index) => {
    const radius = room * Math.sqrt((index + 0.5) / nodes.length);
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    return { node, x: leaf.x + 4 + Math.cos(angle) * radius, y: leaf.y + 4 + leaf.r * 0.1 + Math.sin(angle) * radius, r: Math.min(DOT, Math.max(2.2, (room / Math.sqrt(nodes.length)) * 0.55)) };
  });
}

/** The name stands across the upper edge, where no dot is. */
function label(leaf) {
  const size = Math.max(10.5, Math.min(14, leaf.r / 4));
  const words = wrapped(leaf.data.name, Math.max(leaf.r * 2.3, NAME_MIN), size);
  return words.map((word, index) => s('text', {
    class: 'group-name', x: leaf.x + 4, y: leaf.y + 4 - leaf.r * 0.86 + (index - (words.length - 1)) * size * 1.08, 'text-anchor': 'middle', style: { 'font-size': `${size}px` },
  }, word));
}

/** A tie that is tried, if both of its people are drawn. */
function newTie(tie, dots) {
  const [a, b] = tie.map((id) => dots.find(({ node }) => node.id === id));
  return a && b ? s('path', { class: 'new-tie', d: `M${a.x},${a.y}L${b.x},${b.y}` }) : null;
}

function touchedBy(changes) {
  return new Set(changes.flatMap((change) => [...(change.remove ?? []), ...(change.tie ?? []), ...(change.merge ?? []),
    ...(change.move ? [...(change.move.people ?? []), change.move.team, change.move.to] : [])]));
}

/** Pointer events, so that it works with a finger as well. */
function dragging(picture, context) {
  const line = picture.querySelector('.drag-line');
  let from = null;
  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const below = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest?.('[data-person], [data-group]') ?? null;
  const end = () => {
    from = null;
    line.setAttribute('d', '');
    for (const over of picture.querySelectorAll('.over, .held')) over.classList.remove('over', 'held');
  };
  picture.addEventListener('pointerdown', (event) => {
    const held = event.target.closest('[data-person], [data-group]');
    if (!held) return;
    event.preventDefault();
    from = { held, start: at(event) };
    held.classList.add('held');
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', (event) => {
    if (!from) return;
    line.setAttribute('d', `M${from.start}L${at(event)}`);
    for (const over of picture.querySelectorAll('.over')) over.classList.remove('over');
    const target = below(event);
    if (target && target !== from.held) target.classList.add('over');
  });
  picture.addEventListener('pointerup', (event) => {
    if (!from) return;
    const target = below(event);
    const { held } = from;
    end();
    if (target && target !== held) dropped(held.dataset, target.dataset, context);
  });
  picture.addEventListener('pointercancel', end);
}

function dropped(held, target, { add, question, known, names, groups }) {
  if (held.person && target.person && known.has(`${held.person}\n${target.person}`)) {
    const text = t('alreadyTied', names.get(held.person), names.get(target.person));
    announce(text);
    question.replaceChildren(h('p', {}, text));
  } else if (held.person && target.person) add({ tie: [held.person, target.person] });
  else if (held.person && target.group !== held.group) add({ move: { people: [held.person], to: target.group } });
  else if (!held.person && target.group !== held.group) {
    const [one, other] = [groups.get(held.group), groups.get(target.group)];
    const text = t('twoGroups', one, other);
    announce(text);
    question.replaceChildren(h('p', {}, text),
      h('button', { type: 'button', class: 'primary small', onclick: () => add({ merge: [target.group, held.group] }) }, t('mergeThem')),
      h('button', { type: 'button', class: 'more', onclick: () => add({ move: { team: held.group, to: target.group } }) }, t('moveInto', one, other)),
      h('button', { type: 'button', class: 'link', onclick: () => question.replaceChildren() }, t('neither')));
    question.querySelector('button').focus();
  }
}
