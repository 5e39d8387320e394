// Observed work beside the chart: the network as the API places it, drawn on a canvas.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, t } from './i18n.js';
import { choices } from './controls.js';
import { announce, waiting } from './waiting.js';

const SCALE = 900;
const LINKS_FOR_EACH = 4;
const UNKNOWN = '#c3c8cb';
const NETWORK = `query Network($granularity: Granularity!) {
  network(granularity: $granularity, unitDepth: 3, first: 600) {
    nodes { id label x y people group { id name } }
    edges { from to kind strength }
    truncated
    provenance { method snapshot }
  }
}`;
/** Muted, told apart by the colour-blind, and as dark as each other. */
const COLOURS = ['#0d5c63', '#b3622b', '#5b6abf', '#8a7a1f', '#a2467a', '#3f7d3a', '#7a5c48', '#2f7fb0', '#8e4fb0', '#5f6b73'];

export async function networkView({ root, parameters, go, signal }) {
  const granularity = parameters.get('draw') === 'GROUP' ? 'GROUP' : 'PERSON';
  const kind = parameters.get('edges') === 'REPORTING' ? 'REPORTING' : 'OBSERVED';
  const answer = h('div', { class: 'answer' }, waiting(t('waitingNetwork')));
  root.replaceChildren(
    h('h1', {}, t('networkTitle')),
    h('p', { class: 'lead' }, t('networkLead')),
    h('div', { class: 'bars' },
      choices('draw', t('granularity'), ['PERSON', 'GROUP'].map((value) => [value, t(value)]), granularity, (value) => go({ draw: value })),
      choices('edges', t('edges'), ['OBSERVED', 'REPORTING'].map((value) => [value, t(value)]), kind, (value) => go({ edges: value }))),
    answer);
  const { network } = await ask(NETWORK, { granularity }, signal);
  const all = network.edges.filter((edge) => edge.kind === kind);
  if (!network.nodes.length) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('noNetwork')));
    return;
  }
  // Whoever has no link of this kind would stand far out and make the others small.
  const linked = new Set(all.flatMap((edge) => [edge.from, edge.to]));
  const nodes = network.nodes.filter((node) => linked.has(node.id));
  // All links at once are a blot: the strongest show where work goes.
  const edges = [...all].sort((a, b) => b.strength - a.strength).slice(0, LINKS_FOR_EACH * nodes.length);
  const groups = coloured(nodes);
  announce(t('nodesShown', number(nodes.length), number(edges.length)));
  const canvas = h('div', { class: 'canvas', role: 'img', 'aria-label': `${t('networkTitle')}: ${t(kind)}, ${t('nodesShown', nodes.length, edges.length)}` });
  answer.replaceChildren(
    canvas,
    granularity === 'GROUP' ? '' : h('ul', { class: 'groups' }, [...groups.values()].map(({ name, colour, nodes }) => h('li', {},
      h('span', { class: 'dot', style: { background: colour }, 'aria-hidden': 'true' }), name ?? t('noGroup'), h('span', { class: 'figure' }, number(nodes))))),
    h('p', { class: 'provenance' }, t('nodesShown', number(nodes.length), number(edges.length)), '. ', edges.length < all.length ? t('strongest', number(all.length)) : '', ' ',
      nodes.length < network.nodes.length ? t('leftOut', number(network.nodes.length - nodes.length)) : '', network.truncated ? ` ${t('truncated')}` : '', ` ${network.provenance.method}`));
  draw(canvas, nodes, edges, groups, granularity);
}

/** Groups by size, each with a colour; the many small ones share the last. */
function coloured(nodes) {
  const groups = new Map();
  for (const node of nodes) {
    const id = node.group?.id ?? '';
    const group = groups.get(id) ?? { name: node.group?.name ?? null, nodes: 0 };
    group.nodes += 1;
    groups.set(id, group);
  }
  const sorted = [...groups].sort((a, b) => b[1].nodes - a[1].nodes || a[0].localeCompare(b[0]));
  sorted.filter(([id]) => id).forEach(([, group], index) => { group.colour = COLOURS[Math.min(index, COLOURS.length - 1)]; });
  if (groups.has('')) groups.get('').colour = UNKNOWN;
  return new Map(sorted);
}

function draw(container, nodes, edges, groups, granularity) {
  const strongest = Math.max(...edges.map((edge) => edge.strength), 1e-9);
  cytoscape({
    container,
    elements: {
      nodes: nodes.map((node) => ({
        data: {
          id: node.id,
          label: granularity === 'GROUP' ? node.label : '',
          name: node.label,
          colour: granularity === 'GROUP' ? COLOURS[0] : groups.get(node.group?.id ?? '').colour,
          size: granularity === 'GROUP' ? 30 + 7 * Math.sqrt(node.people) : 15,
        },
        position: { x: node.x * SCALE, y: node.y * SCALE },
      })),
      edges: edges.map((edge, index) => ({
        data: {
          id: `edge ${index}`,
          source: edge.from,
          target: edge.to,
          width: edge.kind === 'REPORTING' ? 1.6 : (granularity === 'GROUP' ? 3 : 1) * (0.5 + 2.5 * Math.sqrt(edge.strength / strongest)),
          opacity: edge.kind === 'REPORTING' ? 0.7 : 0.15 + 0.45 * Math.sqrt(edge.strength / strongest),
        },
      })),
    },
    layout: { name: 'preset', fit: true, padding: 24 },
    minZoom: 0.1,
    maxZoom: 6,
    style: [
      { selector: 'node', style: { 'background-color': 'data(colour)', width: 'data(size)', height: 'data(size)', label: 'data(label)',
        'font-family': 'system-ui, sans-serif', 'font-size': granularity === 'GROUP' ? 30 : 15, color: '#22303a', 'text-valign': 'bottom', 'text-margin-y': 4,
        'text-outline-color': '#fbfaf7', 'text-outline-width': 2, 'border-width': 1, 'border-color': '#fbfaf7' } },
      { selector: 'edge', style: { width: 'data(width)', 'line-color': '#5f6b73', opacity: 'data(opacity)', 'curve-style': 'haystack' } },
      { selector: 'node.near', style: { label: 'data(name)', 'border-color': '#22303a' } },
      { selector: 'edge.near', style: { 'line-color': '#b3622b', opacity: 0.9 } },
    ],
  }).on('mouseover tap', 'node', (event) => {
    event.cy.elements('.near').removeClass('near');
    event.target.addClass('near');
    event.target.connectedEdges().addClass('near').connectedNodes().addClass('near');
  });
}
