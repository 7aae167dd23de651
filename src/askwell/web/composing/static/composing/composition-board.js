/* <composition-board changes people>: somebody is picked up by a click, a drag, or
   Enter; every set says what the server thinks of it; they are put down the same way.
   No rule is here: what is possible, and what it would do, the server says. Without
   this file a name leads to a page with a select. */
import { fragment } from "../ui/fragments.js";

const FAR_ENOUGH = 6;
const HELD_LONG = 350;
const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

class CompositionBoard extends HTMLElement {
  connectedCallback() {
    this.body = this.querySelector("[data-body]");
    this.picker = this.querySelector("[data-picker]");
    this.picked = null;
    this.dress();
    for (const kind of ["click", "keydown", "submit", "pointerdown"]) {
      this.addEventListener(kind, this);
    }
    this.addEventListener("dragstart", (event) => event.preventDefault());
  }

  handleEvent(event) {
    this[event.type](event);
  }

  /** Links to a person's page become buttons that pick them up. */
  dress() {
    for (const link of this.querySelectorAll("a[data-person]")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", "false");
      link.draggable = false;
    }
  }

  // --- events

  click(event) {
    if (this.justDragged) {
      this.justDragged = false;
      event.preventDefault();
      return;
    }
    const target = event.target;
    if (target.closest("[data-cancel]")) return this.putBack();
    const choice = target.closest("[data-to]");
    if (choice) return this.drop(choice.dataset.to);
    const link = target.closest("a[data-person]");
    if (link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (link.dataset.person === this.picked?.id) return this.putBack();
      return this.pickUp(link);
    }
    const place = target.closest("[data-set]");
    if (this.picked && place && !target.closest("a, button, summary, form")) {
      this.drop(place.dataset.set);
    }
  }

  keydown(event) {
    const link = event.target.closest("a[data-person]");
    if (event.key === "Escape" && this.picked) {
      event.preventDefault();
      this.putBack();
    } else if (link && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      if (!this.picked || this.picked.id !== link.dataset.person) this.pickUp(link);
      else if (this.chosen) this.drop(this.chosen);
      else this.putBack();
    } else if (this.picked && event.key in ARROWS && link) {
      event.preventDefault();
      this.choose(ARROWS[event.key]);
    }
  }

  async submit(event) {
    const form = event.target;
    if (form.hasAttribute("data-away")) return;
    event.preventDefault();
    const asked = new FormData(form, event.submitter);
    await this.send(asked, event.submitter?.id);
  }

  pointerdown(event) {
    const link = event.target.closest("a[data-person]");
    if (!link || event.button !== 0) return;
    const drag = new Drag(this, link, event);
    drag.begin();
  }

  // --- picking up, choosing, putting down

  async pickUp(link) {
    this.clear();
    this.picked = { id: link.dataset.person, name: link.dataset.name };
    link.setAttribute("aria-pressed", "true");
    this.home = link.closest("[data-set]").dataset.set;
    this.showPicker(link);
    this.say(this.words("pickedUp", this.picked));
    const verdicts = await this.ask(this.picked.id);
    if (this.picked?.id === link.dataset.person) this.show(verdicts);
  }

  async ask(person) {
    const path = new URL(`${this.getAttribute("people")}${person}/`, location.href);
    for (const each of this.sets) path.searchParams.append("set", each.dataset.set);
    const answer = await fetch(path, {
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    }).catch(() => null);
    if (!answer?.ok) {
      this.say(this.dataset.unanswered);
      return {};
    }
    return (await answer.json()).sets;
  }

  show(verdicts) {
    this.verdicts = verdicts;
    for (const set of this.sets) {
      const said = verdicts[set.dataset.set];
      const slot = set.querySelector("[data-verdict]");
      const home = set.dataset.set === this.home;
      if (!said && !home) continue;
      slot.replaceChildren(said?.words ?? this.dataset.here);
      if (said?.why) slot.append(element("span", "verdict-why", said.why));
      slot.className = `verdict ${said?.kind ?? ""}`;
      slot.hidden = false;
      if (said) set.dataset.kind = said.kind;
    }
    this.fillPicker();
  }

  fillPicker() {
    const buttons = this.sets
      .filter((set) => this.verdicts[set.dataset.set])
      .map((set) => {
        const said = this.verdicts[set.dataset.set];
        const button = element("button", "picker-set");
        button.type = "button";
        button.dataset.to = set.dataset.set;
        button.dataset.kind = said.kind;
        button.setAttribute("aria-disabled", String(said.kind === "impossible"));
        button.append(element("strong", "", set.dataset.name), said.words);
        return button;
      });
    this.picker.querySelector("[data-picker-sets]").replaceChildren(...buttons);
  }

  choose(step) {
    const ids = this.sets.map((set) => set.dataset.set);
    const from = ids.indexOf(this.chosen ?? this.home);
    const next = ids[(from + step + ids.length) % ids.length];
    this.mark(next);
    const set = this.setOf(next);
    const said = this.verdicts?.[next];
    const name = set.dataset.name;
    if (!said) return this.say(this.words("atHome", { set: name }));
    this.say(this.words("told", { set: name, words: said.words, why: said.why }));
  }

  mark(set) {
    for (const each of this.sets) delete each.dataset.chosen;
    this.chosen = set === this.home ? null : set;
    if (!set) return;
    const chosen = this.setOf(set);
    chosen.dataset.chosen = "";
    chosen.scrollIntoView({ block: "nearest" });
  }

  async drop(set) {
    const said = this.verdicts?.[set];
    const person = this.picked;
    if (!person) return;
    if (set === this.home) return this.putBack();
    if (said?.kind === "impossible") {
      this.mark(set);
      return this.refuse(set, said);
    }
    const asked = new FormData();
    asked.set("csrfmiddlewaretoken", this.token);
    asked.set("version", this.querySelector("[data-version]").dataset.version);
    asked.set("act", "move");
    asked.set("person", person.id);
    asked.set("set", set);
    await this.send(asked, `member-${person.id}`);
  }

  /** Why somebody cannot sit there; they stay picked up. */
  refuse(set, said) {
    const told = { set: this.setOf(set).dataset.name, words: said.words, why: said.why };
    const words = this.words("told", told);
    this.picker.querySelector("[data-picker-why]").textContent = words;
    this.say(words);
  }

  putBack() {
    const { picked } = this;
    if (!picked) return;
    this.clear();
    this.say(this.words("putBack", picked));
    this.querySelector(`#member-${CSS.escape(picked.id)}`)?.focus();
  }

  clear() {
    this.picked = this.chosen = this.home = null;
    this.verdicts = {};
    this.picker.hidden = true;
    for (const set of this.sets) {
      delete set.dataset.kind;
      delete set.dataset.chosen;
      set.querySelector("[data-verdict]").hidden = true;
    }
    for (const link of this.querySelectorAll("a[data-person]")) {
      link.setAttribute("aria-pressed", "false");
    }
  }

  showPicker(link) {
    this.picker.querySelector("[data-picker-name]").textContent = link.dataset.name;
    this.picker.querySelector("[data-picker-sets]").replaceChildren();
    this.picker.querySelector("[data-picker-why]").textContent = "";
    this.picker.querySelector("[data-more]").href = link.href;
    this.picker.hidden = false;
  }

  // --- the server

  async send(asked, focus) {
    const open = this.opened;
    const answer = await fetch(this.getAttribute("changes") + location.search, {
      method: "POST",
      body: asked,
      credentials: "same-origin",
      headers: { "X-Askwell-Board": "yes" },
    }).catch(() => null);
    if (!answer || ![200, 409].includes(answer.status)) {
      this.say(this.dataset.unanswered);
      return;
    }
    this.clear();
    this.body.replaceChildren(fragment(await answer.text()));
    this.dress();
    for (const set of open) {
      const figures = this.setOf(set)?.querySelector("details");
      if (figures) figures.open = true;
    }
    this.say(this.querySelector("[data-told-now]")?.dataset.toldNow ?? "");
    if (focus) this.querySelector(`#${CSS.escape(focus)}`)?.focus();
  }

  // --- small things

  get sets() {
    return [...this.querySelectorAll("[data-set]")];
  }

  get opened() {
    const open = this.querySelectorAll("[data-set] details[open]");
    return [...open].map((each) => each.closest("[data-set]").dataset.set);
  }

  get token() {
    return this.querySelector("input[name=csrfmiddlewaretoken]").value;
  }

  setOf(id) {
    return this.querySelector(`[data-set="${CSS.escape(id)}"]`);
  }

  words(name, values) {
    return this.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "").trim();
  }

  say(words) {
    this.querySelector("[data-say]").textContent = words;
  }
}

/** One person following a pointer: a mouse at once, a finger after it has rested. */
class Drag {
  constructor(board, link, event) {
    this.board = board;
    this.link = link;
    this.start = event;
    this.ghost = null;
    this.ready = event.pointerType === "mouse";
  }

  begin() {
    this.rest = setTimeout(() => this.rested(), HELD_LONG);
    for (const kind of ["pointermove", "pointerup", "pointercancel"]) {
      document.addEventListener(kind, this);
    }
    document.addEventListener("touchmove", this, { passive: false });
  }

  handleEvent(event) {
    if (event.type === "pointermove") this.move(event);
    else if (event.type === "touchmove") this.ghost && event.preventDefault();
    else this.end(event);
  }

  rested() {
    if (this.ready) return;
    this.ready = true;
    this.lift(this.start);
  }

  move(event) {
    const far = Math.hypot(
      event.clientX - this.start.clientX,
      event.clientY - this.start.clientY,
    );
    if (!this.ghost && far < FAR_ENOUGH) return;
    if (!this.ready) return this.end(event);
    if (!this.ghost) this.lift(event);
    this.ghost.style.translate = `${event.clientX - 24}px ${event.clientY - 20}px`;
    this.board.mark(this.under(event));
  }

  lift(event) {
    const card = this.link.closest(".member");
    this.ghost = card.cloneNode(true);
    this.ghost.classList.add("dragged");
    this.ghost.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    this.ghost.querySelectorAll("a").forEach((each) => each.removeAttribute("data-person"));
    this.ghost.setAttribute("aria-hidden", "true");
    this.ghost.style.translate = `${event.clientX - 24}px ${event.clientY - 20}px`;
    document.body.append(this.ghost);
    this.board.pickUp(this.link);
  }

  under(event) {
    const below = document.elementFromPoint(event.clientX, event.clientY);
    return below?.closest("[data-set]")?.dataset.set ?? null;
  }

  end(event) {
    clearTimeout(this.rest);
    for (const kind of ["pointermove", "pointerup", "pointercancel", "touchmove"]) {
      document.removeEventListener(kind, this);
    }
    if (!this.ghost) return;
    this.ghost.remove();
    this.board.justDragged = event.pointerType === "mouse";
    const set = event.type === "pointerup" ? this.under(event) : null;
    if (set) this.board.drop(set);
    else this.board.putBack();
    setTimeout(() => (this.board.justDragged = false), 0);
  }
}

function element(name, className, words = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = words;
  return made;
}
customElements.define("composition-board", CompositionBoard);
