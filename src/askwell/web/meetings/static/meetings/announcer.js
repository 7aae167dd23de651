/* Tells those who listen instead of look what has happened, politely and not too often.
   The words come with the fragments: data-announce on what was drawn. */
const EVERY = 2500;
const AT_ONCE = 3;

export class Announcer {
  constructor(region, room) {
    this.region = region;
    this.waiting = [];
    this.said = new Map();
    for (const each of room.querySelectorAll("[data-announce]")) this.isNews(each);
  }

  notice(element) {
    if (!this.region) return;
    for (const each of [element, ...element.querySelectorAll("[data-announce]")]) {
      if (this.isNews(each)) this.waiting.push(each.dataset.announce);
    }
    this.timer ??= setTimeout(() => this.speak(), 250);
  }

  /** Not the same as was last said in its place. */
  isNews(element) {
    const place = element.closest("[id]")?.id ?? "";
    const words = element.dataset.announce;
    if (!words || this.said.get(place) === words) return false;
    this.said.set(place, words);
    return true;
  }

  speak() {
    this.timer = null;
    if (!this.waiting.length || !this.region) return;
    this.region.textContent = this.waiting.slice(-AT_ONCE).join(" ");
    this.waiting = [];
    this.timer = setTimeout(() => this.speak(), EVERY);
  }
}

function* speaking(element) {
  if (element.dataset.announce) yield element;
  yield* element.querySelectorAll("[data-announce]");
}

function keyOf(element) {
  return `${element.id}:${element.dataset.announce}`;
}
