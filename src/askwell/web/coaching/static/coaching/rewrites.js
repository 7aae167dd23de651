/* Open questions made of a turn's own words: the twin of askwell/coach/rewrites.py. */
import { features } from "./features.js";
import { KINDS } from "./model.js";
import { couldBeVerb, line, nounPhrase, put } from "./phrases.js";
import { take } from "./taking.js";
import { joined, sentenceCase } from "./text.js";

const MOST = 2;
const MOST_TRIED = 20;
const CLEARLY_OPEN = 0.6;
const OPEN = KINDS.indexOf("open_question");

/** At most two; `asked` are the questions of a stacked turn, each by itself. */
export function rewrites(kind, seen, text, language, model, asked = []) {
  const lines = seen.sentences.map((sentence) => line(sentence, text, language));
  const wordings = asked.map((each) => [each]);
  const candidates = asked.length ? wordings : candidatesOf(kind, seen, lines, language);
  const kept = [];
  for (const each of candidates) {
    const open = each.find((ask) => !kept.includes(ask) && isOpen(ask, language, model));
    if (open !== undefined) kept.push(open);
    if (kept.length === MOST) break;
  }
  return kept;
}

/** Whether the coach itself would read it as an open question. */
function isOpen(question, language, model) {
  return model.probabilities(features(question, language).names)[OPEN] >= CLEARLY_OPEN;
}

/** Questions to ask, each in the wordings to be tried in turn. */
function* candidatesOf(kind, seen, lines, language) {
  const { says } = language;
  let fits = false;
  for (const { number, found } of matches(kind, seen, says)) {
    const fitting = fittingOf(says.frame.get(found.name).frame, lines[number], found, says);
    if (fitting === null) continue;
    yield* filled(fitting.asks, fitting.slots, says);
    fits = true;
    break;
  }
  if (!fits) yield* aboutTopics(lines, says);
  yield* generic(kind, lines, says);
}

/** Where the frames of this kind begin, the most telling first. */
function matches(kind, seen, says) {
  const all = seen.sentences.flatMap(({ words }, number) =>
    says.frames.find(words, seen.starts[number]).map((found) => ({ number, found })),
  );
  const rank = ({ found }) => says.frame.get(found.name).rank;
  const size = ({ found }) => found.end - found.first;
  return all
    .filter(({ found }) => says.frame.get(found.name).frame.kinds.has(kind))
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        size(other) - size(one) ||
        one.number - other.number ||
        one.found.first - other.found.first,
    )
    .slice(0, MOST_TRIED);
}

function fittingOf(frame, at, found, says) {
  const first = frame.at === null ? found.end : found.first + frame.at;
  const said = frame.turned ? turned(at, says) : at;
  for (const [pieces, asks] of frame.then) {
    const slots = take(pieces, said, first, says);
    if (slots !== null) return { asks, slots: { helps: at.words[found.first], ...slots } };
  }
  return null;
}

/** What somebody says of themselves, said to the one who listens. */
function turned(at, says) {
  return {
    words: at.words.map((word) => says.turned.get(word) ?? word),
    written: at.words.map((word, n) =>
      says.turned.has(word) ? ` ${says.turned.get(word)}` : at.written[n],
    ),
    breaks: at.breaks,
  };
}

/** The questions that the slots can fill. */
function* filled(asks, slots, says) {
  for (const name of asks) {
    if (name !== "class") {
      const fitting = says.asks[name].filter(([most, ask]) => size(ask, slots) <= most);
      yield fitting.map(([, ask]) => fill(ask, slots));
    } else if (slots.class !== undefined) {
      yield [fill(slots.class, slots)];
    }
  }
}

/** How many words go into the gaps. */
function size(ask, slots) {
  const put = gaps(ask).filter((gap) => slots[gap]);
  return put.reduce((count, gap) => count + slots[gap].split(" ").length, 0);
}

function gaps(ask) {
  return ask
    .split("{")
    .slice(1)
    .map((each) => each.split("}")[0]);
}

function fill(ask, slots) {
  let made = ask;
  for (const gap of gaps(ask)) made = made.replaceAll(`{${gap}}`, () => slots[gap] ?? "");
  return sentenceCase(joined(made).replaceAll(" ?", "?").replaceAll(" ,", ","));
}

function* aboutTopics(lines, says) {
  for (const at of lines) {
    for (let first = 0; first < at.words.length; first += 1) {
      const end = topicEnd(at, first, says);
      if (end > first) {
        yield [fill(about(at.words[end - 1], says), { topic: put(at, first, end) })];
        return;
      }
    }
  }
}

/** Where a noun phrase ends that can only be one; -1 where there is none. */
function topicEnd(at, first, says) {
  const { words, breaks } = at;
  const { topics } = says;
  if (!topics.opens.has(words[first])) return -1;
  if (first > 0 && topics.not_after.has(words[first - 1])) return -1;
  const end = nounPhrase(at, first, says);
  const isOver = end === words.length || breaks.has(end) || topics.after.has(words[end]);
  if (end === -1 || !isOver) return -1;
  const isSubject = first > 0 && says.clauses.helps.has(words[first - 1]);
  const head = words[end - 1];
  if (end > first + 2 && (isSubject || says.forms.doing.has(head))) return -1;
  const isVerb = says.forms.doing.has(head) || couldBeVerb(head, says);
  return isVerb && topics.pointing.has(words[first]) ? -1 : end;
}

function about(head, { nouns, topics }) {
  const endsSo = topics.person_endings.some((ending) => head.endsWith(ending));
  const isPerson = nouns.persons.has(head) || (endsSo && !topics.never_persons.has(head));
  return isPerson ? topics.persons : topics.things;
}

function* generic(kind, lines, says) {
  const first = lines.at(-1)?.words[0] ?? "";
  const count = lines.reduce((sum, at) => sum + at.words.length, 0);
  const fits = (each) => each.kinds.has(kind) && (!each.first.size || each.first.has(first));
  const found = says.generic.find(fits);
  if (found) yield [found.ask[count % found.ask.length]];
}
