/* <held-words><button data-words="What …?" data-kind="open_question"></held-words>:
   inside a form, puts the words of a pressed button into its box, to be sent or changed. */
class HeldWords extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  handleEvent(event) {
    const chosen = event.target.closest("button[data-words]");
    if (chosen) this.take(chosen.dataset);
  }

  take({ words, kind }) {
    const form = this.closest("form");
    const box = form.elements.words;
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
    const asked = form.querySelector(`input[type="radio"][name="kind"][value="${CSS.escape(kind)}"]`);
    if (asked) asked.checked = true;
  }
}
customElements.define("held-words", HeldWords);
