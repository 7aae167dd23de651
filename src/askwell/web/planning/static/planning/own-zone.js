/* <own-zone>: shows dates on the visitor's own clock at once, if they have not chosen
   another; choosing needs no button then. Without it there is a list and a button. */
class OwnZone extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector("select");
    const button = this.querySelector("button");
    if (!select || !button) return;
    button.hidden = true;
    select.addEventListener("change", () => select.form.requestSubmit());
    if (!this.hasAttribute("chosen")) this.guess(select);
  }

  guess(select) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = [...select.options].some((option) => option.value === own);
    if (!known || own === this.getAttribute("shown")) return;
    const address = new URL(location.href);
    address.searchParams.set("zone", own);
    location.replace(address);
  }
}
customElements.define("own-zone", OwnZone);
