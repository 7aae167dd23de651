/* <dialog-opener>: a link and a dialog. Without JavaScript the link leads to it. */
class DialogOpener extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.opener = this.querySelector('a[aria-haspopup="dialog"]');
    if (!this.dialog || !this.opener) return;
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
  }

  handleEvent(event) {
    const link = event.target.closest("a[role=button]");
    if (event.type === "keydown") {
      if (event.key === " " && link) event.preventDefault(), link.click();
    } else if (link === this.opener) {
      event.preventDefault();
      this.dialog.showModal();
    } else if (link?.hasAttribute("data-dismiss") || event.target === this.dialog) {
      event.preventDefault();
      this.close();
    }
  }

  close() {
    if (this.dialog.open) this.dialog.close();
    else location.hash = "";
  }
}
customElements.define("dialog-opener", DialogOpener);
