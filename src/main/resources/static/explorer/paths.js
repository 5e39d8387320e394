// All introduction paths of an answer in one drawing: the reader at the left, each step one column further.

import { s, h } from './dom.js';
import { t } from './i18n.js';

const WIDTH = 440;
const ROW = 50;
const TOP = 26;
const SIDE = 18;
const RADIUS = 6;
/** Width of a letter, about: a name may fill the room between two columns and no more. */
const LETTER = 6.1;

/** A figure of the paths of these experts; the cards say the same in words. */
export function pathsDrawing(experts) {
  const { nodes, links, columns } = layers(experts.slice(0, 10));
  const height = TOP * 2 + ROW * (Math.max(...columns.map((column) => column.length)) - 1) + 16;
  const step = (WIDTH - 2 * SIDE) / Math.max(columns.length - 1, 1);
  columns.forEach((column, index) => column.forEach((node, row) => {
    node.x = SIDE + index * step;
    // The reader's "you" needs little room; the last column's names end at the edge.
    node.anchor = index === 0 ? 'start' : index === columns.length - 1 ? 'end' : 'middle';
    node.room = step - 8;
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

/** "M. Merirande": a whole name would reach into the next column; the title has it. */
function abbreviated(name) {
  const [first, ...rest] = name.split(' ');
  return rest.length ? `${[...first][0]}. ${rest.join(' ')}` : name;
}

function mark(node) {
  const name = node.index === 0 ? t('you') : abbreviated(node.person.name);
  const letters = Math.floor(node.room / LETTER);
  const short = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
  const kind = node.index === 0 ? 'me' : node.rank === null ? 'between' : 'expert';
  return s('g', { class: kind, transform: `translate(${node.x} ${node.y})` },
    s('title', {}, [node.person.name, node.person.unit?.name].filter(Boolean).join(', ')),
    s('circle', { r: kind === 'between' ? RADIUS - 1 : RADIUS + 1 }),
    node.rank !== null ? s('text', { class: 'rank', x: 0, y: 3, 'text-anchor': 'middle' }, node.rank) : null,
    s('text', { class: 'label', x: { start: -8, middle: 0, end: 9 }[node.anchor], y: 22, 'text-anchor': node.anchor }, short));
}
