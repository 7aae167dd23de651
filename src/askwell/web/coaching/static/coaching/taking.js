/* Takes the pieces that a frame asks for: the twin of askwell/coach/taking.py. */
import { clauseEnd, isWhole, nounPhrase, put, step, thing, verbPhrase } from "./phrases.js";
import { part, stripped } from "./text.js";

/** What fills the pieces in turn from `first` on; null where something does not. */
export function take([piece, ...rest], at, first, says) {
  if (piece === undefined) return {};
  if (CLOSING.has(piece)) return CLOSING.get(piece)(at, first, says);
  if (OPENING.has(piece)) return firstThatLeadsOn(piece, rest, at, first, says);
  return word(piece, rest, at, first, says);
}

function word(piece, rest, at, first, says) {
  const isOptional = piece.startsWith("(");
  const bare = piece.replace(/^[()]+|[()]+$/g, "");
  if (first < at.words.length && isOneOf(bare, at.words[first], says)) {
    const found = take(rest, at, first + 1, says);
    if (found !== null) return isOptional ? found : { ...found, word: at.words[first] };
  }
  return isOptional ? take(rest, at, first, says) : null;
}

function isOneOf(piece, said, { families }) {
  return piece.split("|").some((each) => {
    if (!each.startsWith("<")) return said === each;
    return families.get(each.replace(/[<>]/g, "")).has(said);
  });
}

function firstThatLeadsOn(piece, rest, at, first, says) {
  for (const [end, slots] of OPENING.get(piece)(at, first, says)) {
    const found = take(rest, at, end, says);
    if (found !== null) return { ...slots, ...found };
  }
  return null;
}

/** Whoever does it: a pronoun, or a few words that could name somebody. */
function who(at, first, says) {
  const { words, breaks } = at;
  if (first >= words.length) return [];
  const said = words[first];
  if (says.objective.has(said)) {
    return [[first + 1, { who: said, whom: says.objective.get(said) }]];
  }
  if (!says.nouns.opens.has(said)) {
    const alone = says.nouns.names.has(said) || (first > 0 && isUpper(at.written[first]));
    return alone ? [[first + 1, named(at, first, first + 1)]] : [];
  }
  const found = [];
  const last = Math.min(first + 2 + says.nouns.most, words.length);
  for (let end = first + 2; end < last; end += 1) {
    if (breaks.has(end - 1) || says.nouns.closes.has(words[end - 1])) break;
    if (!says.nouns.never.has(words[end - 1])) found.push([end, named(at, first, end)]);
  }
  return found;
}

/** Somebody who could do something, other than the one spoken to. */
function they(at, first, says) {
  return says.impersonal.has(at.words[first]) ? [] : who(at, first, says);
}

function isUpper(written) {
  return /^\p{Uppercase}/u.test(part(stripped(written), 0, 1));
}

function named(at, first, end) {
  const name = put(at, first, end);
  return { who: name, whom: name };
}

function person(at, first, says) {
  if (first < at.words.length && says.objects.has(at.words[first])) {
    return [[first + 1, { object: at.words[first] }]];
  }
  const end = nounPhrase(at, first, says);
  return end > first ? [[end, { object: put(at, first, end) }]] : [];
}

function how(at, first, says) {
  const said = at.words[first];
  return says.how.has(said) ? [[first + 1, { how: said }]] : [];
}

/** Nothing more, or what the clause goes on with: "with that", "about the move". */
function tail(at, first, says) {
  if (isOver(at, first, says)) return { tail: "" };
  const end = clauseEnd(at, first, says);
  const leads = says.tail.has(at.words[first]) && isWhole(at, first, end, says);
  return leads ? { tail: put(at, first, end) } : null;
}

function isOver({ words, breaks }, first, { clauses }) {
  return (
    first >= words.length ||
    breaks.has(first) ||
    clauses.cut.has(words[first]) ||
    clauses.trim.has(words[first])
  );
}

/** A thing not there yet: "a plan", "some help". */
function fresh(at, first, says) {
  return says.families.get("NEW").has(at.words[first]) ? thing(at, first, says) : null;
}

function theRest(at, first, says) {
  if (first >= at.words.length) return null;
  const end = clauseEnd(at, first, says);
  return isWhole(at, first, end, says) ? { rest: put(at, first, end) } : null;
}

const OPENING = new Map([
  ["who", who],
  ["they", they],
  ["person", person],
  ["how", how],
]);
const CLOSING = new Map([
  ["do", (at, first, says) => verbPhrase(at, first, "do", says)],
  ["doing", (at, first, says) => verbPhrase(at, first, "doing", says)],
  ["did", (at, first, says) => verbPhrase(at, first, "did", says)],
  ["act", (at, first, says) => step(at, first, "do", says)],
  ["acting", (at, first, says) => step(at, first, "doing", says)],
  ["acted", (at, first, says) => step(at, first, "did", says)],
  ["thing", thing],
  ["new", fresh],
  ["tail", tail],
  ["rest", theRest],
  ["end", (at, first, says) => (isOver(at, first, says) ? {} : null)],
]);
