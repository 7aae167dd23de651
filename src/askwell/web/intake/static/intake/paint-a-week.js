/* <paint-a-week>: a week in half hours, painted with a mouse, a finger or keys.
   Without it there is a table of hours to tick. Nothing is sent before the form is. */
const SLOTS = 336;
const A_DAY = 48;
const [FROM, TO] = [14, 40];
const FILLS = { working: [18, 34], mornings: [16, 24], afternoons: [26, 34] };
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const MOST_UNDONE = 30;

const read = (hex) => {
  const week = new Uint8Array(SLOTS);
  const bits = hex ? BigInt(`0x${hex}`) : 0n;
  for (let slot = 0; slot < SLOTS; slot += 1) week[slot] = Number((bits >> BigInt(slot)) & 1n);
  return week;
};

const written = (week) => {
  let bits = 0n;
  week.forEach((marked, slot) => { if (marked) bits |= 1n << BigInt(slot); });
  return bits ? bits.toString(16).padStart(SLOTS / 4, "0") : "";
};

const made = (name, attributes = {}, ...inside) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};

class PaintAWeek extends HTMLElement {
  connectedCallback() {
    const plain = this.querySelector("[data-plain]");
    if (!plain || this.table) return;
    this.week = read(this.getAttribute("week"));
    this.days = this.getAttribute("days").split("|");
    this.past = [];
    this.total = this.querySelector("[data-total]");
    this.field = made("input", { type: "hidden", name: "week" });
    this.hasWeekend = this.week.some((marked, slot) => marked && slot >= 5 * A_DAY);
    this.holder = made("div", { class: "painting" });
    plain.replaceWith(this.holder, this.field);
    const help = this.querySelector("#painting-help");
    help.hidden = false;
    this.addActs();
    this.draw();
    this.show();
    this.addEventListener("click", (event) => this.fill(event));
  }

  word(name) { return this.getAttribute(`words-${name}`) ?? ""; }

  addActs() {
    this.weekend = made("button", { type: "button", class: "button plain small" });
    this.weekend.addEventListener("click", () => this.foldWeekend());
    this.undoing = made("button", { type: "button", class: "button plain small" }, this.word("undo"));
    this.undoing.addEventListener("click", () => this.undo());
    this.holder.after(made("div", { class: "cluster" }, this.weekend, this.undoing));
  }

  // --- drawing

  draw() {
    const shown = this.hasWeekend ? 7 : 5;
    this.cells = [];
    this.table = made("table", {
      class: "painted", role: "grid", "aria-multiselectable": "true",
      "aria-label": this.word("label"), "aria-describedby": "painting-help",
    });
    this.table.append(this.head(shown), this.body(shown));
    this.holder.replaceChildren(this.table);
    this.at = this.at && this.at[1] < shown ? this.at : [4, 0];
    this.table.addEventListener("keydown", (event) => this.pressed(event));
    this.table.addEventListener("focusin", (event) => this.focused(event));
    this.listenToPointers();
    this.weekend.textContent = this.word(this.hasWeekend ? "no-weekend" : "weekend");
    this.weekend.setAttribute("aria-expanded", String(this.hasWeekend));
  }

  head(shown) {
    const short = this.getAttribute("short-days").split("|");
    const names = short.slice(0, shown).map((name, day) =>
      made("th", { scope: "col", role: "columnheader", abbr: this.days[day] }, name));
    return made("thead", {}, made("tr", { role: "row" }, made("td"), ...names));
  }

  body(shown) {
    const body = made("tbody");
    for (let half = FROM; half < TO; half += 1) {
      const hour = `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;
      const name = made("span", half % 2 ? { class: "visually-hidden" } : {}, hour);
      const row = made("tr", { role: "row" }, made("th", { scope: "row", role: "rowheader" }, name));
      this.cells.push([]);
      for (let day = 0; day < shown; day += 1) row.append(this.cell(day, half, hour));
      body.append(row);
    }
    return body;
  }

  cell(day, half, hour) {
    const cell = made("td", { role: "gridcell", tabindex: "-1", "aria-label": `${this.days[day]} ${hour}` });
    cell.place = [half - FROM, day];
    this.cells[half - FROM].push(cell);
    return cell;
  }

  show() {
    this.cells.flat().forEach((cell) => {
      cell.setAttribute("aria-selected", String(Boolean(this.week[this.slot(cell.place)])));
      cell.tabIndex = cell.place[0] === this.at[0] && cell.place[1] === this.at[1] ? 0 : -1;
    });
    this.field.value = written(this.week);
    this.undoing.disabled = !this.past.length;
    const says = this.says();
    if (says === this.told) return;
    this.told = says;
    // Said once the hand rests, and not at every half hour.
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.total.textContent = says; }, 300);
  }

  slot([row, day]) { return day * A_DAY + FROM + row; }

  // --- how much it is

  says() {
    const halves = this.week.reduce((sum, marked) => sum + marked, 0);
    if (!halves) return this.word("none");
    const number = new Intl.NumberFormat(document.documentElement.lang).format(halves / 2);
    const marked = this.word("marked").replace("%h", number);
    const days = this.daysWithRoom();
    if (!days) return `${marked} ${this.word("no-room")}`;
    const room = days === 1 ? this.word("one-day") : this.word("days").replace("%d", days);
    const enough = days >= Number(this.getAttribute("enough"));
    return `${marked} ${room} ${this.word(enough ? "enough" : "more")}`;
  }

  daysWithRoom() {
    const long = Math.ceil(Number(this.getAttribute("minutes")) / 30);
    const begins = (slot) => {
      for (let each = 0; each < long; each += 1) if (!this.week[(slot + each) % SLOTS]) return false;
      return true;
    };
    return this.days.filter((_name, day) => {
      for (let half = 0; half < A_DAY; half += 1) if (begins(day * A_DAY + half)) return true;
      return false;
    }).length;
  }

  // --- changing it

  remember() {
    this.past.push(this.week.slice());
    if (this.past.length > MOST_UNDONE) this.past.shift();
  }

  undo() {
    if (!this.past.length) return;
    this.week = this.past.pop();
    this.show();
  }

  paint(before, from, to, mark) {
    this.week = before.slice();
    const [top, bottom] = [from[0], to[0]].sort((a, b) => a - b);
    const [left, right] = [from[1], to[1]].sort((a, b) => a - b);
    for (let row = top; row <= bottom; row += 1)
      for (let day = left; day <= right; day += 1) this.week[this.slot([row, day])] = mark;
    this.show();
  }

  fill(event) {
    const how = event.target.closest("[name=fill]")?.value;
    if (!how) return;
    event.preventDefault();
    this.remember();
    if (how === "clear") this.week.fill(0);
    else for (let day = 0; day < 5; day += 1) this.week.fill(1, day * A_DAY + FILLS[how][0], day * A_DAY + FILLS[how][1]);
    this.show();
  }

  foldWeekend() {
    // What is marked at the weekend stays in sight.
    const marked = this.week.some((each, slot) => each && slot >= 5 * A_DAY);
    this.hasWeekend = !this.hasWeekend || marked;
    this.draw();
    this.show();
  }

  // --- a mouse or a finger

  listenToPointers() {
    this.table.addEventListener("pointerdown", (event) => this.down(event));
    this.table.addEventListener("pointermove", (event) => this.moved(event));
    this.table.addEventListener("pointerup", () => { this.stroke = null; });
    this.table.addEventListener("pointercancel", () => this.cancelled());
  }

  down(event) {
    const cell = event.target.closest("[role=gridcell]");
    if (!cell || event.button !== 0) return;
    event.preventDefault();
    this.table.setPointerCapture(event.pointerId);
    this.remember();
    const mark = this.week[this.slot(cell.place)] ? 0 : 1;
    this.stroke = { before: this.week.slice(), from: cell.place, mark };
    this.at = cell.place;
    this.paint(this.stroke.before, cell.place, cell.place, mark);
    cell.focus({ preventScroll: true });
  }

  moved(event) {
    if (!this.stroke) return;
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest("[role=gridcell]");
    if (!under || !this.table.contains(under)) return;
    this.paint(this.stroke.before, this.stroke.from, under.place, this.stroke.mark);
  }

  cancelled() {
    if (this.stroke) this.undo();
    this.stroke = null;
  }

  // --- keys

  focused(event) {
    const place = event.target.place;
    if (!place) return;
    this.at = place;
    this.cells.flat().forEach((cell) => { cell.tabIndex = cell === event.target ? 0 : -1; });
  }

  pressed(event) {
    if (event.key === " ") return this.toggle(event);
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return this.undo();
    }
    const step = ARROWS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    event.preventDefault();
    const to = [this.at[0] + step[0], this.at[1] + step[1]];
    const cell = this.cells[to[0]]?.[to[1]];
    if (!cell) return undefined;
    if (event.shiftKey) this.extend(to);
    else this.line = null;
    cell.focus();
    return undefined;
  }

  toggle(event) {
    event.preventDefault();
    this.remember();
    const mark = this.week[this.slot(this.at)] ? 0 : 1;
    this.paint(this.week, this.at, this.at, mark);
    this.line = { before: this.week.slice(), from: this.at, mark };
  }

  extend(to) {
    if (!this.line) this.remember();
    this.line ??= { before: this.week.slice(), from: this.at, mark: 1 };
    this.paint(this.line.before, this.line.from, to, this.line.mark);
  }
}
customElements.define("paint-a-week", PaintAWeek);
