// Builds elements. Every text goes through textContent: nothing that came from data is ever read as markup.

/** An element with its attributes ("class", "aria-…", on… for listeners, style as an object) and its children. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'style') {
      for (const [property, text] of Object.entries(value)) element.style.setProperty(property, text);
    } else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/** The text with the places marked that the API says matched: { start, end } in order, in UTF-16 units. */
export function marked(text, places) {
  const pieces = [];
  let from = 0;
  for (const { start, end } of places) {
    pieces.push(text.slice(from, start), h('mark', {}, text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

/** Initials of a name, for a disc. */
export function initials(name) {
  return name.split(/[\s-]+/u).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join('');
}
