/* <question-coach model meeting phase speaks-as previous-from quiet no-question>: around a box
   and the line under it. Reads what is typed on this device alone, and says one thing at
   most: the draft of a member is never sent anywhere by it. */
const PAUSE = 600;
const FEW_WORDS = 3;
const TRY_AGAIN_AFTER = 30_000;
const AS_LONG_AS_IT_CLOSES = 400;
const COACHED = new Set(["question", "experience", "observation", "support"]);
const STEERING = new Set(["advice", "leading_question"]);

class QuestionCoach extends HTMLElement {
  static observedAttributes = ["phase", "speaks-as"];

  connectedCallback() {
    this.box = this.querySelector("textarea");
    this.line = this.querySelector(".coach-line");
    if (!this.box || !this.line || this.stopped?.signal.aborted === false) return;
    this.hint = this.line.querySelector(".coach-hint");
    this.rewrites = this.line.querySelector(".coach-rewrites");
    this.stopped = new AbortController();
    const { signal } = this.stopped;
    this.addEventListener("input", () => this.typed(), { signal });
    this.addEventListener("click", (event) => this.press(event), { signal });
    this.box.form.addEventListener("reset", () => this.begin(), { signal });
    this.box.form.addEventListener("submit", () => this.close(), { signal });
    this.box.form.addEventListener("formdata", (event) => this.tell(event), { signal });
    this.box.form.addEventListener("change", () => this.wait(), { signal });
  }

  disconnectedCallback() {
    this.stopped?.abort();
    clearTimeout(this.pause);
  }

  attributeChangedCallback() {
    if (this.line?.dataset.state === "hint") this.wait();
  }

  // What somebody does.

  typed() {
    if (this.isDismissed() || document.activeElement !== this.box) return;
    if (!this.box.value.trim()) this.begin();
    idle(() => reader(this.getAttribute("model")));
    this.wait();
  }

  wait() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.consider(), PAUSE);
  }

  press(event) {
    const { words, do: act } = event.target.closest("button")?.dataset ?? {};
    if (words) this.take(words);
    else if (act) this[act]();
  }

  take(words) {
    this.before = this.box.value;
    this.write(words);
    this.ask();
    this.show("taken", this.hint.dataset.taken);
  }

  back() {
    this.left = true;
    this.write(this.before);
    this.close();
  }

  /** Not for this contribution any more. */
  leave() {
    this.left = true;
    this.close();
    this.box.focus();
  }

  silence() {
    keep(this.key, "dismissed");
    this.show("silenced", this.hint.dataset.silenced);
    this.box.focus();
  }

  /** Who wants no hints in this meeting is not asked by the server either. */
  tell({ formData }) {
    if (this.isDismissed()) formData.set("held", "yes");
  }

  again() {
    keep(this.key, null);
    this.box.focus();
    this.typed();
  }

  /** A new contribution. */
  begin() {
    this.left = false;
    this.before = null;
    this.close();
  }

  // What the coach does.

  async consider() {
    const text = this.box.value;
    if (this.left || this.isDismissed() || !this.isCoached()) return;
    const seen = words(text) < FEW_WORDS ? null : await this.read(text);
    if (text !== this.box.value || !this.isConnected || this.left) return;
    const hint = seen ? this.hintOf(seen) : "";
    if (hint) this.show("hint", hint, this.asked() ? seen.rewrites : []);
    else if (this.line.dataset.state === "hint") this.close();
  }

  async read(text) {
    const { phase, role } = attributes(this);
    const made = await reader(this.getAttribute("model"));
    return made?.read(text, { phase, role, previous: this.previous() }) ?? null;
  }

  hintOf({ kind, hint }) {
    const steers = STEERING.has(kind);
    if (steers && this.hasAttribute("quiet")) return "";
    if (this.asked()) return hint;
    return hint && kind === "advice" ? this.getAttribute("no-question") : "";
  }

  show(state, hint, rewrites = []) {
    clearTimeout(this.closing);
    this.line.dataset.state = state;
    if (this.hint.textContent !== hint) this.hint.textContent = hint;
    const shown = [...this.rewrites.children].map((each) => each.firstChild.dataset.words);
    if (shown.join("\n") !== rewrites.join("\n")) {
      this.rewrites.replaceChildren(...rewrites.map((each) => this.button(each)));
    }
  }

  button(words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet small";
    button.dataset.words = words;
    button.textContent = this.rewrites.dataset.take.replace("%s", () => words);
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  /** What it said stays until it is out of sight. */
  close() {
    clearTimeout(this.pause);
    clearTimeout(this.closing);
    this.line.dataset.state = "";
    this.closing = setTimeout(() => this.empty(), AS_LONG_AS_IT_CLOSES);
  }

  empty() {
    this.hint.textContent = "";
    this.rewrites.replaceChildren();
  }

  /** As if it were typed, so that the browser can undo it. */
  write(words) {
    this.box.focus();
    this.box.select();
    if (!document.execCommand("insertText", false, words)) {
      this.box.value = words;
      this.box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.box.setSelectionRange(words.length, words.length);
  }

  // What it stands in.

  get key() {
    return `askwell:no-hints:${this.getAttribute("meeting")}`;
  }

  isDismissed() {
    return kept(this.key) !== null;
  }

  /** Own words of a kind the coach knows, and not those the server asks about already. */
  isCoached() {
    const kinds = [...this.box.form.querySelectorAll("input[name='kind']")];
    const chosen = kinds.find((each) => each.checked) ?? kinds[0];
    return COACHED.has(chosen?.dataset.family) && !this.box.form.querySelector("held-words");
  }

  /** The first kind of question that is welcome here, if any is. */
  asked() {
    return this.box.form.querySelector("input[name='kind'][data-family='question']");
  }

  /** What is taken is a question, so it is sent as one. */
  ask() {
    const kinds = [...this.box.form.querySelectorAll("input[name='kind']")];
    if (kinds.find((each) => each.checked)?.dataset.family === "question") return;
    this.asked().checked = true;
  }

  /** What the presenter wrote last: answers are numbered, and the topic comes before. */
  previous() {
    let [last, words] = [-1, null];
    for (const each of document.querySelectorAll(this.getAttribute("previous-from"))) {
      const number = Number(each.closest("[id^='c-']")?.id.slice(2) ?? 0);
      if (number > last) [last, words] = [number, textOf(each)];
    }
    return words;
  }
}

function attributes(element) {
  const [phase, role] = ["phase", "speaks-as"].map((name) => element.getAttribute(name));
  return { phase, role };
}

function words(text) {
  return text.split(/\s+/u).filter(Boolean).length;
}

/** With a space where a line ends. */
function textOf(element) {
  return [...element.childNodes].map((each) => each.textContent || " ").join("").trim();
}

const readers = new Map();

/** What reads, fetched once; null while it cannot be had: then there are no hints. */
function reader(model) {
  if (!readers.has(model)) readers.set(model, fetched(model));
  return readers.get(model);
}

async function fetched(model) {
  try {
    const [{ Reader }, answer] = await Promise.all([import("./reader.js"), fetch(model)]);
    return new Reader(await answer.json());
  } catch {
    setTimeout(() => readers.delete(model), TRY_AGAIN_AFTER);
    return null;
  }
}

function idle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act, { timeout: PAUSE });
  else setTimeout(act);
}

/** A browser may keep nothing; then a choice lasts as long as the page. */
const forNow = new Map();

function kept(key) {
  try {
    return localStorage.getItem(key) ?? forNow.get(key) ?? null;
  } catch {
    return forNow.get(key) ?? null;
  }
}

function keep(key, value) {
  if (value === null) forNow.delete(key);
  else forNow.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // It is kept for now.
  }
}

customElements.define("question-coach", QuestionCoach);
