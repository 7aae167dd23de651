/* The linear model: the twin of askwell/coach/model.py. */
export const KINDS = [
  "open_question",
  "closed_question",
  "leading_question",
  "advice",
  "sharing",
  "reflection",
  "other",
];
const WIDTH = KINDS.length;

export class Model {
  constructor({ bias, leanings, step, features, weights }) {
    this.bias = bias;
    this.leanings = leanings;
    this.step = step;
    this.weights = weights;
    this.places = new Map(features.split("\n").map((name, row) => [name, row * WIDTH]));
  }

  /** The whole-number weights of a feature, one for each kind; undefined if unknown. */
  row(name) {
    const place = this.places.get(name);
    return place === undefined ? undefined : this.weights.slice(place, place + WIDTH);
  }

  /** Calibrated, in the order of `KINDS`, adding up to 1. */
  probabilities(names, role = null) {
    const base = this.biasOf(role);
    const totals = new Array(WIDTH).fill(0);
    let found = 0;
    for (const name of names) {
      const place = this.places.get(name);
      if (place === undefined) continue;
      found += 1;
      for (let kind = 0; kind < WIDTH; kind += 1) totals[kind] += this.weights[place + kind];
    }
    if (!found) return softmax(base);
    const unit = this.step / Math.sqrt(found);
    return softmax(base.map((bias, kind) => bias + unit * totals[kind]));
  }

  biasOf(role) {
    const leaning = Object.hasOwn(this.leanings, role) ? this.leanings[role] : null;
    return leaning ? this.bias.map((bias, kind) => bias + leaning[kind]) : this.bias;
  }
}

function softmax(scores) {
  const highest = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - highest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
