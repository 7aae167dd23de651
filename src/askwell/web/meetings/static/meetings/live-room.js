/* <live-room data-stream="/live/…/" data-head="12" data-refresh="/page/">: keeps a page
   of a meeting as the server draws it. Holds no rule of the meeting. */
import { clock } from "../ui/clock.js";
import { Announcer } from "./announcer.js";
import { Drafts } from "./drafts.js";
import "./held-words.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { formKey, place, release } from "./placing.js";
import { SharedLine } from "./shared-line.js";

const BANNER_AFTER = 2000;
const REFRESH_EVERY = 8 * 60_000;
const HIDDEN_FOR = 30_000;

class LiveRoom extends HTMLElement {
  connectedCallback() {
    this.head = Number(this.dataset.head);
    this.here = new Set();
    this.stopped = new AbortController();
    this.announcer = new Announcer(this.querySelector("[data-room-announcements]"), this);
    this.drafts = new Drafts(this, this.dataset.stream);
    this.outbox = new Outbox(this.dataset.stream, this);
    this.line = this.newLine();
    this.listen();
    this.drafts.restore();
    this.outbox.resume();
    this.line.open();
    this.refreshing = setInterval(() => this.keepTicket(), REFRESH_EVERY);
  }

  disconnectedCallback() {
    this.stopped.abort();
    clearInterval(this.refreshing);
    clearTimeout(this.lost);
    this.line.close();
    this.outbox.stop();
  }

  newLine() {
    const path = this.dataset.stream;
    const shared = this.hasAttribute("data-shared");
    const line = new Line({ path, shared, head: () => this.head, room: this });
    return globalThis.navigator.locks ? new SharedLine(line, this) : line;
  }

  listen() {
    const signal = this.stopped.signal;
    const on = (target, type, handle) => target.addEventListener(type, handle, { signal });
    on(this, "submit", (event) => this.submit(event));
    on(this, "input", (event) => this.drafts.note(event.target));
    on(document, "visibilitychange", () => this.look());
    on(globalThis, "pageshow", (event) => event.persisted && this.line.open());
    on(globalThis, "pagehide", () => this.line.close());
    on(globalThis, "online", () => this.hurry());
    on(globalThis, "offline", () => this.say("lost"));
  }

  /** Hidden for a while, a page needs no stream; seen again, it resumes at once. */
  look() {
    clearTimeout(this.hiding);
    if (document.hidden) this.hiding = setTimeout(() => this.line.close(), HIDDEN_FOR);
    else this.hurry();
  }

  hurry() {
    if (document.hidden) return;
    this.line.open();
    this.line.hurry();
    this.outbox.hurry();
  }

  // What the line says.

  /** Everything that changed after entry `after`, up to `head`; or the page anew. */
  receive({ after, head, html, anew = false }) {
    if (!anew && (head <= this.head || after > this.head)) return after > this.head;
    const step = this.step();
    for (const changed of place(html, this)) this.announcer.notice(changed);
    if (step !== this.step() && !isWriting()) window.scrollTo({ top: 0 });
    this.head = head;
    this.dataset.head = head;
    this.showPresence();
    this.drafts.restore();
    return false;
  }

  /** Where the meeting is; a new phase asks something new, at the top of the page. */
  step() {
    return this.querySelector("#ribbon [aria-current=step]")?.textContent;
  }

  tick(now) {
    clock.sample(now);
  }

  presence(people) {
    this.here = new Set(people);
    this.showPresence();
  }

  showPresence() {
    for (const each of this.querySelectorAll("[data-person]")) {
      each.toggleAttribute("data-here", this.here.has(each.dataset.person));
    }
  }

  connected() {
    clearTimeout(this.lost);
    this.lost = null;
    this.hush("lost");
    this.outbox.hurry();
  }

  disconnected() {
    this.lost ??= setTimeout(() => this.say("lost"), BANNER_AFTER);
  }

  /** This person no longer belongs here, or has signed out. */
  gone() {
    this.line.close();
    this.outbox.stop();
    this.hush("lost");
    this.say("gone");
  }

  say(which) {
    for (const each of this.banners(which)) each.hidden = false;
  }

  hush(which) {
    for (const each of this.banners(which)) each.hidden = true;
  }

  banners(which) {
    return this.querySelectorAll(`[data-room-banner="${which}"]`);
  }

  /** The page gives the ticket anew; false when it does not know us any more. */
  async keepTicket() {
    if (document.hidden) return true;
    const address = this.dataset.refresh ?? location.href;
    const answer = await fetch(address, { method: "HEAD", cache: "no-store" });
    return answer.ok && !answer.redirected;
  }

  // What people do.

  submit(event) {
    const form = event.target;
    const path = addressOf(form, event.submitter);
    if (event.defaultPrevented || !path.startsWith(this.dataset.stream)) return;
    event.preventDefault();
    if (form.hasAttribute("data-sending")) return;
    const data = new URLSearchParams(new FormData(form, event.submitter));
    const about = formKey(form);
    // Where each press is one more, the next need not wait until the last has arrived.
    if (form.hasAttribute("data-again")) renew(form);
    else waitFor(form);
    this.outbox.post({ path, body: data.toString(), token: data.get("token"), about });
  }

  /** The form with this token, if it is still on the page. */
  formOf(token) {
    return this.querySelector(`form:has(input[name="token"][value="${CSS.escape(token)}"])`);
  }

  /** Kept for good: the form may be used for something new. */
  kept(token, about) {
    if (this.lost) this.line.hurry();
    this.drafts.forget(about);
    const form = this.formOf(token);
    if (!form) return;
    const wasAsked = form.querySelector("held-words")?.contains(document.activeElement);
    this.settle(form, null);
    form.reset();
    renew(form);
    // The button pressed has gone with the question: the keyboard goes on from the form's own.
    if (wasAsked) form.querySelector("button.primary")?.focus();
    form.dispatchEvent(new CustomEvent("askwell:kept", { bubbles: true }));
  }

  /** Not accepted: say why, beside what was written. */
  refused(token, explanation) {
    const form = this.formOf(token);
    if (form) this.settle(form, explanation);
  }

  /** Not sent yet, and kept until it is. */
  waiting(token) {
    this.say("unsent");
    this.formOf(token)?.toggleAttribute("data-unsent", true);
  }

  emptied() {
    this.hush("unsent");
  }

  settle(form, explanation) {
    release(form);
    const place = form.querySelector("[data-form-message]");
    if (!place) return;
    place.replaceChildren(...(explanation ? [explanation] : []));
    place.hidden = !explanation;
  }
}

function isWriting() {
  return Boolean(document.activeElement?.matches("textarea, input:not([type=radio])"));
}

/** By attribute: `formAction` is never empty, and a field may be called "action". */
function addressOf(form, submitter) {
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  return new URL(action ?? "", location.href).pathname;
}

function waitFor(form) {
  form.toggleAttribute("data-sending", true);
  form.setAttribute("aria-busy", "true");
}

function renew(form) {
  const token = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  form.elements.token.value = token;
  form.elements.token.setAttribute("value", token);
}

customElements.define("live-room", LiveRoom);
