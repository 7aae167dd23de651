/* <practice-room>: steps without a new page, a pace for the others, and company.
   Without it every button is a form of its own, and the meeting goes on by hand. */
import { fragment } from "../ui/fragments.js";

const POLL = 4000;
const WITHIN = "form[data-inside]";

class PracticeRoom extends HTMLElement {
  connectedCallback() {
    this.inside = this.querySelector("#practice-inside");
    this.news = this.querySelector(":scope > [role=status]");
    this.pace = "";
    this.addEventListener("submit", this);
    this.addEventListener("change", this);
    if (this.dataset.alone === "no") this.poll = setInterval(() => this.look(), POLL);
    this.dress();
  }

  disconnectedCallback() {
    clearInterval(this.poll);
    clearTimeout(this.timer);
  }

  handleEvent(event) {
    if (event.type === "change") this.choose(event.target);
    else if (event.target.matches(WITHIN)) this.submit(event);
  }

  choose(field) {
    if (field.id !== "pace") return;
    this.pace = field.value;
    this.dress();
  }

  submit(event) {
    event.preventDefault();
    const form = event.target;
    this.send(form.getAttribute("action"), {
      method: "POST",
      body: new FormData(form, event.submitter),
      typed: form.querySelector("textarea") !== null,
    });
  }

  look() {
    if (this.busy || this.writes() || document.hidden) return;
    const after = this.inside.querySelector("[data-after]")?.dataset.after ?? "";
    this.send(`${this.dataset.room}?after=${after}`, {});
  }

  /** One thing at a time; the server alone says how the meeting stands. */
  async send(address, { method = "GET", body, typed = false }) {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      const headers = { "X-Askwell-Part": "inside" };
      const answer = await fetch(address, { method, body, headers });
      if (answer.redirected || answer.status >= 500 || answer.status === 404) location.reload();
      else if (answer.status !== 204) this.draw(fragment(await answer.text()), typed);
    } catch {
      this.pace = "";
    } finally {
      this.busy = false;
    }
    this.dress();
  }

  draw(drawn, typed) {
    const before = new Set([...this.lines()].map((line) => line.id));
    const kept = typed ? "" : (this.words()?.value ?? "");
    const isOpen = this.querySelector("#say")?.open ?? false;
    const place = this.place();
    this.inside.replaceChildren(drawn);
    const words = this.words();
    if (words && kept && !words.value) words.value = kept;
    const say = this.querySelector("#say");
    if (say && isOpen) say.open = true;
    if (place) this.focusOn(place);
    this.tell([...this.lines()].filter((line) => !before.has(line.id)));
  }

  lines() {
    return this.inside.querySelectorAll("#said li[id]");
  }

  words() {
    return this.inside.querySelector("#say-words, #ask-words");
  }

  writes() {
    const words = this.words();
    return Boolean(words && (words === document.activeElement || words.value));
  }

  /** Where one was, so that a key pressed again does the same again. */
  place() {
    const active = document.activeElement;
    if (!this.inside.contains(active)) return null;
    return { id: active.id, action: active.form?.getAttribute("action") ?? "" };
  }

  focusOn({ id, action }) {
    const same = id && this.inside.querySelector(`#${CSS.escape(id)}`);
    const form = action && this.inside.querySelector(`form[action="${CSS.escape(action)}"]`);
    const next = this.inside.querySelector("#what-now button, .now-card a");
    (same || form?.querySelector("textarea, button:not([hidden])") || next)?.focus();
  }

  /** What members said, and the moment it made; a problem speaks for itself. */
  tell(lines) {
    if (!this.news || this.inside.querySelector(".call[role=alert]")) return;
    const said = lines.map((line) => line.dataset.announce ?? "");
    const moment = this.inside.querySelectorAll(".moment p");
    if (lines.length) said.push(...[...moment].map((words) => words.innerText));
    this.news.textContent = said.join(" ");
  }

  /** The choice of a pace is here only where it works; it waits while one writes. */
  dress() {
    const row = this.inside.querySelector("[data-pace]");
    clearTimeout(this.timer);
    if (!row) return;
    row.hidden = false;
    row.querySelector("select").value = this.pace;
    if (this.pace) this.timer = setTimeout(() => this.goOn(), Number(this.pace) * 1000);
  }

  goOn() {
    const listen = this.inside.querySelector("form[data-listen]");
    const waits = this.writes() || document.hidden || this.inside.querySelector(".moment, dialog[open]");
    if (listen && !waits) listen.requestSubmit();
    else this.dress();
  }
}
customElements.define("practice-room", PracticeRoom);
