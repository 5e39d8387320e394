// One need: what was asked, what decides its state, how long it took, who closed it through whom, or who could.

import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { day, number, t } from './i18n.js';
import { refusal, waiting } from './waiting.js';

export const LOOP = `fragment ALoop on Loop {
  id kind state subject snippet opened answered closed evidence
  asker { id name } unit { id name } community { id name } topics { id name } processes
  answeredBy { id name }
  hoursToAnswer businessHoursToAnswer hoursToClose businessHoursToClose businessHoursWaiting
  closers { person { id name } group { id name } across }
  through { id name }
}`;
const WHO = `query WhoCouldClose($question: ID!, $from: ID) {
  experts(question: $question, from: $from, first: 3) {
    nodes {
      rank weak nearbyTopics { id } distance person { id name title unit { id name } } silos { id }
      workload { level askedLately ownUsual }
      parts { text recognition recency answering focus familiarity reach }
    }
    nobody { reason communities { community { id name } contributions } }
  }
}`;
const TOPICS_MAX = 3;
const SUBJECT_MAX = 90;
const REASONS = { text: 0.75, answering: 0.5, focus: 0.6, recognition: 0.4, recency: 0.8, familiarity: 0.2 };

export function loopCard(loop, view) {
  const title = loop.subject || shortened(loop.snippet) || t('withoutText');
  return h('li', { class: `loop ${loop.state.toLowerCase()}`, 'data-loop': loop.id },
    h('p', { class: 'loop-head' }, h('span', { class: 'chip plain' }, t(`one_${loop.kind}`)), h('time', { datetime: loop.opened }, day(loop.opened))),
    loop.snippet && loop.snippet !== title
      ? h('details', {}, h('summary', {}, h('h3', {}, title)), h('blockquote', {}, loop.snippet))
      : h('h3', {}, title),
    h('p', { class: 'where' }, [loop.asker.name, loop.unit?.name].filter(Boolean).join(' · '),
      loop.community ? [' · ', h('a', { href: `#/communities?id=${encodeURIComponent(loop.community.id)}` }, loop.community.name)] : null),
    h('p', { class: `evidence-of ${loop.evidence.toLowerCase()}` }, t(`evidence_${loop.evidence}`)),
    times(loop),
    closing(loop),
    subjects(loop, view),
    loop.state === 'CLOSED' ? null : whoCould(loop, view));
}

function shortened(text) {
  return text.length <= SUBJECT_MAX ? text : `${text.slice(0, text.lastIndexOf(' ', SUBJECT_MAX))} …`;
}

/** Clock hours as the reader says them: minutes, hours, days. */
export function duration(hours) {
  if (hours < 1) return t('minutes', number(Math.max(1, Math.round(hours * 60))));
  return hours < 72 ? t('hours', number(hours, hours < 10 ? 1 : 0)) : t('manyDays', number(hours / 24, hours < 240 ? 1 : 0));
}

function times(loop) {
  const lines = [
    // An accepted answer that closed it is told once, where it says who closed it.
    loop.answeredBy && loop.hoursToAnswer !== null && loop.hoursToAnswer !== loop.hoursToClose ? t('answeredAfter', duration(loop.hoursToAnswer), t('hours', number(loop.businessHoursToAnswer, 1)), loop.answeredBy.name) : null,
    loop.hoursToClose === null ? null : t('closedAfter', duration(loop.hoursToClose), t('hours', number(loop.businessHoursToClose, 1))),
    loop.businessHoursWaiting === null ? null : t('waitsFor', t('hours', number(loop.businessHoursWaiting))),
  ].filter(Boolean);
  return lines.length ? h('ul', { class: 'loop-times' }, lines.map((line) => h('li', {}, line))) : null;
}

function closing({ closers, through, asker, answeredBy, evidence }) {
  if (!closers.length) {
    const others = through.filter(({ id }) => id !== answeredBy?.id).map(({ name }) => name).join(', ');
    return others ? h('p', { class: 'through' }, t(evidence === 'UNANSWERED' ? 'askedBack' : 'repliedToo', others)) : null;
  }
  return h('p', { class: 'closed-by' }, t('closedBy'), ' ', closers.map(({ person, group, across }, index) => [
    index ? ', ' : '', h('strong', {}, person.name),
    person.id === asker.id ? ` (${t('themselves')})` : group ? ` (${group.name})` : '',
    across ? h('span', { class: 'chip across' }, t('acrossSilo')) : null]),
  through.length ? h('span', { class: 'through' }, ' ', t('throughWhom', through.map(({ name }) => name).join(', '))) : null);
}

function subjects({ topics, processes }, { go }) {
  if (!topics.length && !processes.length) return null;
  return h('ul', { class: 'on loop-topics' },
    processes.map((process) => h('li', { class: 'process', title: t('process') }, h('button', { type: 'button', onclick: () => go({ process }) }, process))),
    topics.slice(0, TOPICS_MAX).map((topic) => h('li', { class: 'topic', title: t('topic') }, h('button', { type: 'button', onclick: () => go({ topic: topic.id, topicname: topic.name }) }, topic.name))));
}

/** Asked for when it is opened; which need is open stands in the address. */
function whoCould(loop, { parameters, keep, signal }) {
  const inside = h('div', { class: 'inside' });
  const box = h('details', { class: 'who-could' }, h('summary', {}, t('whoCould')), inside);
  let asked = false;
  box.addEventListener('toggle', async () => {
    if (box.open) keep({ who: loop.id });
    else if (parameters.get('who') === loop.id) keep({ who: null });
    if (!box.open || asked) return;
    asked = true;
    inside.replaceChildren(waiting(t('waitingWho')));
    try {
      const { experts } = await ask(WHO, { question: loop.id, from: me()?.id ?? null }, signal);
      inside.replaceChildren(...who(experts), experts.nodes.length ? allWhoCould(loop) : '');
    } catch (error) {
      asked = false;
      inside.replaceChildren(refusal(error));
    }
  });
  box.open = parameters.get('who') === loop.id;
  return box;
}

/** The search page shows them all, with what they wrote and the way to them. */
function allWhoCould({ id, subject, snippet }) {
  const address = new URLSearchParams({ question: id, about: subject || shortened(snippet) });
  return h('p', {}, h('a', { class: 'all-who-could', href: `#/experts?${address}` }, t('allWhoCould')));
}

function who({ nodes, nobody }) {
  if (!nodes.length) {
    return [h('p', { class: 'hint' }, nobody ? t(nobody.reason) : t('noExperts')),
      nobody?.communities.length ? h('p', {}, t('communitiesToAsk'), t('colon'), nobody.communities.map(({ community }, index) => [index ? ', ' : '',
        h('a', { href: `#/communities?id=${encodeURIComponent(community.id)}` }, community.name)])) : ''];
  }
  return [h('ol', { class: 'linkers' }, nodes.map(({ person, parts, weak, nearbyTopics, workload, distance }) => {
    const reasons = Object.entries(REASONS).filter(([name, least]) => (weak && name === 'text' ? 0 : parts[name]) >= least).map(([name]) => t(`${name}Reason`));
    return h('li', {}, h('a', { href: `#/person?id=${encodeURIComponent(person.id)}` }, person.name),
      h('p', { class: 'where' }, [person.title, person.unit?.name, me() && distance !== null ? (distance ? t('distance', distance) : t('sameUnit')) : null].filter(Boolean).join(' · ')),
      h('p', {}, (nearbyTopics.length ? [t('nearby'), ...reasons] : weak ? [t('weak'), ...reasons] : reasons.length ? reasons : [t('noReason')]).join(', ')),
      workload && workload.level !== 'USUAL' ? h('p', { class: `workload ${workload.level.toLowerCase()}` }, t(`${workload.level}_LOAD`)) : null);
  }))];
}
