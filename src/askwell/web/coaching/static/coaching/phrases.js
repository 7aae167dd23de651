/* Verb phrases and noun phrases of a sentence: the twin of askwell/coach/phrases.py. */
import { part, stripped } from "./text.js";
import { length } from "./tokens.js";

const SHORTEST = 4;

/** A sentence with its words as they were written. */
export function line(sentence, text, language) {
  const { says, families } = language;
  const written = [];
  const breaks = new Set();
  sentence.words.forEach((word, n) => {
    const said = text.slice(sentence.from[n], sentence.to[n]);
    if (n === 0) {
      written.push(families.has(word) || says.forms.doing.has(word) ? word : said);
      return;
    }
    const before = sentence.to[n - 1];
    if (sentence.from[n] < before) {
      written.push(restOf(written, sentence.words[n - 1], word, said));
      return;
    }
    const gap = text.slice(before, sentence.from[n]);
    if (isBreak(gap, says)) breaks.add(n);
    if (isOfSeveral(gap, sentence.words[n - 1], says)) written[n - 1] += part(gap, 0, 1);
    written.push((says.clauses.glue.has(gap) ? gap : " ") + said);
  });
  return { words: sentence.words, written, breaks };
}

/** What of `said` belongs to its second part, where it can be told apart. */
function restOf(written, before, word, said) {
  if (length(before) + length(word) !== length(said)) return "";
  const last = written.at(-1);
  written[written.length - 1] = part(last, 0, length(last) - length(word));
  return part(said, length(before));
}

/** The gap begins with the apostrophe of "parents'". */
function isOfSeveral(gap, before, { clauses }) {
  const isOwning = length(gap) > 1 && clauses.owning.has(part(gap, 0, 1));
  return isOwning && before.endsWith(clauses.plural);
}

function isBreak(gap, says) {
  return [...gap].some((sign) => says.clauses.breaks.has(sign)) || gap.includes(" - ");
}

/** Where the clause that has begun at `first` is over, without its afterthoughts. */
export function clauseEnd(at, first, says) {
  const last = Math.min(at.words.length, first + 2 * says.clauses.most);
  let end = first + 1;
  while (end < last && !cuts(at, end, says)) end += 1;
  // Far too long already, and one look must not take the whole turn.
  if (end === last && last < at.words.length) return end;
  return withoutAfterthoughts(at.words, first + 1, end, says.clauses);
}

/** Another clause begins: "and …", or unmarked, "… it's not worth it". */
function cuts({ words, breaks }, n, { clauses, objective }) {
  if (breaks.has(n) || clauses.cut.has(words[n])) return true;
  const leads = clauses.helps.has(words[n + 1]) && !breaks.has(n + 1);
  return objective.has(words[n]) && leads && !clauses.links.has(words[n - 1]);
}

function withoutAfterthoughts(words, least, from, clauses) {
  let end = from;
  while (end > least) {
    const size = afterthought(words, least, end, clauses);
    if (size === 0) break;
    end -= size;
  }
  return end;
}

/** How many of the last words say nothing more: "maybe", "you know". */
function afterthought(words, least, end, { trim, afterthoughts }) {
  if (trim.has(words[end - 1])) return 1;
  for (const each of afterthoughts) {
    const first = end - each.length;
    if (first >= least && each.every((word, n) => words[first + n] === word)) return each.length;
  }
  return 0;
}

/** Nothing hangs in the air at its end, and it is not too long to ask. */
export function isWhole({ words }, first, end, { clauses }) {
  return (
    first < end &&
    end <= first + clauses.most &&
    !clauses.dangling.has(words[end - 1]) &&
    !words.slice(first, end).some((word) => clauses.never.has(word))
  );
}

/** The words from `first` up to `end` as they were written. */
export function put({ written }, first, end) {
  return stripped(written.slice(first, end).join(""));
}

/** A verb phrase that names something one could do. */
export function step(at, first, form, says) {
  const slots = verbPhrase(at, first, form, says);
  if (slots === null || says.clauses.steps_never.has(slots.verb)) return null;
  return slots.to === says.addressed ? null : slots;
}

/** The verb that begins at `first` in this form, with all that belongs to it. */
export function verbPhrase(at, begin, given, says) {
  const [first, form] = beyondLight(at, begin, given, says);
  if (first >= at.words.length) return null;
  const verb = verbOf(at.words[first], form, says);
  if (verb === null) return null;
  if (isPartOfATense(at, first, verb, says)) return null;
  const end = clauseEnd(at, first, says);
  const isBare = end === first + 1 && says.clauses.never_bare.has(verb);
  if (isBare || !isWhole(at, first, end, says)) return null;
  const rest = at.written.slice(first + 1, end).join("");
  return {
    verb,
    to: first + 1 < end ? at.words[first + 1] : "",
    do: verb + rest,
    doing: says.forms.doing.get(verb) + rest,
    ...objectOf(at, verb, first + 1, end, says),
  };
}

/** "Plan is", "have refused": it is no verb, or not the one that counts. */
function isPartOfATense({ words }, first, verb, { clauses, bases }) {
  const after = words.slice(first + 1, first + 3);
  if (clauses.helps.has(after[0])) return true;
  return clauses.perfect.has(verb) && after.some((word) => bases.done.has(word));
}

/** Past "try to", "go and" and the like, where another verb follows. */
function beyondLight(at, first, form, says) {
  for (const light of says.clauses.light) {
    const after = first + light.length;
    if (after >= at.words.length) continue;
    if (!light.every((word, n) => at.words[first + n] === word)) continue;
    for (const next of ["do", "doing"]) {
      if (verbOf(at.words[after], next, says) !== null) return [after, next];
    }
  }
  return [first, form];
}

function verbOf(word, form, says) {
  if (form === "do") return says.forms.doing.has(word) ? word : null;
  return says.bases[form].get(word) ?? null;
}

function objectOf(at, verb, first, end, says) {
  for (const each of says.verbClasses) {
    if (!each.verbs.has(verb)) continue;
    const start = first < end && each.by.has(at.words[first]) ? first + 1 : first;
    const stop = nounPhrase(at, start, says, { pronouns: true });
    if (start >= stop || stop > end) continue;
    if (at.words.slice(start, stop).some((word) => each.objects.has(word))) {
      return { object: put(at, start, stop), class: each.ask };
    }
  }
  return {};
}

/** Where the noun phrase that begins at `first` ends; -1 where none is clear. */
export function nounPhrase(at, first, says, { pronouns = false } = {}) {
  const { words, breaks } = at;
  if (first >= words.length) return -1;
  if (pronouns && says.pronouns.has(words[first])) return first + 1;
  if (!says.nouns.opens.has(words[first])) {
    return says.nouns.names.has(words[first]) ? first + 1 : -1;
  }
  const last = Math.min(words.length, first + 2 + says.nouns.most);
  let end = first + 1;
  while (end < last && !breaks.has(end) && !closes(words[end], says)) end += 1;
  if (words[end] === says.nouns.possessive) return -1;
  // "My brother-in-law".
  if (end < words.length && !at.written[end].startsWith(" ") && !breaks.has(end)) return -1;
  return isNounPhrase(words.slice(first + 1, end), says) ? end : -1;
}

function closes(word, { nouns, clauses }) {
  return (
    nouns.closes.has(word) ||
    clauses.cut.has(word) ||
    (word.endsWith(nouns.adverb) && length(word) > length(nouns.adverb) + 2) ||
    word === nouns.possessive
  );
}

function isNounPhrase(inner, says) {
  if (inner.length === 0 || inner.length > says.nouns.most) return false;
  const head = inner.at(-1);
  if (isDigit(head) || says.nouns.never.has(head) || says.how.has(head)) return false;
  if (inner.length > 1 && couldBeVerb(head, says)) return false;
  return !says.nouns.adjectives.some((ending) => head.endsWith(ending));
}

function isDigit(word) {
  return /^[0-9]/.test(word);
}

export function couldBeVerb(word, { bases }) {
  return ["did", "done", "doing", "does"].some((form) => bases[form].has(word));
}

/** A word no list knows, which stands where a thing is named. */
export function isBareNoun(word, says) {
  return !(
    length(word) < SHORTEST ||
    closes(word, says) ||
    couldBeVerb(word, says) ||
    says.forms.doing.has(word) ||
    says.nouns.never.has(word) ||
    says.how.has(word) ||
    says.nouns.adjectives.some((ending) => word.endsWith(ending))
  );
}

/** A noun phrase that fills the rest of the clause, with its "of …" and "at …". */
export function thing(at, first, says) {
  const { words } = at;
  if (first >= words.length) return null;
  const end = clauseEnd(at, first, says);
  if (!isWhole(at, first, end, says)) return null;
  let head = nounPhrase(at, first, says);
  if (head === -1 && end === first + 1 && isBareNoun(words[first], says)) head = end;
  if (head === -1) return null;
  if (head < end && says.nouns.relatives.has(words[head])) return { thing: put(at, first, end) };
  const after = words.slice(head, end);
  if (after.some((word) => says.clauses.helps.has(word) || says.objective.has(word))) return null;
  if (head < end && !says.tail.has(words[head])) return null;
  return { thing: put(at, first, end) };
}
