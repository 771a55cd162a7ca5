/** Creates an element. Props: `text` and `on…` listeners; all others are attributes, where false
 *  and null leave them out. Children are nodes or text: nothing is ever parsed as HTML. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else attribute(element, name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets, or with null, undefined and false removes, an attribute; touches the page only on change. */
export function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Writes a text only when it changed, so that screen readers and layout stay quiet. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element, visible) {
  if (element.hidden === visible) element.hidden = !visible;
}

const KEPT = new WeakMap();

/** Makes the children of `parent` follow `items`, in order, reusing the node of each key. A node
 *  that holds the focus keeps it when it moves. */
export function keyed(parent, items, { key, create, update }) {
  const before = KEPT.get(parent) ?? new Map();
  const now = new Map();
  for (const item of items) {
    const id = key(item);
    now.set(id, before.get(id) ?? create(item));
  }
  for (const [id, view] of before) if (!now.has(id)) view.element.remove();
  let at = parent.firstChild;
  for (const item of items) {
    const view = now.get(key(item));
    if (view.element === at) at = at.nextSibling;
    else place(parent, view.element, at);
    (update ?? view.update)(item, view);
  }
  KEPT.set(parent, now);
}

/** Empties `parent`, so that `keyed` makes everything anew, as after a change of language. */
export function forget(parent) {
  KEPT.delete(parent);
  parent.replaceChildren();
}

function place(parent, element, at) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  parent.insertBefore(element, at);
  focused?.focus({ preventScroll: true });
}
