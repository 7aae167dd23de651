/* Puts what the server drew into the page. What stays the same is left alone, so focus,
   caret, typed text, open details and scroll stay where they were. */
import { fragment } from "../ui/fragments.js";

/** Place every template of a drawing; returns the elements that are new or changed. */
export function place(html, room) {
  const changed = [];
  for (const drawn of fragment(html).querySelectorAll("template[data-target]")) {
    const done = placeOne(drawn, room);
    if (done) changed.push(done);
  }
  return changed;
}

function placeOne(drawn, room) {
  const { target, how } = drawn.dataset;
  const fresh = document.importNode(drawn.content, true).firstElementChild;
  if (how === "remove") return void inside(room, target)?.remove();
  if (!fresh) return null;
  const old = inside(room, how === "replace" ? target : fresh.id);
  if (old) return old.isEqualNode(fresh) ? null : become(old, fresh);
  if (how === "put") inside(room, target)?.append(fresh);
  if (how === "lead") inside(room, target)?.prepend(fresh);
  return how === "replace" ? null : fresh;
}

function inside(room, id) {
  const found = id && document.getElementById(id);
  return found && room.contains(found) ? found : null;
}

/** Change `old` into `fresh` with as little ado as possible. */
function become(old, fresh) {
  if (old.nodeName !== fresh.nodeName || keyOf(old) !== keyOf(fresh)) {
    old.replaceWith(fresh);
    return fresh;
  }
  // What a script of this page draws is its own.
  if (old.hasAttribute("data-own")) return old;
  if (isForAnotherStep(old, fresh)) release(old);
  takeAttributes(old, fresh);
  if (!keepsItsContent(old, fresh)) takeChildren(old, fresh);
  return old;
}

/** What was sent has been done: the answer may come later than the news of it. */
function isForAnotherStep(old, fresh) {
  if (!old.matches("form[data-sending]")) return false;
  const [then, now] = [old, fresh].map((form) => form.elements.expected_phase?.value);
  return then !== now;
}

/** The form may be sent again. */
export function release(form) {
  for (const name of ["data-sending", "data-unsent", "aria-busy"]) form.removeAttribute(name);
}

function keepsItsContent(old, fresh) {
  if (old.matches("textarea")) return old.value !== old.defaultValue || isActive(old);
  return old.hasAttribute("data-form-message") && !fresh.hasChildNodes();
}

function takeAttributes(old, fresh) {
  for (const { name, value } of [...fresh.attributes]) {
    if (!isOurs(old, name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!isOurs(old, name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

/** What the reader or this page's own script has set is not the server's to undo. */
function isOurs(element, name) {
  if (name === "open") return element.matches("details, dialog");
  if (name === "hidden") return element.matches("[data-form-message], [data-room-banner]");
  if (name === "aria-busy") return element.hasAttribute("data-sending");
  if (name === "value" && element.matches("input[name='token']")) {
    return element.form?.hasAttribute("data-sending");
  }
  return name === "data-sending" || name === "data-unsent" || name === "data-here";
}

function isActive(field) {
  return field === document.activeElement;
}

function takeChildren(old, fresh) {
  const known = new Map();
  for (const child of [...old.children].reverse()) {
    if (keyOf(child)) known.set(keyOf(child), child);
  }
  let next = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const match = matchOf(child, next, known);
    if (match === null) {
      old.insertBefore(child, next);
      continue;
    }
    while (next !== match && next && !isWanted(next, fresh)) next = dropped(next);
    if (next === match) next = next.nextSibling;
    else old.insertBefore(match, next);
    if (match.nodeType !== Node.ELEMENT_NODE) match.data = child.data;
    else if (!match.isEqualNode(child)) become(match, child);
  }
  while (next) next = dropped(next);
}

/** The old child that a fresh one continues: by its key, or by its place and kind. */
function matchOf(child, next, known) {
  const key = keyOf(child);
  if (key) {
    const match = known.get(key) ?? null;
    known.delete(key);
    return match;
  }
  if (!next || keyOf(next)) return null;
  return next.nodeName === child.nodeName ? next : null;
}

function isWanted(old, fresh) {
  const key = keyOf(old);
  return Boolean(key) && [...fresh.children].some((child) => keyOf(child) === key);
}

function dropped(node) {
  const after = node.nextSibling;
  node.remove();
  return after;
}

function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.id) return `#${node.id}`;
  if (node.nodeName === "FORM") return formKey(node);
  // A frame around a field goes with the field, so that what is typed in it stays.
  const field = node.querySelector(":scope > textarea[id]");
  return field ? `>${field.id}` : "";
}

/** What a form is for: its name, or its act and what it is about; never its token. */
export function formKey(form) {
  if (form.id) return `#${form.id}`;
  const about = [...form.querySelectorAll("input[type='hidden'][name]")]
    .filter(({ name }) => name !== "token" && name !== "expected_phase")
    .map(({ name, value }) => `${name}=${value}`);
  return [form.getAttribute("action"), ...about].join(" ");
}
