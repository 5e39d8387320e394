// The reporting tree and the observed ties on one drawing. As a tree, people stand on rings by their level and ties bend
// along the tree; as a network, people stand where the API places them. Arrow keys walk the tree.

import { h, s } from './dom.js';
import { number, t } from './i18n.js';

const SIZE = 900;
const TIES_MAX = 700;
const BUNDLE = 0.72;

export function orgDrawing(network, { layout, beyond }) {
  const tree = treeOf(network);
  if (!tree) return [h('p', { class: 'hint' }, t('noTree'))];
  const exchanging = new Set(network.edges.filter(({ kind }) => kind === 'OBSERVED').flatMap(({ from, to }) => [from, to]));
  // Among exchanges somebody without any would stand far out and make the others small.
  const people = tree.descendants().filter((node) => node.data.node && (layout === 'TREE' || exchanging.has(node.data.id)));
  const byId = new Map(people.map((node) => [node.data.id, node]));
  place(people, tree, layout);
  const observed = network.edges.filter((edge) => edge.kind === 'OBSERVED' && byId.has(edge.from) && byId.has(edge.to))
    .map((edge) => ({ ...edge, a: byId.get(edge.from), b: byId.get(edge.to) }))
    .map((edge) => ({ ...edge, steps: stepsBetween(edge.a, edge.b) }));
  const wanted = observed.filter(({ steps }) => steps >= beyond);
  const ties = [...wanted].sort((a, b) => b.strength - a.strength).slice(0, TIES_MAX).reverse();
  const strongest = Math.max(...ties.map(({ strength }) => strength), 1e-9);
  const said = h('p', { class: 'said', 'aria-live': 'polite' }, t('walkTree'));
  const path = layout === 'TREE' ? bundled : (edge) => `M${edge.a.px},${edge.a.py}L${edge.b.px},${edge.b.py}`;
  const picture = s('svg', {
    class: 'org', viewBox: `${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`, role: 'group',
    'aria-label': t('orgLabel', number(people.length), number(ties.length)),
  },
  s('g', { class: 'ties' }, ties.map((edge) => s('path', {
    class: `tie ${distanceClass(edge.steps)}`, d: path(edge), 'data-from': edge.from, 'data-to': edge.to,
    style: { 'stroke-width': `${0.5 + 2.2 * Math.sqrt(edge.strength / strongest)}px` },
  }))),
  s('g', { class: 'lines' }, people.filter((node) => byId.has(node.parent?.data.id)).map((node) => s('path', {
    d: `M${node.px},${node.py}L${node.parent.px},${node.parent.py}`, 'data-from': node.data.id, 'data-to': node.parent.data.id,
  }))),
  s('g', { class: 'people' }, people.map((node, index) => s('circle', {
    cx: node.px, cy: node.py, r: node.children ? Math.min(9, 4.5 + Math.sqrt(node.descendants().length) / 2.4) : 3.4, tabindex: index === 0 ? '0' : '-1',
    role: 'img', class: node.children ? 'manager' : null, 'data-id': node.data.id, 'aria-label': node.data.node.label,
  }, s('title', {}, [node.data.node.label, node.data.node.group?.name].filter(Boolean).join(', '))))));
  const point = (id) => pointAt(picture, said, byId, observed, id);
  picture.addEventListener('pointerover', (event) => event.target.dataset?.id && point(event.target.dataset.id));
  picture.addEventListener('focusin', (event) => event.target.dataset?.id && point(event.target.dataset.id));
  picture.addEventListener('keydown', (event) => walk(event, picture, byId));
  return [h('div', { class: 'legend' }, ['near', 'middle', 'far'].map((kind) => h('span', { class: 'key' }, h('span', { class: `line-key ${kind}`, 'aria-hidden': 'true' }), t(`${kind}Tie`))),
    h('span', { class: 'key' }, h('span', { class: 'line-key chart', 'aria-hidden': 'true' }), t('reportingLine'))),
  picture, said,
  h('p', { class: 'help' }, t('orgCounts', number(ties.length), number(wanted.length), number(people.length)),
    network.nodes.length > people.length ? ` ${t(layout === 'TREE' ? 'withoutPlace' : 'withoutPlaceOrTie', number(network.nodes.length - people.length))}` : '',
    network.truncated ? ` ${t('truncated')}` : '', ` ${t(layout === 'TREE' ? 'treeHelp' : 'networkHelp')}`)];
}

/** The reporting lines as one tree; several tops hang from a root that is not drawn. People without a line are left out. */
function treeOf({ nodes, edges }) {
  const known = new Map(nodes.map((node) => [node.id, { id: node.id, node, children: [] }]));
  const managed = new Set();
  for (const { from, to, kind } of edges) {
    if (kind !== 'REPORTING' || !known.has(from) || !known.has(to) || managed.has(from)) continue;
    managed.add(from);
    known.get(to).children.push(known.get(from));
  }
  const tops = [...known.values()].filter(({ id, children }) => !managed.has(id) && children.length);
  if (!tops.length) return null;
  return d3.hierarchy({ id: null, node: null, children: tops }).sort((a, b) => b.height - a.height || a.data.id.localeCompare(b.data.id));
}

/** On rings round the top, or where the API's drawing of the network has them. */
function place(people, tree, layout) {
  const single = tree.children.length === 1;
  d3.cluster().size([2 * Math.PI, SIZE / 2 - 14]).separation((a, b) => (a.parent === b.parent ? 1 : 1.8))(tree);
  const deepest = Math.max(...people.map((node) => node.depth));
  const rings = Math.max(deepest - (single ? 1 : 0), 1);
  const xs = d3.extent(people, (node) => node.data.node.x);
  const ys = d3.extent(people, (node) => node.data.node.y);
  const spread = (value, [low, high]) => (high > low ? (value - low) / (high - low) - 0.5 : 0) * (SIZE - 40);
  for (const node of people) {
    const ring = node.depth - (single ? 1 : 0);
    const radius = node.children ? (ring / rings) * (SIZE / 2 - 14) : (Math.max(ring, rings - 0.6) / rings) * (SIZE / 2 - 14);
    node.angle = node.x - Math.PI / 2;
    node.radius = radius;
    [node.px, node.py] = layout === 'TREE'
      ? [Math.cos(node.angle) * radius, Math.sin(node.angle) * radius]
      : [spread(node.data.node.x, xs), spread(node.data.node.y, ys)];
  }
}

function stepsBetween(a, b) {
  const way = a.path(b);
  // Over the root that is not drawn there is no way in the chart.
  return way.some((node) => !node.data.node) ? Infinity : way.length - 1;
}

function bundled({ a, b }) {
  const points = a.path(b).map((node) => (node.data.node ? [node.px, node.py] : [0, 0]));
  return d3.line().curve(d3.curveBundle.beta(BUNDLE))(points);
}

function distanceClass(steps) {
  return steps <= 2 ? 'near' : steps <= 4 ? 'middle' : 'far';
}

/** Shows one person's ties and says how far they reach. */
function pointAt(picture, said, byId, observed, id) {
  for (const line of picture.querySelectorAll('[data-from]')) {
    line.classList.toggle('of', line.dataset.from === id || line.dataset.to === id);
  }
  for (const dot of picture.querySelectorAll('[data-id]')) dot.classList.toggle('at', dot.dataset.id === id);
  picture.classList.add('pointing');
  const node = byId.get(id);
  const own = observed.filter(({ from, to }) => from === id || to === id);
  const beyond = own.filter(({ steps }) => steps > 2).length;
  said.textContent = t('personTies', [node.data.node.label, node.data.node.group?.name].filter(Boolean).join(', '), number(own.length), number(beyond));
}

/** Up to the manager, down to a report, left and right among those with the same manager. */
function walk(event, picture, byId) {
  const node = byId.get(event.target.dataset?.id);
  if (!node) return;
  const siblings = node.parent.children.filter(({ data }) => byId.has(data.id));
  const at = siblings.indexOf(node);
  const next = {
    ArrowUp: node.parent,
    ArrowDown: node.children?.find(({ data }) => byId.has(data.id)),
    ArrowLeft: siblings[at - 1],
    ArrowRight: siblings[at + 1],
  }[event.key];
  if (event.key.startsWith('Arrow')) event.preventDefault();
  if (!next || !byId.has(next.data.id)) return;
  event.target.tabIndex = -1;
  const dot = picture.querySelector(`[data-id="${CSS.escape(next.data.id)}"]`);
  dot.tabIndex = 0;
  dot.focus();
}
