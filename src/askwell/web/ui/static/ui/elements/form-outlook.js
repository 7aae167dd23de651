/* <form-outlook>: shows anew what the form around it comes to, as soon as something in
   it changes. Without this, a button does the same. */
import { fetched } from "../fragments.js";

const DRAWN = "[data-outlook]";

class FormOutlook extends HTMLElement {
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
    const drawn = page?.querySelector(DRAWN);
    if (drawn && asked === this.asked) {
      this.querySelector(DRAWN).replaceWith(drawn);
    }
  }
}
customElements.define("form-outlook", FormOutlook);
