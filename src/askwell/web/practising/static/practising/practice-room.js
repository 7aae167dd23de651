/* <practice-room>: steps without a new page, a pace for the others, and company.
   Without it every button is a form of its own, and the meeting goes on by hand. */
import { fragment } from "../ui/fragments.js";

const POLL = 4000;
const WITHIN = "form[data-inside]";
const PART = "X-Askwell-Part";

class PracticeRoom extends HTMLElement {
  connectedCallback() {
    this.inside = this.querySelector("#practice-inside");
    this.news = this.querySelector(":scope > [role=status]");
    this.trouble = this.querySelector(":scope > [data-trouble]");
    this.kept = `practice-pace ${this.dataset.run}`;
    this.pace = remembered(this.kept);
    this.addEventListener("submit", this);
    this.addEventListener("change", this);
    this.poll = setInterval(() => this.look(), POLL);
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
    remember(this.kept, this.pace);
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

  /** For news of others, where there are any. */
  look() {
    const split = this.inside.querySelector("[data-after]");
    const alone = split?.dataset.alone !== "no";
    if (alone || this.busy || this.writes() || document.hidden) return;
    this.send(`${this.dataset.room}?after=${split.dataset.after}`, {});
  }

  /** One thing at a time; the server alone says how the meeting stands. */
  async send(address, { method = "GET", body, typed = false }) {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      const headers = { [PART]: "inside" };
      const answer = await fetch(address, { method, body, headers });
      if (answer.headers.get(PART) === "inside") this.draw(fragment(await answer.text()), typed);
      else if (answer.status !== 204) this.stop();
      if (answer.status === 204) this.trouble.hidden = true;
    } catch {
      this.stop();
    } finally {
      this.busy = false;
    }
    this.dress();
  }

  /** Only what the room itself drew comes into the room: say so, and change nothing. */
  stop() {
    this.pace = "";
    this.trouble.hidden = false;
    this.trouble.scrollIntoView({ block: "nearest" });
  }

  draw(drawn, typed) {
    const before = new Set([...this.lines()].map((line) => line.id));
    const kept = typed ? "" : (this.words()?.value ?? "");
    const open = [...this.inside.querySelectorAll("details[id][open]")].map((each) => each.id);
    const place = this.place();
    this.trouble.hidden = true;
    this.inside.replaceChildren(drawn);
    const words = this.words();
    if (words && kept && !words.value) words.value = kept;
    for (const id of open) this.inside.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
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
    const summary = active.matches("summary") ? active.parentElement.id : "";
    return { id: active.id, summary, action: active.form?.getAttribute("action") ?? "" };
  }

  focusOn({ id, summary, action }) {
    const same = id && this.inside.querySelector(`#${CSS.escape(id)}`);
    const top = summary && this.inside.querySelector(`#${CSS.escape(summary)} > summary`);
    const form = action && this.inside.querySelector(`form[action="${CSS.escape(action)}"]`);
    const next = this.inside.querySelector("#what-now button, .now-card a");
    (same || top || form?.querySelector("textarea, button:not([hidden])") || next)?.focus();
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

/* Where a browser keeps nothing, the pace is chosen anew. */
function remembered(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    return;
  }
}
customElements.define("practice-room", PracticeRoom);
