// One person: where they are in the organisation, and what they are known to know.

import { h, initials } from './dom.js';
import { ask, me } from './graphql.js';
import { day, t } from './i18n.js';
import { mySay } from './my-say.js';
import { refusal, waiting } from './waiting.js';

/** How many topics are shown, and how many when more are asked for. */
const TOPICS_FIRST = 12;
const TOPICS_MAX = 100;
/** What somebody is known for. */
const PROFILE = `fragment Profile on Person {
  topics(first: $first) { edges { cursor node { state declared evidenceCount lastUsed topic { id name } } } pageInfo { hasNextPage } }
}`;
const CORRECT = `mutation Correct($topic: String!, $action: ExpertiseAction!, $from: ID, $first: Int!) {
  correctExpertise(topic: $topic, action: $action, from: $from) { id ...Profile }
}
${PROFILE}`;
const PASSAGES = `query Passages($id: ID!, $before: String) {
  person(id: $id) { topics(first: 1, after: $before) { nodes { topic { id } passages(first: 5) { contribution subject snippet } } } }
}`;
const PERSON = `query Person($id: ID!, $first: Int!) {
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
  const { person } = await ask(PERSON, { id: parameters.get('id') ?? '', first: TOPICS_FIRST }, signal);
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
    knownFor(person),
    me()?.id === person.id ? mySay(signal) : '');
}

/** What the person is known for; in one's own profile, what to say of it. */
function knownFor(person) {
  const own = me()?.id === person.id;
  const section = h('section', { class: 'panel known-for', 'aria-live': 'polite' });
  let first = TOPICS_FIRST;
  const more = async () => {
    first = TOPICS_MAX;
    try {
      draw((await ask(PERSON, { id: person.id, first })).person.topics);
      section.querySelectorAll('.topics > li')[TOPICS_FIRST]?.querySelector('a').focus();
    } catch (error) {
      section.append(refusal(error));
    }
  };
  const correct = async (topic, action) => {
    try {
      const { correctExpertise } = await ask(CORRECT, { topic, action, from: person.id, first });
      draw(correctExpertise.topics);
    } catch (error) {
      section.append(refusal(error));
    }
  };
  const draw = ({ edges, pageInfo }) => section.replaceChildren(...[
    h('h2', {}, t('knownFor')),
    own ? h('p', { class: 'hint' }, t('knownForYours')) : null,
    edges.length ? h('ul', { class: 'topics' }, edges.map(({ node }, place) => topicItem(node, { own, correct, shownBy: () => passages(person.id, node.topic, edges[place - 1]?.cursor) }))) : h('p', { class: 'hint' }, t('knownForNothing')),
    pageInfo.hasNextPage && first < TOPICS_MAX ? h('button', { type: 'button', class: 'more more-topics', onclick: more }, t('more')) : null,
    own ? addition(correct) : null].filter(Boolean));
  draw(person.topics);
  return section;
}

function topicItem({ topic, state, declared, evidenceCount, lastUsed }, { own, correct, shownBy }) {
  const say = (text, action) => h('button', { type: 'button', class: 'link', onclick: () => correct(topic.id, action) }, t(text));
  return h('li', {},
    h('a', { href: `#/experts?about=${encodeURIComponent(topic.name)}`, title: t('whoKnows', topic.name) }, topic.name),
    h('small', {}, declared && state !== 'HIDDEN' ? h('span', { class: 'chip plain' }, t(state)) : t(state)),
    own ? h('span', { class: 'say' },
      state === 'FOUND' || state === 'DECLARED' ? say('confirmTopic', 'CONFIRM') : null,
      state === 'HIDDEN' || state === 'CONFIRMED' || state === 'ADDED' ? say('resetTopic', 'RESET') : null,
      state === 'HIDDEN' ? null : say('hideTopic', 'HIDE')) : null,
    evidenceCount ? evidence([t('discussions', evidenceCount), lastUsed ? day(lastUsed) : null].filter(Boolean).join(' · '), shownBy) : null);
}

/** What shows the topic, asked for when it is opened. */
function evidence(summary, shownBy) {
  const inside = h('div', {});
  const box = h('details', { class: 'shown-by' }, h('summary', {}, summary), inside);
  box.addEventListener('toggle', async () => {
    if (!box.open || inside.firstChild) return;
    inside.replaceChildren(waiting(t('waitingPassages')));
    try {
      inside.replaceChildren(await shownBy());
    } catch (error) {
      inside.replaceChildren(refusal(error));
    }
  });
  return box;
}

/** Contributions about a topic; `before` is where the profile's topic before it ends. */
async function passages(id, topic, before = null) {
  const { person } = await ask(PASSAGES, { id, before });
  const [known] = person?.topics.nodes ?? [];
  // The profile may have changed since the page was drawn: then another topic stands there.
  const shown = known?.topic.id === topic.id ? known.passages : [];
  return shown.length
    ? h('ul', { 'aria-label': t('topicPassages', topic.name) }, shown.map(({ subject, snippet }) => h('li', {},
      subject ? h('strong', {}, subject) : null, h('blockquote', {}, snippet))))
    : h('p', { class: 'hint' }, t('noPassages'));
}

function addition(correct) {
  const words = h('input', { id: 'topic-words', type: 'text', maxlength: 80, required: true });
  return h('form', { class: 'add-topic', onsubmit: (event) => { event.preventDefault(); correct(words.value, 'ADD'); } },
    h('label', { for: 'topic-words' }, t('addTopicWords')), words, h('button', { type: 'submit', class: 'primary small' }, t('addTopic')));
}

export function personLink({ id, name }) {
  return h('a', { href: `#/person?id=${encodeURIComponent(id)}` }, name);
}
