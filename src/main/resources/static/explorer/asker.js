// Chooses who is asking: a text field that proposes people (the ARIA pattern "combobox with list").

import { h } from './dom.js';
import { ask, me, setMe } from './graphql.js';
import { t } from './i18n.js';

const PEOPLE = 'query People($name: String) { people(name: $name, first: 8) { nodes { id name title unit { name } } } }';
const PAUSE_MILLIS = 150;

export function personChooser(input, list, changed, fail) {
  let options = [];
  let active = -1;
  let timer = 0;
  let request = null;

  const open = () => !list.hidden;
  const close = () => {
    // What was typed before must not open the list again when it comes.
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const reset = () => {
    input.value = me()?.name ?? '';
    close();
  };
  const choose = (person) => {
    setMe(person);
    reset();
    changed();
  };
  const highlight = (index) => {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    if (index >= 0) {
      input.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    }
  };
  const option = (person, index) => h('li', {
    id: `me-option-${index}`,
    role: 'option',
    'aria-selected': 'false',
    onmousedown: (event) => {
      event.preventDefault();
      choose(person);
    },
  }, person ? h('span', { class: 'name' }, person.name) : h('em', {}, t('nobody')),
  person ? h('span', { class: 'where' }, [person.title, person.unit?.name].filter(Boolean).join(', ')) : null);

  async function propose() {
    request?.abort();
    request = new AbortController();
    const name = input.value.trim();
    const asked = name && name !== me()?.name ? name : null;
    try {
      const { people } = await ask(PEOPLE, { name: asked }, request.signal);
      options = me() ? [...people.nodes, null] : people.nodes;
      list.replaceChildren(...options.map(option));
      if (!options.length) list.replaceChildren(h('li', { class: 'none', 'aria-disabled': 'true' }, t('nobodyFound')));
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      active = -1;
    } catch (error) {
      fail(error);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(propose, PAUSE_MILLIS);
  });
  input.addEventListener('focus', () => {
    input.select();
    propose();
  });
  input.addEventListener('blur', reset);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') reset();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open()) propose();
      else if (options.length) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        highlight((active + step + options.length) % options.length);
      }
    } else if (event.key === 'Enter' && open() && options.length) {
      event.preventDefault();
      choose(options[Math.max(active, 0)]);
      input.blur();
    }
  });
  reset();
}
