/* What kind of question it is more finely: the twin of askwell/coach/subtypes.py. */
import { sentences } from "./tokens.js";

const ORDER = [
  "clarifying",
  "probing",
  "challenging",
  "systemic",
  "reflective",
  "stacked",
  "affirmation",
  "offer",
];
const QUESTIONS = new Set(["open_question", "closed_question", "leading_question"]);
const DEEPER = ["challenging", "systemic", "reflective"];
const ECHO = 2;

export function subtypes(seen, kind, language, text, { phase, previous }) {
  const { says } = language;
  const names = byWords(seen, kind, says);
  if (DEEPER.some((each) => names.has(each))) names.delete("clarifying");
  if (kind === "closed_question" && says.closedIsFine.has(phase)) names.add("clarifying");
  if (kind === "open_question" && previous && follows(seen, previous, language)) {
    names.add("probing");
  }
  const asked = QUESTIONS.has(kind) ? questions(seen, says.stacks, text) : [];
  if (asked.length > 1) names.add("stacked");
  return ORDER.filter((each) => names.has(each));
}

function byWords(seen, kind, says) {
  const names = new Set();
  seen.sentences.forEach(({ words }, number) => {
    for (const { name } of says.subtypes.find(words, seen.starts[number])) {
      if (says.subtypeKinds.get(name).has(kind)) names.add(name);
    }
  });
  return names;
}

function follows(seen, previous, language) {
  const heard = telling(sentences(previous, language), language);
  const own = telling(seen.sentences, language);
  const echoed = [...own].filter((word) => heard.has(word)).length;
  return own.size > 0 && echoed * ECHO >= own.size;
}

function telling(said, { families }) {
  const words = said.flatMap((each) => each.words);
  return new Set(words.filter((word) => families.get(word) !== word));
}

/** The questions of a turn, each as its sentence and its words from - up to. */
export function questions(seen, stacks, text) {
  return seen.sentences.flatMap((sentence, number) => {
    const start = seen.starts[number];
    if (!asks(sentence, start, stacks)) return [];
    return parts(sentence, start, stacks, text).map((part) => [number, ...part]);
  });
}

function asks(sentence, start, stacks) {
  if (begins(sentence.words, start, stacks)) return true;
  return sentence.asks && sentence.words.length >= stacks.least;
}

/** Cut before every "and what …", "or would she …", ", who …". */
function parts(sentence, start, stacks, text) {
  const { words } = sentence;
  const cuts = [];
  for (let n = start + 1; n < words.length - 1; n += 1) {
    if (!isJoin(sentence, n, stacks, text)) continue;
    cuts.push([n, stacks.join.has(words[n]) ? n + 1 : n]);
  }
  if (!begins(words, start, stacks) || isOneTrain(words, cuts, stacks)) {
    return [[start, words.length]];
  }
  const ends = [...cuts.map(([end]) => end), words.length];
  return [start, ...cuts.map(([, begin]) => begin)].map((from, place) => [from, ends[place]]);
}

function isJoin({ words, from, to }, n, stacks, text) {
  if (stacks.join.has(words[n])) return begins(words, n + 1, stacks);
  const comma = text.slice(to[n - 1], from[n]).includes(stacks.comma);
  return comma && begins(words, n, stacks);
}

function isOneTrain(words, cuts, stacks) {
  return cuts.length === 1 && stacks.asks.has(words[cuts[0][1]]);
}

function begins(words, n, stacks) {
  if (n >= words.length) return false;
  if (stacks.asks.has(words[n])) return true;
  if (!stacks.helps.has(words[n]) || n + 1 >= words.length) return false;
  const after = words[n + 1] === stacks.negation ? n + 2 : n + 1;
  return after < words.length && stacks.subjects.has(words[after]);
}
