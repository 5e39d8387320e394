// All introduction paths of an answer in one drawing: the reader at the left, each step one column further.

import { s, h } from './dom.js';
import { t } from './i18n.js';

const WIDTH = 420;
const ROW = 46;
const TOP = 26;
const SIDE = 16;
const RADIUS = 6;
const LETTERS = 18;

/** A figure of the paths of these experts; the cards say the same in words. */
export function pathsDrawing(experts) {
  const { nodes, links, columns } = layers(experts.slice(0, 10));
  const height = TOP * 2 + ROW * (Math.max(...columns.map((column) => column.length)) - 1) + 16;
  const step = (WIDTH - 2 * SIDE - 96) / Math.max(columns.length - 1, 1);
  columns.forEach((column, index) => column.forEach((node, row) => {
    node.x = SIDE + index * step;
    node.y = height / 2 + (row - (column.length - 1) / 2) * ROW;
  }));
  const curve = d3.linkHorizontal().x((node) => node.x).y((node) => node.y);
  return h('figure', { class: 'paths' },
    h('figcaption', {}, h('h2', {}, t('pathsTitle')), h('p', {}, t('pathsLead'))),
    s('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': t('pathsTitle') },
      links.map(({ source, target }) => s('path', { class: 'link', d: curve({ source, target }) })),
      [...nodes.values()].map((node) => mark(node))));
}

/** People by the step they are first met at; a person stands once, at the first. */
function layers(experts) {
  const nodes = new Map();
  const links = new Map();
  const columns = [];
  for (const { introductionPath, rank } of experts) {
    introductionPath.people.forEach((person, index) => {
      if (!nodes.has(person.id)) {
        const node = { person, index, rank: null };
        nodes.set(person.id, node);
        (columns[index] ??= []).push(node);
      }
      if (index === introductionPath.people.length - 1) nodes.get(person.id).rank ??= rank;
      if (index > 0) {
        const source = nodes.get(introductionPath.people[index - 1].id);
        const target = nodes.get(person.id);
        links.set(`${source.person.id} ${target.person.id}`, { source, target });
      }
    });
  }
  return { nodes, links: [...links.values()], columns: columns.filter(Boolean) };
}

function mark(node) {
  const name = node.index === 0 ? t('you') : node.person.name;
  const short = name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
  const kind = node.index === 0 ? 'me' : node.rank === null ? 'between' : 'expert';
  return s('g', { class: kind, transform: `translate(${node.x} ${node.y})` },
    s('title', {}, [node.person.name, node.person.unit?.name].filter(Boolean).join(', ')),
    s('circle', { r: kind === 'between' ? RADIUS - 1 : RADIUS + 1 }),
    node.rank !== null ? s('text', { class: 'rank', x: 0, y: 3, 'text-anchor': 'middle' }, node.rank) : null,
    s('text', { class: 'label', x: node.index === 0 ? -4 : -6, y: 20 }, short));
}
