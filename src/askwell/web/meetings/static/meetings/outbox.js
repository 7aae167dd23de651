/* Unsent commands: kept through a lost network or a reload, sent one after the other,
   and each with its own token, so that sending again can never say a thing twice. */
import { fragment } from "../ui/fragments.js";

const KIND = "application/vnd.askwell.fragment+html";
const SHORTEST = 700;
const LONGEST = 15_000;
const TRY_AGAIN = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

export class Outbox {
  constructor(path, room) {
    this.key = `askwell:outbox:${path}`;
    this.room = room;
    this.failures = 0;
    this.letters = JSON.parse(sessionStorage.getItem(this.key) ?? "[]");
  }

  /** `about` is the key of the form that was sent. */
  post({ path, body, token, about }) {
    if (!this.letters.some((letter) => letter.token === token)) {
      this.letters.push({ path, body, token, about });
      this.keep();
    }
    this.resume();
  }

  /** Send what waits, in order; only one sending is ever under way. */
  resume() {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
  }

  hurry() {
    this.wakeUp?.();
    if (this.letters.length) this.resume();
  }

  stop() {
    this.stopped = true;
    this.wakeUp?.();
  }

  async sendAll() {
    while (this.letters.length && !this.stopped) {
      if (await this.send(this.letters[0])) {
        this.letters.shift();
        this.failures = 0;
        this.keep();
      } else {
        this.failures += 1;
        await this.pause();
      }
    }
    if (!this.letters.length) this.room.emptied();
  }

  /** True once the server has answered for good. */
  async send({ path, body, token, about }) {
    const answer = await this.asked(path, body);
    if (!answer || TRY_AGAIN.has(answer.status)) {
      this.room.waiting(token);
      if (answer?.status === 401) await this.admit();
      return false;
    }
    if (answer.ok) this.room.kept(token, about);
    else if (answer.status === 403) this.room.gone();
    else this.room.refused(token, fragment(await answer.text()));
    return true;
  }

  asked(path, body) {
    const headers = { Accept: KIND, "Content-Type": "application/x-www-form-urlencoded" };
    return fetch(path, { method: "POST", body, headers }).catch(() => null);
  }

  async admit() {
    if (!(await this.room.keepTicket().catch(() => true))) this.room.gone();
  }

  pause() {
    const grown = Math.min(LONGEST, SHORTEST * 2 ** this.failures);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, grown * (0.5 + Math.random() / 2));
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  keep() {
    if (this.letters.length) sessionStorage.setItem(this.key, JSON.stringify(this.letters));
    else sessionStorage.removeItem(this.key);
  }
}
