/* <set-outlook>: shows anew what the choices come to, as soon as one changes.
   Asking for it keeps the choices too. Without this, a button does the same. */
import { fetched } from "../ui/fragments.js";

class SetOutlook extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.button = this.querySelector('[value="look"]');
    if (!this.form || !this.button) return;
    this.button.hidden = true;
    this.leaving = new AbortController();
    this.form.addEventListener("change", () => this.look(), {
      signal: this.leaving.signal,
    });
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  async look() {
    const asked = (this.asked = (this.asked ?? 0) + 1);
    const body = new FormData(this.form);
    body.set("go", "look");
    const page = await fetched("", { method: "POST", body }).catch(() => null);
    const drawn = page?.querySelector(".start-outlook");
    if (drawn && asked === this.asked) {
      this.querySelector(".start-outlook").replaceWith(drawn);
    }
  }
}
customElements.define("set-outlook", SetOutlook);
