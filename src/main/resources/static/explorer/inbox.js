// Requests for an introduction: those that wait for the reader's answer, and what became of the reader's own.

import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { day, t } from './i18n.js';
import { announce, refusal } from './waiting.js';

const MESSAGE_MAX = 2000;
const SHOWN = 20;
const ASKED = `fragment Asked on IntroductionRequest {
  id state about message at from { id name } expert { id name } via { id name } waitsFor { id name }
  answers { person { id name } accepted message }
}`;
const REQUESTS = `query Requests($from: ID) {
  received: requests(direction: RECEIVED, from: $from, first: ${SHOWN}) { nodes { ...Asked } }
  sent: requests(direction: SENT, from: $from, first: ${SHOWN}) { nodes { ...Asked } }
}
${ASKED}`;
const ANSWER = `mutation Answer($id: ID!, $accept: Boolean!, $message: String, $from: ID) {
  answerRequest(id: $id, accept: $accept, message: $message, from: $from) { id state waitsFor { id name } }
}`;
const WITHDRAW = `mutation Withdraw($id: ID!, $from: ID) {
  withdrawRequest(id: $id, from: $from) { id state }
}`;

/** A box that is there when there are requests, and open when one waits for the reader. */
export function inbox(signal) {
  const box = h('section', { class: 'inbox', hidden: true, 'aria-label': t('inbox') });
  if (me()) fill(box, signal);
  return box;
}

async function fill(box, signal) {
  try {
    const { received, sent } = await ask(REQUESTS, { from: me().id }, signal);
    const waiting = received.nodes.filter((request) => request.waitsFor?.id === me().id);
    const passed = received.nodes.filter((request) => request.waitsFor?.id !== me().id);
    const again = () => fill(box, signal);
    box.hidden = !received.nodes.length && !sent.nodes.length;
    box.replaceChildren(h('details', { open: waiting.length > 0 },
      h('summary', {}, h('strong', {}, t('inbox')), ' ', h('span', { class: 'count' }, t('inboxWaiting', waiting.length))),
      waiting.length ? h('ul', { class: 'waiting-requests' }, waiting.map((request) => receivedItem(request, again))) : null,
      sent.nodes.length ? [h('h3', {}, t('inboxSent')), h('ul', {}, sent.nodes.map((request) => sentItem(request, again)))] : null,
      passed.length ? [h('h3', {}, t('inboxPassed')), h('ul', {}, passed.map(passedItem))] : null));
  } catch (error) {
    if (error.name === 'AbortError') return;
    box.hidden = false;
    box.replaceChildren(refusal(error));
  }
}

/** A request that waits for the reader: who asks whom about what, and both answers. */
function receivedItem(request, again) {
  const field = `answer-${request.id}`;
  const forMe = request.expert?.id === me().id;
  const asks = request.from?.name ?? t('personNotThere');
  const answer = async (event) => {
    event.preventDefault();
    const accept = event.submitter?.value === 'yes';
    for (const button of event.target.querySelectorAll('button')) button.disabled = true;
    try {
      const { answerRequest } = await ask(ANSWER, {
        id: request.id,
        accept,
        message: new FormData(event.target).get('message').trim() || null,
        from: me().id,
      });
      await again();
      announce(accept ? answerRequest.waitsFor ? t('passedOn', answerRequest.waitsFor.name) : t('acceptedIt') : t('declinedIt'));
    } catch (error) {
      for (const button of event.target.querySelectorAll('button')) button.disabled = false;
      event.target.querySelector('.refusal')?.remove();
      event.target.append(refusal(error));
    }
  };
  return h('li', {},
    h('p', {}, forMe ? t('asksYou', asks) : t('asksThroughYou', asks, request.expert?.name ?? t('personNotThere')), ' ', about(request),
      h('time', { datetime: request.at }, day(request.at))),
    request.message ? h('blockquote', {}, request.message) : null,
    request.answers.map(said),
    h('form', { onsubmit: answer },
      h('label', { for: field }, t('answerMessage')),
      h('textarea', { id: field, name: 'message', rows: 2, maxlength: MESSAGE_MAX }),
      h('div', { class: 'both' },
        h('button', { class: 'primary small', value: 'yes' }, forMe ? t('answerYes') : t('passOn')),
        h('button', { class: 'link', value: 'no' }, t('answerNo')))));
}

/** One of the reader's own requests, and how far it is. */
function sentItem(request, again) {
  const item = h('li', {}, h('p', {}, t('youAsked', request.expert?.name ?? t('personNotThere')), ' ', about(request),
    h('span', { class: `state ${request.state.toLowerCase()}` }, state(request)), h('time', { datetime: request.at }, day(request.at))),
  request.answers.map(said));
  if (request.state !== 'WAITING') return item;
  const button = h('button', { type: 'button', class: 'link', onclick: async () => {
    button.disabled = true;
    try {
      await ask(WITHDRAW, { id: request.id, from: me().id });
      await again();
      announce(t('WITHDRAWN_REQUEST'));
    } catch (error) {
      button.disabled = false;
      item.append(refusal(error));
    }
  } }, t('withdrawRequest'));
  item.append(button);
  return item;
}

/** What the reader was asked before: it can be read again. */
function passedItem(request) {
  return h('li', {}, h('p', {}, t('asksThroughYou', request.from?.name ?? t('personNotThere'), request.expert?.name ?? t('personNotThere')), ' ',
    about(request), h('span', { class: `state ${request.state.toLowerCase()}` }, state(request))));
}

function state(request) {
  return request.waitsFor ? t('waitsForPerson', request.waitsFor.name) : t(`${request.state}_REQUEST`);
}

function about(request) {
  return h('a', { href: `#/experts?about=${encodeURIComponent(request.about)}` }, `“${request.about}”`);
}

function said({ person, accepted, message }) {
  return h('p', { class: 'said' }, t(accepted ? 'saidYes' : 'saidNo', person?.name ?? t('personNotThere')),
    message ? [t('colon'), h('q', {}, message)] : null);
}
