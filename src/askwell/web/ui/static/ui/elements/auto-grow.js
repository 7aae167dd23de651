/* <auto-grow><textarea></textarea></auto-grow>: grows with its words.
   With words-left and a maxlength it tells how many letters are left. */
class AutoGrow extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    if (!this.area) return;
    this.area.addEventListener("input", this);
    this.count();
    this.grow();
  }

  handleEvent() {
    this.grow();
    this.count();
  }

  grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.area.style.blockSize = "auto";
    this.area.style.blockSize = `${this.area.scrollHeight + 2}px`;
  }

  count() {
    const words = this.getAttribute("words-left");
    if (!words || this.area.maxLength < 0) return;
    const left = this.area.maxLength - this.area.value.length;
    this.note ??= this.appendChild(Object.assign(document.createElement("p"), { className: "help" }));
    this.note.textContent = left < this.area.maxLength / 4 ? words.replace("%s", left) : "";
  }
}
customElements.define("auto-grow", AutoGrow);
