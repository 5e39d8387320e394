// One person: where they are in the organisation, and what they are known to know.

import { h, initials } from './dom.js';
import { ask, me } from './graphql.js';
import { day, t } from './i18n.js';
import { refusal, waiting } from './waiting.js';

/** What somebody is known for. */
const PROFILE = `fragment Profile on Person {
  topics(first: 12) { nodes { state evidenceCount lastUsed topic { id name } } }
}`;
const CORRECT = `mutation Correct($topic: String!, $action: ExpertiseAction!, $from: ID) {
  correctExpertise(topic: $topic, action: $action, from: $from) { id ...Profile }
}
${PROFILE}`;
const PERSON = `query Person($id: ID!) {
  person(id: $id) {
    id name title
    unit { id name } site { id name }
    manager { id name title }
    memberships { role primary group { id name dimension } }
    ...Profile
  }
}
${PROFILE}`;

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
        h('dd', {}, group.name, role && !/^member$/i.test(role) ? h('small', {}, role.toLowerCase()) : null))))),
    knownFor(person));
}

/** What the person is known for; in one's own profile, what to say of it. */
function knownFor(person) {
  const own = me()?.id === person.id;
  const section = h('section', { class: 'panel known-for', 'aria-live': 'polite' });
  const correct = async (topic, action) => {
    try {
      const { correctExpertise } = await ask(CORRECT, { topic, action, from: person.id });
      draw(correctExpertise.topics.nodes);
    } catch (error) {
      section.append(refusal(error));
    }
  };
  const draw = (topics) => section.replaceChildren(...[
    h('h2', {}, t('knownFor')),
    own ? h('p', { class: 'hint' }, t('knownForYours')) : null,
    topics.length ? h('ul', { class: 'topics' }, topics.map((known) => topicItem(known, own, correct))) : h('p', { class: 'hint' }, t('knownForNothing')),
    own ? addition(correct) : null].filter(Boolean));
  draw(person.topics.nodes);
  return section;
}

function topicItem({ topic, state, evidenceCount, lastUsed }, own, correct) {
  const say = (text, action) => h('button', { type: 'button', class: 'link', onclick: () => correct(topic.id, action) }, t(text));
  return h('li', {},
    h('a', { href: `#/experts?about=${encodeURIComponent(topic.name)}`, title: t('whoKnows', topic.name) }, topic.name),
    h('small', {}, [t(state), evidenceCount ? t('discussions', evidenceCount) : null, lastUsed ? day(lastUsed) : null].filter(Boolean).join(' · ')),
    own ? h('span', { class: 'say' },
      state === 'FOUND' || state === 'DECLARED' ? say('confirmTopic', 'CONFIRM') : null,
      state === 'HIDDEN' || state === 'CONFIRMED' || state === 'ADDED' ? say('resetTopic', 'RESET') : null,
      state === 'HIDDEN' ? null : say('hideTopic', 'HIDE')) : null);
}

function addition(correct) {
  const words = h('input', { id: 'topic-words', type: 'text', maxlength: 80, required: true });
  return h('form', { class: 'add-topic', onsubmit: (event) => { event.preventDefault(); correct(words.value, 'ADD'); } },
    h('label', { for: 'topic-words' }, t('addTopicWords')), words, h('button', { type: 'submit' }, t('addTopic')));
}

export function personLink({ id, name }) {
  return h('a', { href: `#/person?id=${encodeURIComponent(id)}` }, name);
}
