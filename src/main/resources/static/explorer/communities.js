// Who animates the communities, and how alive they are.

import { h, initials } from './dom.js';
import { ask } from './graphql.js';
import { known, number, percent, t } from './i18n.js';
import { announce, waiting } from './waiting.js';

const COMMUNITIES = `query Communities($after: String) {
  communities(first: 50, after: $after) { nodes { id name kind contributions contributors health { state } } pageInfo { endCursor hasNextPage } }
}`;
const COMMUNITY = `query Community($id: ID!) {
  community(id: $id) {
    id name kind contributions contributors threads
    animators(first: 8) {
      nodes { rank score appointed significant summary contributions person { id name title unit { name } } parts { name value } }
      provenance { method }
    }
    health { state trend needs needsAnswered newcomers summary }
    selfRegulation { share threads }
  }
}`;

export async function communitiesView({ root, parameters, go, fail, signal }) {
  const chosen = parameters.get('id');
  const list = h('ul', { class: 'community-list' });
  const page = h('div', { class: 'community' }, waiting(t('waitingCommunities')));
  root.replaceChildren(
    h('h1', {}, t('communitiesTitle')),
    h('p', { class: 'lead' }, t('communitiesLead')),
    h('div', { class: 'columns' }, h('nav', { 'aria-label': t('communities') }, list), page));
  const first = await fillList(list, null, { chosen, go, fail, signal });
  if (!first) {
    page.replaceChildren(h('p', { class: 'hint' }, t('noCommunities')));
    return;
  }
  page.replaceChildren(waiting(t('waitingCommunity')));
  const { community } = await ask(COMMUNITY, { id: chosen ?? first }, signal);
  announce(community?.name ?? t('NOT_FOUND'));
  page.replaceChildren(...(community ? drawn(community) : [h('p', { class: 'hint' }, t('NOT_FOUND'))]));
}

/** Adds a page to the list; answers the first community's id. */
async function fillList(list, after, { chosen, go, fail, signal }) {
  const { communities } = await ask(COMMUNITIES, { after }, signal);
  const current = chosen ?? (after ? null : communities.nodes[0]?.id);
  list.append(...communities.nodes.map((community) => h('li', {},
    h('button', {
      type: 'button',
      'aria-current': community.id === current ? 'true' : null,
      onclick: () => go({ id: community.id }),
    },
    h('span', { class: 'name' }, community.name),
    h('span', { class: `state ${community.health.state.toLowerCase()}` }, t(community.health.state)),
    h('span', { class: 'meta' }, h('span', {}, t(community.kind ?? 'OTHER')), h('span', {}, t('contributors', number(community.contributors))))))));
  if (communities.pageInfo.hasNextPage) {
    const more = h('button', {
      type: 'button',
      class: 'more',
      onclick: () => {
        more.parentNode.remove();
        fillList(list, communities.pageInfo.endCursor, { chosen, go, fail, signal }).catch(fail);
      },
    }, t('more'));
    list.append(h('li', {}, more));
  }
  return communities.nodes[0]?.id ?? null;
}

function drawn(community) {
  const { health, selfRegulation } = community;
  return [
    h('header', {},
      h('h2', {}, community.name),
      h('p', { class: 'meta' }, h('span', { class: `state ${health.state.toLowerCase()}` }, t(health.state)),
        h('span', {}, t(community.kind ?? 'OTHER')), h('span', {}, t('contributions', number(community.contributions))),
        h('span', {}, t('contributors', number(community.contributors))), h('span', {}, t('threads', number(community.threads)))),
      h('p', {}, health.summary)),
    h('dl', { class: 'figures row' },
      figure(t('selfRegulation'), t('selfRegulationHelp'), selfRegulation.share === null ? '–' : percent(selfRegulation.share)),
      figure(t('needs'), null, health.needsAnswered === null ? '–' : percent(health.needsAnswered)),
      figure(t('newcomers'), null, number(health.newcomers))),
    h('h3', {}, t('animators')),
    community.animators.nodes.length
      ? h('ol', { class: 'animators' }, community.animators.nodes.map(animator))
      : h('p', { class: 'hint' }, t('noAnimators')),
    h('p', { class: 'provenance' }, community.animators.provenance.method),
  ];
}

function figure(name, help, value) {
  return h('div', { title: help }, h('dt', {}, name), h('dd', {}, h('span', { class: 'figure' }, value)));
}

function animator(entry) {
  const { person } = entry;
  return h('li', { class: 'card' },
    h('div', { class: 'card-head' },
      h('span', { class: 'disc', 'aria-hidden': 'true' }, initials(person.name)),
      h('div', {}, h('h4', {}, person.name),
        h('p', { class: 'where' }, [person.title, person.unit?.name].filter(Boolean).join(' · '))),
      h('span', { class: 'marks' },
        entry.significant ? h('span', { class: 'chip' }, t('significant')) : null,
        entry.appointed ? h('span', { class: 'chip plain' }, t('appointed')) : null)),
    h('p', { class: 'summary' }, entry.summary),
    h('dl', { class: 'parts' }, entry.parts.map((part) => h('div', {}, h('dt', {}, known(part.name) ?? part.name),
      h('dd', {},
        h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: `${Math.round(part.value * 100)}%` } })),
        h('span', { class: 'figure' }, number(part.value, 2)))))));
}
