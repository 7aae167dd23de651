/* The coach's own sentences about a turn: the twin of askwell/coach/saying.py. */
import { KINDS } from "./model.js";

export function subtypes() {
  return [];
}

/** The cues that speak for this kind more than for any other, strongest first. */
export function tellingCues(seen, kind, model) {
  const place = KINDS.indexOf(kind);
  const strength = ([, cue]) => {
    const row = model.row(`cue:${cue.name}`);
    return row ? row[place] - Math.max(...row.toSpliced(place, 1)) : 0;
  };
  return seen.cues
    .filter((cue) => strength(cue) > 0)
    .sort((one, other) => strength(other) - strength(one));
}

export function spans(seen, cues) {
  const found = new Map();
  for (const [number, { first, end }] of cues.slice(0, 2)) {
    if (end <= first) continue;
    const { starts, ends } = seen.sentences[number];
    const span = [starts[first], ends[end - 1]];
    found.set(span.join(), span);
  }
  return [...found.values()].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

export function reason(kind, cues, seen, text, language) {
  return language.says.reasons[kind];
}

export function withHint(said, seen, text, language) {
  const hint = language.says.hints[said.kind];
  if (hint === undefined) return said;
  return { ...said, hint, rewrites: ["What have you tried?"] };
}
