// What somebody decides about themselves: whether they are suggested, and over which acquaintances colleagues are
// introduced. Both hold at once, and can be taken back as easily.

import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { t } from './i18n.js';
import { announce, refusal, waiting } from './waiting.js';

const KEPT = 'query MySay($from: ID) { optOut(from: $from) sharedAcquaintances(from: $from) }';
const OPT_OUT = 'mutation OptOut($grade: OptOutGrade!, $from: ID) { optOut(grade: $grade, from: $from) }';
const SHARE = `mutation Share($extent: SharingExtent!, $from: ID) {
  shareAcquaintances(extent: $extent, from: $from)
}`;
const EXTENTS = ['NONE', 'COMMUNITIES', 'PRIVATE_TOO'];

/** The reader's own settings, in their own profile only. */
export function mySay(signal) {
  const section = h('section', { class: 'panel my-say', 'aria-labelledby': 'my-say' });
  const draw = ({ optOut, sharedAcquaintances }) => section.replaceChildren(
    title(), h('p', { class: 'help' }, t('mySayHelp')), suggested(optOut), shared(sharedAcquaintances));
  section.replaceChildren(title(), waiting(t('waitingMySay')));
  ask(KEPT, { from: me().id }, signal).then(draw, (error) => section.replaceChildren(title(), refusal(error)));
  return section;
}

function title() {
  return h('h2', { id: 'my-say' }, t('mySay'));
}

/** Keeps a decision and says so beside it; a refusal puts the control back to what holds. */
async function keep(said, controls, mutation, variables, back) {
  for (const control of controls) control.disabled = true;
  said.replaceChildren();
  try {
    await ask(mutation, { ...variables, from: me().id });
    said.replaceChildren(`✓ ${t('mySayKept')}`);
    announce(t('mySayKept'));
    return true;
  } catch (error) {
    back();
    said.replaceChildren(refusal(error));
    return false;
  } finally {
    for (const control of controls) control.disabled = false;
  }
}

function suggested(grade) {
  const said = h('p', { class: 'kept' });
  const box = h('input', {
    id: 'suggested',
    type: 'checkbox',
    role: 'switch',
    checked: grade === 'NONE',
    'aria-describedby': 'suggested-help',
    onchange: async () => {
      await keep(said, [box], OPT_OUT, { grade: box.checked ? 'NONE' : 'NOT_SUGGESTED' }, () => { box.checked = !box.checked; });
      box.focus();
    },
  });
  return h('div', { class: 'said-of-me' },
    h('div', { class: 'check' }, box, h('label', { for: 'suggested' }, t('suggestMe'))),
    h('p', { id: 'suggested-help', class: 'help' }, t('suggestMeHelp')), said);
}

function shared(kept) {
  const said = h('p', { class: 'kept' });
  let holds = kept;
  const radios = EXTENTS.map((extent) => h('input', {
    id: `share-${extent}`,
    type: 'radio',
    name: 'share',
    value: extent,
    checked: extent === kept,
    onchange: async (event) => {
      if (await keep(said, radios, SHARE, { extent }, () => choose(holds))) holds = extent;
      event.target.focus();
    },
  }));
  const choose = (extent) => { radios[EXTENTS.indexOf(extent)].checked = true; };
  return h('fieldset', { class: 'said-of-me', 'aria-describedby': 'share-help' },
    h('legend', {}, t('shareAcquaintances')),
    EXTENTS.map((extent, index) => h('div', { class: 'check' }, radios[index], h('label', { for: `share-${extent}` }, t(`share${extent}`)))),
    h('p', { id: 'share-help', class: 'help' }, t('shareAcquaintancesHelp')), said);
}
