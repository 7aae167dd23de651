/* <theme-choice>: the form in it works by itself; this saves the journey. */
const YEAR = 365 * 24 * 3600;

class ThemeChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this);
  }

  handleEvent(event) {
    const chosen = event.submitter?.value ?? "";
    event.preventDefault();
    this.keep(chosen);
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
  }

  keep(chosen) {
    const age = chosen ? YEAR : 0;
    document.cookie = `theme=${chosen}; path=/; max-age=${age}; SameSite=Lax`;
  }
}
customElements.define("theme-choice", ThemeChoice);
