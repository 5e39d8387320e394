// Who holds the groups together: value, price and risk apart, with how certain the rank is.

import { bridgeCard } from './bridge-card.js';
import { choices, cutControls, cutOf, field, groupsOf, otherDays, select, windowFields, windowOf } from './controls.js';
import { h } from './dom.js';
import { ask, Failure } from './graphql.js';
import { t } from './i18n.js';
import { announce, refusal, waiting } from './waiting.js';

const PAGE = 10;
const ASK_AGAIN_MILLIS = 2500;
const ASK_AGAIN_MAX = 120;
const ORDERS = ['VALUE', 'RISK', 'WORKLOAD'];
const ROLES = ['COORDINATOR', 'ITINERANT', 'REPRESENTATIVE', 'GATEKEEPER', 'LIAISON'];
const RANGE = 'query Days { dataset { extent { from to } } }';
const BRIDGES = `query Bridges($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $between: [ID!], $filter: BridgeFilter, $by: BridgeOrder!, $after: String, $language: Language!) {
  bridges(dimension: $dimension, unitDepth: $unitDepth, window: $window, between: $between, filter: $filter, by: $by, first: ${PAGE}, after: $after) {
    edges {
      cursor
      node {
        rank betweenness betweennessInterval { low high } constraint effectiveSize groupsReached structuralDiversity cutPerson workload summary(language: $language)
        person { id name title unit { id name } }
        roles { role count groupsDealt { expected z } }
        risk { connects alone share sentence(language: $language) }
        rankInterval { state low high }
      }
    }
    pageInfo { endCursor hasNextPage }
    provenance { method(language: $language) window { from to } }
  }
}`;
const RANKS = `query Ranks($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $between: [ID!], $filter: BridgeFilter, $by: BridgeOrder!, $after: String) {
  bridges(dimension: $dimension, unitDepth: $unitDepth, window: $window, between: $between, filter: $filter, by: $by, first: ${PAGE}, after: $after) {
    nodes { person { id } rankInterval { state low high } }
  }
}`;
const SUCCESSORS = `query Successors($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $between: [ID!], $filter: BridgeFilter, $by: BridgeOrder!, $after: String, $language: Language!) {
  bridges(dimension: $dimension, unitDepth: $unitDepth, window: $window, between: $between, filter: $filter, by: $by, first: 1, after: $after) {
    nodes { person { id } successors { person { id name } workload sentence(language: $language) } }
  }
}`;

export async function bridgesView(view) {
  const { root, parameters, go, signal } = view;
  const cut = cutOf(parameters);
  const by = ORDERS.includes(parameters.get('by')) ? parameters.get('by') : 'VALUE';
  const filters = h('div', { class: 'narrowing' });
  const answer = h('div', { class: 'answer' }, waiting(t('waitingBridges')));
  root.replaceChildren(
    h('h1', {}, t('bridgesTitle')),
    h('p', { class: 'lead' }, t('bridgesLead')),
    h('div', { class: 'bars' }, cutControls(cut, go, { one: null, other: null, group: null })),
    h('div', { class: 'bars' }, choices('by', t('orderedBy'), ORDERS.map((value) => [value, t(`by${value}`)]), by, (value) => go({ by: value })),
    betweenOf(parameters) && by === 'VALUE' ? h('p', { class: 'help pair-order' }, t('orderOfPair')) : null),
    filters, answer);
  const [groups, { dataset }] = await Promise.all([groupsOf(cut, signal), ask(RANGE, {}, signal)]);
  if (!groups.length) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('noGroups')));
    return;
  }
  filters.replaceChildren(...filterFields(parameters, groups, dataset.extent, go));
  const question = { ...cut, by, window: windowOf(parameters), between: betweenOf(parameters), filter: filterOf(parameters) };
  try {
    await page(answer, question, signal);
  } catch (error) {
    if (!(error instanceof Failure) || !['SUPPRESSED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT'].includes(error.code)) throw error;
    answer.replaceChildren(refusal(error));
  }
}

function betweenOf(parameters) {
  const [one, other] = [parameters.get('one'), parameters.get('other')];
  return one && other && one !== other ? [one, other] : null;
}

function filterOf(parameters) {
  const role = ROLES.includes(parameters.get('role')) ? parameters.get('role') : null;
  const alone = Number(parameters.get('alone'));
  const group = parameters.get('group');
  return {
    ...(group && { group }),
    ...(role && { role }),
    ...(Number.isInteger(alone) && alone > 0 && { aloneMin: alone }),
    ...(parameters.get('named') === 'yes' && { named: true }),
  };
}

function filterFields(parameters, groups, extent, go) {
  const options = groups.map(({ id, name }) => [id, name]);
  return [
    select('one', t('linksOne'), t('anyGroup'), options, parameters.get('one'), (value) => go({ one: value })),
    select('other', t('linksOther'), t('anyGroup'), options.filter(([id]) => id !== parameters.get('one')), parameters.get('other'), (value) => go({ other: value })),
    select('group', t('belongsTo'), t('anyGroup'), options, parameters.get('group'), (value) => go({ group: value })),
    select('role', t('role'), t('anyRole'), ROLES.map((role) => [role, t(role)]), parameters.get('role'), (value) => go({ role: value })),
    field('alone', t('aloneMin'), h('input', {
      type: 'number', id: 'field-alone', min: 0, max: 100000, step: 1, value: parameters.get('alone') ?? '',
      onchange: (event) => go({ alone: event.target.value || null }),
    })),
    select('named', t('names'), t('everybody'), [['yes', t('namedOnly')]], parameters.get('named'), (value) => go({ named: value })),
    ...windowFields(windowOf(parameters), extent, go),
  ];
}

/** The first people, then further ones below them. */
async function page(answer, question, signal) {
  const list = h('ol', { class: 'bridge-list' });
  const further = h('div', {});
  const method = h('p', { class: 'provenance' });
  const add = async (after) => {
    const { bridges } = await ask(BRIDGES, { ...question, after }, signal);
    const highest = Math.max(...bridges.edges.map(({ node }) => node.betweenness), 1e-9);
    list.dataset.highest ??= String(highest);
    let previous = after;
    const cards = bridges.edges.map(({ node, cursor }) => {
      const before = previous;
      previous = cursor;
      return bridgeCard(node, {
        highest: Number(list.dataset.highest),
        cut: question,
        successors: async () => (await ask(SUCCESSORS, { ...question, after: before }, signal)).bridges.nodes[0]?.successors ?? [],
      });
    });
    if (!list.isConnected) answer.replaceChildren(otherDays(question.window, bridges.provenance.window) ?? '', ...(cards.length ? [list, further, method] : [h('p', { class: 'hint' }, t('noBridges'))]));
    list.append(...cards.map(({ box }) => box));
    method.textContent = bridges.provenance.method;
    announce(t('bridgesShown', list.children.length));
    further.replaceChildren(bridges.pageInfo.hasNextPage ? moreButton(() => add(bridges.pageInfo.endCursor)) : '');
    if (bridges.edges.some(({ node }) => node.rankInterval.state === 'PENDING')) {
      askAgain(cards, { ...question, after }, signal, ASK_AGAIN_MAX);
    }
  };
  await add(null);
}

function moreButton(load) {
  const button = h('button', {
    type: 'button',
    class: 'more',
    onclick: async () => {
      button.disabled = true;
      button.textContent = t('loading');
      try {
        await load();
      } catch (error) {
        button.replaceWith(refusal(error));
      }
    },
  }, t('more'));
  return button;
}

/** Intervals of ranks are computed in the background: the question is asked again until they are there. */
function askAgain(cards, question, signal, left) {
  if (!left) return;
  const timer = setTimeout(async () => {
    try {
      const { bridges } = await ask(RANKS, question, signal);
      bridges.nodes.forEach((node) => cards.find(({ id }) => id === node.person.id)?.rank(node.rankInterval));
      if (bridges.nodes.some((node) => node.rankInterval.state === 'PENDING')) askAgain(cards, question, signal, left - 1);
    } catch (error) {
      if (error.name !== 'AbortError') cards.forEach(({ rank }) => rank(null));
    }
  }, ASK_AGAIN_MILLIS);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
