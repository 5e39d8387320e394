// The communities side by side, and one of them: who animates it, and what would live without them.

import { communityPage, trend } from './community.js';
import { choices, select, windowFields, windowOf } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { announce, refusal, waiting } from './waiting.js';
import { refusedHere } from './refused.js';
import { wholeAnimation } from './whole-animation.js';

const ORDERS = ['VOLUME', 'FRAGILITY'];
const KINDS = ['PRACTICE', 'WATCH', 'TEAM', 'PROJECT', 'OTHER'];
/** Beyond a tenth of the others' replies a community leans on one person; a convention, said beside the figure. */
const LEANS = 0.1;
const NARROW = '(max-width: 63.99rem)';
const RANGE = 'query CommunityDays { dataset { extent { from to } } }';
const COMMUNITIES = `query Communities($kind: CommunityKind, $window: WindowInput, $by: CommunityOrder!, $after: String) {
  communities(kind: $kind, window: $window, by: $by, first: 50, after: $after) {
    nodes { id name kind contributions contributors fragility kindInferred { kind } health { state trend } }
    pageInfo { endCursor hasNextPage }
  }
}`;

export async function communitiesView(view) {
  const { root, parameters, go, signal } = view;
  const by = ORDERS.includes(parameters.get('by')) ? parameters.get('by') : 'VOLUME';
  const kind = KINDS.includes(parameters.get('kind')) ? parameters.get('kind') : null;
  const window = windowOf(parameters);
  const chosen = parameters.get('id');
  const list = h('ul', { class: 'community-list' });
  const page = h('div', { class: 'community' }, waiting(t('waitingCommunities')));
  const days = h('div', { class: 'narrowing' });
  const title = h('span', {}, t('allCommunities'));
  root.replaceChildren(
    h('h1', {}, t('communitiesTitle')),
    h('p', { class: 'lead' }, t('communitiesLead')),
    h('div', { class: 'bars' }, choices('by', t('orderedBy'), ORDERS.map((value) => [value, t(`by${value}`)]), by, (value) => go({ by: value }))),
    days,
    wholeAnimation(window, view),
    h('div', { class: 'columns' },
      h('nav', { 'aria-label': t('communities') },
        // On a narrow screen the list would stand between the reader and the community they chose.
        h('details', { class: 'list-box', open: !(chosen && matchMedia(NARROW).matches) }, h('summary', {}, title), list)),
      page));
  try {
    const [first, { dataset }] = await Promise.all([
      fillList(list, null, { chosen, question: { kind, window, by }, view }), ask(RANGE, {}, signal)]);
    days.replaceChildren(
      select('kind', t('kind'), t('anyKind'), KINDS.map((value) => [value, t(value)]), kind, (value) => go({ kind: value, id: null })),
      ...windowFields(window, dataset.extent, go));
    if (!chosen && !first) {
      page.replaceChildren(h('p', { class: 'hint' }, t(kind ? 'noCommunityOfKind' : 'noCommunities')));
      return;
    }
    await communityPage(page, chosen ?? first, window, view);
  } catch (error) {
    if (!refusedHere(error)) throw error;
    page.replaceChildren(refusal(error));
  }
}

/** Adds a page to the list; answers the first community's id. */
async function fillList(list, after, { chosen, question, view }) {
  const { communities } = await ask(COMMUNITIES, { ...question, after }, view.signal);
  const current = chosen ?? (after ? null : communities.nodes[0]?.id);
  list.append(...communities.nodes.map((community) => listed(community, community.id === current, question, view.go)));
  if (communities.pageInfo.hasNextPage) {
    const more = h('button', {
      type: 'button',
      class: 'more',
      onclick: () => {
        more.parentNode.remove();
        fillList(list, communities.pageInfo.endCursor, { chosen, question, view }).catch(view.fail);
      },
    }, t('more'));
    list.append(h('li', {}, more));
  }
  announce(t('communitiesShown', list.children.length));
  return communities.nodes[0]?.id ?? null;
}

function listed(community, current, question, go) {
  const { health, fragility } = community;
  return h('li', {}, h('button', {
    type: 'button',
    'data-community': community.id,
    'aria-current': current ? 'true' : null,
    onclick: () => go({ id: community.id }),
  },
  h('span', { class: 'name' }, community.name),
  h('span', { class: `state ${health.state.toLowerCase()}` }, t(health.state)),
  h('span', { class: 'meta' },
    h('span', { class: community.kind ? null : 'seems' }, community.kind ? t(community.kind) : t('seems', t(community.kindInferred.kind))),
    h('span', {}, t('contributors', number(community.contributors))),
    trend(health.trend)),
  h('span', { class: 'leaning' },
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { class: fragility > LEANS ? 'leans' : null, style: { width: `${Math.round(Math.max(0, Math.min(1, fragility ?? 0)) * 100)}%` } })),
    h('small', {}, fragility === null ? t('fragilityUnknown') : t('fragilityShort', percent(Math.max(0, fragility)))))));
}
