/* <copy-field>: a read-only field or text, and a button that copies it. */
import { toast } from "./toast-region.js";

class CopyField extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input, textarea");
    this.button = this.querySelector("button");
    if (!this.input || !this.button) return;
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.copy());
    this.input.addEventListener("focus", () => this.input.select());
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.input.value);
      toast(this.getAttribute("words-done") ?? "", "done");
    } catch {
      this.input.focus();
      this.input.select();
    }
  }
}
customElements.define("copy-field", CopyField);
