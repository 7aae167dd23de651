/* <toast-region>: a polite corner for short words. They go by themselves unless
   someone is reading them; warnings stay until dismissed. */
const STAY = 9000;

class ToastRegion extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      if (event.target.closest("[data-dismiss]")) event.target.closest(".toast").remove();
    });
    for (const each of this.querySelectorAll(".toast")) this.receive(each);
  }

  say(words, kind = "info") {
    const each = document.createElement("div");
    each.className = `toast ${kind}`;
    each.append(Object.assign(document.createElement("p"), { textContent: words }));
    this.append(each);
    this.receive(each);
  }

  receive(each) {
    for (const button of each.querySelectorAll("[data-dismiss]")) button.hidden = false;
    if (!each.matches(".warning, .danger")) this.leave(each);
  }

  leave(each) {
    setTimeout(() => {
      if (each.matches(":hover, :focus-within")) this.leave(each);
      else each.remove();
    }, STAY);
  }
}
customElements.define("toast-region", ToastRegion);

/** Say something in the page's toast region. */
export function toast(words, kind) {
  document.querySelector("toast-region")?.say(words, kind);
}
