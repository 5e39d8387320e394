// The loops: needs and what became of them, as a board, and in figures. All that is chosen stands in the address.

import { board } from './loop-board.js';
import { choices, field, select, windowFields, windowOf } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { t } from './i18n.js';
import { loopFigures } from './loop-figures.js';
import { choices as known } from './question.js';
import { refusedHere } from './refused.js';
import { refusal, waiting } from './waiting.js';

export const KINDS = ['QUESTION', 'PROBLEM', 'IDEA', 'TICKET'];
const SHOWN = ['BOARD', 'FIGURES'];
const ORDERS = ['NEWEST', 'WAITING_LONGEST', 'SLOWEST'];
const PAUSE_MILLIS = 200;
const TOPICS = 'query LoopTopics($name: String) { topics(name: $name, first: 12) { nodes { id name } } }';

export async function loopsView(view) {
  const { root, parameters, go } = view;
  const shown = SHOWN.includes(parameters.get('show')) ? parameters.get('show') : 'BOARD';
  const filters = h('div', { class: 'narrowing' });
  const answer = h('div', { class: 'answer' }, waiting(t('waitingLoops')));
  root.replaceChildren(
    h('h1', {}, t('loopsTitle')),
    h('p', { class: 'lead' }, t('loopsLead')),
    choices('show', t('drawAs'), SHOWN.map((value) => [value, t(`show_${value}`)]), shown, (value) => go({ show: value })),
    filters, answer);
  const { options, extent } = await known();
  filters.replaceChildren(...(shown === 'BOARD' ? boardFilters(parameters, options, go) : []), ...windowFields(windowOf(parameters), extent, go));
  try {
    await (shown === 'BOARD' ? board(answer, filterOf(parameters), orderOf(parameters), view) : loopFigures(answer, windowOf(parameters), view));
  } catch (error) {
    if (!refusedHere(error)) throw error;
    answer.replaceChildren(refusal(error));
  }
}

function orderOf(parameters) {
  return ORDERS.includes(parameters.get('by')) ? parameters.get('by') : 'NEWEST';
}

function filterOf(parameters) {
  const kind = KINDS.includes(parameters.get('kind')) ? parameters.get('kind') : null;
  const window = windowOf(parameters);
  return {
    ...(kind && { kind: [kind] }),
    ...(parameters.get('community') && { community: parameters.get('community') }),
    ...(parameters.get('unit') && { unit: parameters.get('unit') }),
    ...(parameters.get('topic') && { topic: parameters.get('topic') }),
    ...(parameters.get('process') && { process: parameters.get('process') }),
    ...(window && { window }),
  };
}

function boardFilters(parameters, options, go) {
  return [
    select('community', t('community'), t('communityAny'), options.community, parameters.get('community'), (value) => go({ community: value })),
    unitField(options.unit, parameters.get('unit'), (value) => go({ unit: value })),
    topicField(parameters, go),
    select('kind', t('sortOfNeed'), t('anyKind'), KINDS.map((value) => [value, t(`one_${value}`)]), parameters.get('kind'), (value) => go({ kind: value })),
    select('by', t('by'), null, ORDERS.map((value) => [value, t(`by${value}`)]), orderOf(parameters), (value) => go({ by: value })),
    parameters.get('process') ? field('process', t('process'), h('button', { type: 'button', id: 'field-process', class: 'link', onclick: () => go({ process: null }) },
      t('without', parameters.get('process')))) : null,
  ].filter(Boolean);
}

/** Units by level, as the expert search lists them. */
function unitField(levels, chosen, change) {
  return field('unit', t('askersUnit'), h('select', { id: 'field-unit', onchange: (event) => change(event.target.value || null) },
    h('option', { value: '' }, t('unitAny')),
    levels.map(({ level, options }) => h('optgroup', { label: `${t('depth')} ${level}` },
      options.map(([value, text]) => h('option', { value, selected: value === chosen }, text))))));
}

/** A text field that proposes topics; the address holds id and name, since an id alone tells the reader nothing. */
function topicField(parameters, go) {
  const list = h('datalist', { id: 'topics-known' });
  const found = new Map();
  let timer = 0;
  const propose = async (name) => {
    const { topics } = await ask(TOPICS, { name });
    topics.nodes.forEach((topic) => found.set(topic.name, topic.id));
    list.replaceChildren(...topics.nodes.map((topic) => h('option', { value: topic.name })));
  };
  const take = () => {
    const name = input.value.trim();
    if (!name) go({ topic: null, topicname: null });
    else if (found.has(name)) go({ topic: found.get(name), topicname: name });
  };
  const input = h('input', {
    id: 'field-topic', type: 'text', list: list.id, autocomplete: 'off', placeholder: t('anyTopic'), value: parameters.get('topicname') ?? '',
    oninput: () => {
      clearTimeout(timer);
      if (found.has(input.value)) take();
      else if (input.value.trim()) timer = setTimeout(() => propose(input.value.trim()).catch(() => {}), PAUSE_MILLIS);
    },
    onchange: take,
  });
  return h('div', {}, field('topic', t('topic'), input), list);
}
