// What a reader can do about an answer: ask to be introduced, and say what helped.

import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { t } from './i18n.js';
import { announce, refusal } from './waiting.js';

const MESSAGE_MAX = 2000;
const ABOUT_MAX = 500;
const REQUEST = `mutation Request($about: String!, $expert: ID!, $via: [ID!], $message: String, $from: ID) {
  requestIntroduction(about: $about, expert: $expert, via: $via, message: $message, from: $from) { id state waitsFor { id name } }
}`;
const HELPED = `mutation Helped($contribution: ID!, $about: String!, $helpful: Boolean!, $from: ID) {
  markHelpful(contribution: $contribution, about: $about, helpful: $helpful, from: $from) { people mine }
}`;

/** A form behind a button: the people in between are asked first, each in turn. */
export function introductionRequest(expert, about) {
  if (!me() || expert.person.id === me().id) return null;
  const via = (expert.introductionPath?.people ?? []).slice(1, -1);
  const field = `message-${expert.rank}`;
  const box = h('div', { class: 'request' });
  const send = async (event) => {
    event.preventDefault();
    const button = event.target.querySelector('button');
    button.disabled = true;
    try {
      const { requestIntroduction: request } = await ask(REQUEST, {
        about: about.slice(0, ABOUT_MAX),
        expert: expert.person.id,
        via: via.map((person) => person.id),
        message: new FormData(event.target).get('message').trim() || null,
        from: me().id,
      });
      const sent = t('requestSent', request.waitsFor?.name ?? expert.person.name);
      announce(sent);
      box.replaceChildren(h('p', { class: 'done' }, `✓ ${sent}`));
    } catch (error) {
      button.disabled = false;
      box.querySelector('.refusal')?.remove();
      box.append(refusal(error));
    }
  };
  box.append(h('details', {},
    h('summary', { class: 'action' }, via.length ? t('askIntroduction') : t('askDirectly')),
    h('form', { onsubmit: send },
      h('p', { class: 'help' }, via.length ? t('firstAsked', via[0].name) : t('expertAsked', expert.person.name)),
      h('label', { for: field }, t('requestMessage')),
      h('textarea', { id: field, name: 'message', rows: 3, maxlength: MESSAGE_MAX }),
      h('button', { class: 'primary small' }, t('send')))));
  return box;
}

/** Says that a contribution helped, or takes it back. */
export function helped(item, about) {
  if (!me()) return null;
  const count = h('span', {}, item.helpful ? t('helpedPeople', item.helpful) : '');
  const said = (mine) => (mine ? `✓ ${t('helpedMe')}` : t('thisHelped'));
  const button = h('button', { type: 'button', class: 'link', 'aria-pressed': String(item.markedByMe) }, said(item.markedByMe));
  const box = h('span', { class: 'helped' }, button, count);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { markHelpful: mark } = await ask(HELPED, {
        contribution: item.contribution,
        about: about.slice(0, ABOUT_MAX),
        helpful: button.getAttribute('aria-pressed') !== 'true',
        from: me().id,
      });
      button.setAttribute('aria-pressed', String(mark.mine));
      button.textContent = said(mark.mine);
      count.textContent = mark.people ? t('helpedPeople', mark.people) : '';
    } catch (error) {
      box.append(refusal(error));
    }
    button.disabled = false;
  });
  return box;
}
