/* Tells those who listen instead of look what has happened, politely and not too often.
   The words come with the fragments: data-announce on what was drawn. */
const EVERY = 2500;
const AT_ONCE = 3;

export class Announcer {
  constructor(region) {
    this.region = region;
    this.waiting = [];
    this.said = new Set();
  }

  notice(element) {
    if (!this.region) return;
    for (const each of [element, ...element.querySelectorAll("[data-announce]")]) {
      const key = `${each.id}:${each.dataset.announce}`;
      if (!each.dataset.announce || this.said.has(key)) continue;
      this.said.add(key);
      this.waiting.push(each.dataset.announce);
    }
    this.timer ??= setTimeout(() => this.speak(), 250);
  }

  speak() {
    this.timer = null;
    if (!this.waiting.length) return;
    this.region.textContent = this.waiting.slice(-AT_ONCE).join(" ");
    this.waiting = [];
    this.timer = setTimeout(() => this.speak(), EVERY);
  }
}
