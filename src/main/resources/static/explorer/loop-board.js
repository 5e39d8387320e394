// Needs in four columns, from open to closed and stale, each with how many there are and a way to more.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { loopCard, LOOP } from './loop-card.js';
import { announce, refusal, waiting } from './waiting.js';

export const STATES = ['OPEN', 'ANSWERED', 'CLOSED', 'STALE'];
const PAGE = 8;
const LOOPS = `query Loops($filter: LoopFilter, $by: LoopOrder!, $after: String, $language: Language!) {
  loops(filter: $filter, by: $by, first: ${PAGE}, after: $after, unitDepth: 3) {
    nodes { ...ALoop }
    pageInfo { endCursor hasNextPage }
    totalCount notReadable
    provenance { method(language: $language) parameters { name value } }
  }
}
${LOOP}`;

export async function board(answer, filter, by, view) {
  const pages = await Promise.all(STATES.map(async (state) => ({ state, page: await pageOf(state, filter, by, null, view) })));
  const counts = pages.map(({ page }) => page.totalCount);
  const all = counts.reduce((sum, count) => sum + count, 0);
  announce(t('loopsFound', number(all)));
  if (!all) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('noLoops')), hidden(pages));
    return;
  }
  const asOf = pages[0].page.provenance.parameters.find(({ name }) => name === 'asOf')?.value;
  answer.replaceChildren(
    shares(counts, all),
    jumps(counts),
    hidden(pages),
    h('div', { class: 'board', role: 'region', tabindex: '0', 'aria-label': t('show_BOARD') },
      pages.map(({ state, page }) => column(state, page, filter, by, { ...view, asOf }))),
    h('p', { class: 'provenance' }, pages[0].page.provenance.method));
}

async function pageOf(state, filter, by, after, { signal }) {
  return (await ask(LOOPS, { filter: { ...filter, state: [state] }, by, after }, signal)).loops;
}

/** One bar for all, so that the columns are seen in proportion; it repeats what stands above each column. */
function shares(counts, all) {
  return h('div', { class: 'stacked loop-shares', 'aria-hidden': 'true' }, STATES.map((state, index) => h('span', {
    class: state.toLowerCase(), title: `${t(`loop_${state}`)} ${percent(counts[index] / all)}`, style: { flex: String(counts[index]) },
  })));
}

/** Where the columns do not fit beside one another: a way to each. */
function jumps(counts) {
  return h('div', { class: 'jumps' }, STATES.map((state, index) => h('button', {
    type: 'button', class: state.toLowerCase(),
    onclick: () => document.getElementById(`column-${state}`)?.scrollIntoView({ behavior: 'smooth', inline: 'start', block: 'nearest' }),
  }, `${t(`loop_${state}`)} ${number(counts[index])}`)));
}

function hidden(pages) {
  const counts = pages.map(({ page }) => page.notReadable);
  const unknown = counts.includes(null);
  const total = counts.reduce((sum, count) => sum + (count ?? 0), 0);
  if (!unknown && !total) return '';
  return h('p', { class: 'help not-readable' }, t(unknown ? 'someNotReadable' : 'notReadable', number(total)));
}

function column(state, first, filter, by, view) {
  const list = h('ol', { class: 'loop-list' });
  const further = h('div', {});
  const add = (page) => {
    list.append(...page.nodes.map((loop) => loopCard(loop, view)));
    further.replaceChildren(page.pageInfo.hasNextPage ? more(page.pageInfo.endCursor) : '');
  };
  const more = (after) => {
    const button = h('button', { type: 'button', class: 'more', onclick: async () => {
      const wait = waiting(t('waitingLoops'));
      further.replaceChildren(wait);
      try {
        add(await pageOf(state, filter, by, after, view));
      } catch (error) {
        further.replaceChildren(refusal(error));
      }
    } }, t('more'));
    return button;
  };
  add(first);
  return h('section', { class: `column ${state.toLowerCase()}`, 'aria-labelledby': `column-${state}` },
    h('h2', { id: `column-${state}` }, h('span', {}, t(`loop_${state}`)), ' ', h('span', { class: 'figure' }, number(first.totalCount))),
    h('p', { class: 'help' }, t(`loop_${state}Help`)),
    first.nodes.length ? list : h('p', { class: 'hint' }, t('nothingHere')),
    further);
}
