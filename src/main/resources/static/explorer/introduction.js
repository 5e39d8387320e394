// Who could introduce the reader: a chain of acquaintances, each step with why the two know each other.

import { h, initials } from './dom.js';
import { me } from './graphql.js';
import { month, t } from './i18n.js';

/** The way to an expert in a sentence, and drawn step by step when it is opened. */
export function introduction(expert) {
  if (!me() || expert.person.id === me().id) return null;
  const path = expert.introductionPath;
  if (!path) return h('p', { class: 'path none' }, t('noPath'));
  return h('details', { class: 'path', open: expert.rank === 1 }, h('summary', {}, sentence(path)),
    path.busy ? h('p', { class: 'help' }, t('busyWay')) : null,
    chain(path),
    expert.alternatives.length ? [h('h3', {}, t('otherWays')), h('ul', { class: 'ways' }, expert.alternatives.map((way) => h('li', {},
      h('details', {}, h('summary', {}, sentence(way)), chain(way)))))] : null);
}

function sentence({ people }) {
  const between = people.slice(1, -1).map((person) => person.name);
  return between.length ? t('introducedBy', ...between) : t('knowsDirectly');
}

/** The steps as a list: person, why, person, why, person. */
function chain({ people, steps }) {
  return h('ol', {}, people.map((person, index) => [
    index > 0 ? h('li', { class: 'via' }, h('span', {}, why(steps[index - 1]))) : null,
    h('li', { class: 'step' },
      h('span', { class: 'disc small', 'aria-hidden': 'true' }, index === 0 ? '' : initials(person.name)),
      h('span', {}, index === 0 ? t('you') : person.name, index > 0 && person.unit ? h('small', {}, person.unit.name) : null)),
  ]));
}

/** Where the reader could not read it, nothing is told but that both agreed. */
function why({ shared, exchanges, since }) {
  return shared ? t('bothAgreed') : t('exchangesSince', exchanges, month(since));
}
