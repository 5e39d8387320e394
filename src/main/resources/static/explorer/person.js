// One person: where they are in the organisation, and what they are known to know.

import { h, initials } from './dom.js';
import { ask } from './graphql.js';
import { t } from './i18n.js';
import { waiting } from './waiting.js';

const PERSON = `query Person($id: ID!) {
  person(id: $id) {
    id name title
    unit { id name } site { id name }
    manager { id name title }
    memberships { role primary group { id name dimension } }
  }
}`;

export async function personView({ root, parameters, signal }) {
  root.replaceChildren(waiting(t('waitingPerson')));
  const { person } = await ask(PERSON, { id: parameters.get('id') ?? '' }, signal);
  if (!person) {
    root.replaceChildren(h('h1', {}, t('person')), h('p', { class: 'hint' }, t('noPerson')));
    return;
  }
  document.title = `${person.name} – Passerelle`;
  root.replaceChildren(
    h('header', { class: 'card-head' },
      h('span', { class: 'disc large', 'aria-hidden': 'true' }, initials(person.name)),
      h('div', {}, h('h1', {}, person.name),
        h('p', { class: 'where' }, [person.title, person.unit?.name, person.site?.name].filter(Boolean).join(' · ')))),
    h('section', { class: 'panel' }, h('h2', {}, t('chart')), h('dl', { class: 'places' },
      person.manager ? h('div', {}, h('dt', {}, t('manager')), h('dd', {}, personLink(person.manager))) : null,
      person.memberships.map(({ group, role }) => h('div', {}, h('dt', {}, t(group.dimension)),
        h('dd', {}, group.name, role && !/^member$/i.test(role) ? h('small', {}, role.toLowerCase()) : null))))));
}

export function personLink({ id, name }) {
  return h('a', { href: `#/person?id=${encodeURIComponent(id)}` }, name);
}
