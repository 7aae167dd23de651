/* <trade-slider label>: five answers on a slider; the chosen one stands beside what is
   now. Without it: all five beside each other. */
const NOW = ".now";

class TradeSlider extends HTMLElement {
  connectedCallback() {
    this.points = [...this.querySelectorAll(".trade-point")];
    this.now = this.points.findIndex((point) => point.matches(NOW));
    this.track = this.slider();
    this.prepend(this.track.parentElement);
    this.show();
  }

  slider() {
    const label = document.createElement("label");
    const track = document.createElement("input");
    Object.assign(track, { type: "range", min: 0, max: this.points.length - 1 });
    track.value = this.now;
    track.addEventListener("input", () => this.show());
    label.append(this.getAttribute("label"), track);
    return track;
  }

  show() {
    const chosen = Number(this.track.value);
    this.points.forEach((point, place) => {
      point.hidden = place !== chosen && place !== this.now;
    });
    const heading = this.points[chosen].querySelector("h3");
    this.track.setAttribute("aria-valuetext", heading.textContent);
  }
}
customElements.define("trade-slider", TradeSlider);
