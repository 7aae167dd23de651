/* The coach's own sentences about a turn: the twin of askwell/coach/saying.py. */
import { KINDS } from "./model.js";
import { rewrites } from "./rewrites.js";
import { questions } from "./subtypes.js";
import { joined, sentenceCase } from "./text.js";

export { subtypes } from "./subtypes.js";

const MOST_SPANS = 2;

/** The cues that speak for this kind more than for any other, strongest first. */
export function tellingCues(seen, kind, model) {
  const place = KINDS.indexOf(kind);
  const strength = ([, cue]) => {
    const row = model.row(`cue:${cue.name}`);
    if (!row) return 0;
    return row[place] - Math.max(...row.filter((_, kind) => kind !== place));
  };
  return seen.cues
    .filter((cue) => strength(cue) > 0)
    .sort((one, other) => strength(other) - strength(one));
}

/** Where the strongest cues stand, none within another. */
export function spans(seen, cues, { says }) {
  const kept = [];
  for (const [number, cue] of cues) {
    const sentence = seen.sentences[number];
    const [start, end] = spanOf(sentence, cue);
    const isWithin = kept.some(([from, to]) => start < to && from < end);
    if (!tells(sentence, cue, says) || isWithin) continue;
    kept.push([start, end]);
    if (kept.length === MOST_SPANS) break;
  }
  return kept.sort((one, other) => one[0] - other[0]);
}

/** Where a cue stands; one word alone says little, so the next goes with it. */
function spanOf({ starts, ends }, cue) {
  return [starts[cue.first], ends[lastOf(cue, starts)]];
}

function lastOf({ first, end }, starts) {
  const isAlone = starts[first] === starts[end - 1];
  return isAlone && end < starts.length ? end : end - 1;
}

/** Not nothing, and not just "you". */
function tells({ words }, { first, end }, says) {
  return end - first === 1 ? !says.neverAlone.has(words[first]) : end > first;
}

/** One sentence, with the decisive words where there are some to quote. */
export function reason(kind, cues, seen, text, { says }) {
  const sentences = says.reasons[kind];
  for (const [number, cue] of cues) {
    if (!Object.hasOwn(sentences, cue.name)) continue;
    const quoted = quote(seen.sentences[number], cue, text, says);
    if (quoted) return sentences[cue.name].replaceAll("{words}", () => quoted);
  }
  return sentences[""];
}

function quote(sentence, cue, text, says) {
  if (!tells(sentence, cue, says)) return "";
  const [start, end] = spanOf(sentence, cue);
  if (end - start > says.longestQuote) return "";
  const last = lastOf(cue, sentence.starts);
  const said = [...text.slice(sentence.from[cue.first], sentence.to[last])];
  return sentenceCase(joined(said.filter((sign) => !says.quoteMarks.has(sign)).join("")));
}

/** With what could be asked instead, where there is something to mend. */
export function withHint(said, seen, text, language, model, { phase }) {
  const { says } = language;
  if (said.subtypes.includes("stacked")) return unstacked(said, seen, text, language, model);
  const hint = says.hints[said.kind];
  if (hint === undefined || isFine(said, seen, text, phase, says)) return said;
  return { ...said, hint, rewrites: rewrites(said.kind, seen, text, language, model) };
}

/** A question of fact is, and so is any closed one while facts are asked. */
function isFine({ kind, subtypes }, seen, text, phase, says) {
  if (kind !== "closed_question") return false;
  if (subtypes.includes("clarifying") || says.closedIsFine.has(phase)) return true;
  const asked = questions(seen, says.stacks, text);
  const begins = ([number, first]) => says.stacks.asks.has(seen.sentences[number].words[first]);
  return asked.length > 0 && asked.every(begins);
}

function unstacked(said, seen, text, language, model) {
  const { says } = language;
  const found = questions(seen, says.stacks, text);
  const count = says.counts[found.length] ?? says.many;
  const alone = found.map(([number, first, end]) => {
    const { from, to } = seen.sentences[number];
    return `${sentenceCase(joined(text.slice(from[first], to[end - 1])))}?`;
  });
  return {
    ...said,
    reason: says.stacked.replaceAll("{count}", () => count),
    hint: says.hints.stacked,
    rewrites: rewrites(said.kind, seen, text, language, model, alone),
  };
}
