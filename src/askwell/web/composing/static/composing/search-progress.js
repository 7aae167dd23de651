/* <search-progress path whole>: asks how the search goes, and puts the answer into its
   place. With `whole` the page itself is asked for again. Without it: "Look again". */
import { fragment } from "../ui/fragments.js";

const EVERY = 1500;
const PAGE = "whole";

class SearchProgress extends HTMLElement {
  connectedCallback() {
    this.timer = setTimeout(() => this.look(), EVERY);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async look() {
    if (this.hasAttribute(PAGE)) return this.reload();
    const answer = await fetch(this.getAttribute("path"), {
      credentials: "same-origin",
    }).catch(() => null);
    if (answer?.headers.get("X-Askwell-Over") === "yes") return location.reload();
    if (answer?.ok) this.take(await answer.text());
    this.timer = setTimeout(() => this.look(), EVERY);
  }

  /** Nobody's focus is taken away by news. */
  take(html) {
    if (this.contains(document.activeElement)) {
      const fresh = fragment(html).querySelector("progress");
      const here = this.querySelector("progress");
      if (fresh && here) here.value = fresh.value;
      return;
    }
    this.replaceChildren(fragment(html));
  }

  reload() {
    this.timer = setTimeout(() => location.reload(), EVERY * 2);
  }
}
customElements.define("search-progress", SearchProgress);
