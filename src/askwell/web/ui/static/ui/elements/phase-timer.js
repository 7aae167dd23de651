/* <phase-timer ends-at now minutes>: the time left, by the server's clock.
   It speaks in whole minutes and never alarms; it is not announced. */
import { clock } from "../clock.js";

const MINUTE = 60_000;

class PhaseTimer extends HTMLElement {
  static observedAttributes = ["ends-at", "paused"];

  connectedCallback() {
    clock.sample(this.getAttribute("now"));
    this.beat = setInterval(() => this.draw(), 1000);
    this.draw();
  }

  disconnectedCallback() {
    clearInterval(this.beat);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  draw() {
    if (this.hasAttribute("paused")) return;
    const left = new Date(this.getAttribute("ends-at")) - clock.now();
    if (Number.isNaN(left)) return;
    const whole = Number(this.getAttribute("minutes")) * MINUTE;
    this.classList.toggle("over", left <= 0);
    this.put(this.words(left));
    const share = whole ? Math.max(0, Math.min(100, (100 * left) / whole)) : 100;
    this.querySelector(".timer-left")?.setAttribute("stroke-dasharray", `${share} 100`);
  }

  put(words) {
    const place = this.querySelector("[data-left]");
    if (place && place.textContent !== words) place.textContent = words;
  }

  words(left) {
    if (left > MINUTE) return this.phrase("words-left", Math.ceil(left / MINUTE));
    if (left > 0) return this.phrase("words-last");
    if (left > -MINUTE) return this.phrase("words-up");
    return this.phrase("words-over", Math.floor(-left / MINUTE));
  }

  phrase(name, minutes) {
    return (this.getAttribute(name) ?? "%s").replace("%s", minutes);
  }
}
customElements.define("phase-timer", PhaseTimer);
