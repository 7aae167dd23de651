/* What the coach can say in one language: the twin of askwell/coach/phrasebook.py. */
import { Patterns } from "./patterns.js";

const FORMS = ["does", "did", "done", "doing"];
const CLAUSES = [
  "cut",
  "trim",
  "dangling",
  "never",
  "helps",
  "steps_never",
  "never_bare",
  "perfect",
  "links",
];

export function phrasebook(data) {
  const families = new Map(
    Object.entries(data.families).map(([name, words]) => [name, wordsOf(words)]),
  );
  const family = new Map();
  for (const [name, words] of families) for (const word of words) family.set(word, name);
  const forms = {};
  const bases = {};
  for (const name of FORMS) {
    forms[name] = new Map(list(data.verbs).map((verb) => [verb, formOf(verb, data.forms[name])]));
    bases[name] = new Map([...forms[name]].map(([verb, form]) => [form, verb]));
  }
  const frames = data.frames.map(frame);
  return {
    reasons: data.reasons,
    stacked: data.stacked,
    counts: data.counts,
    many: data.many,
    longestQuote: data.quote.most,
    quoteMarks: new Set(data.quote.marks),
    neverAlone: wordsOf(data.quote.never),
    hints: data.hints,
    closedIsFine: wordsOf(data.closed_is_fine),
    subtypes: patterns(data.subtypes, "wordings", family),
    subtypeKinds: new Map(data.subtypes.map(({ name, kinds }) => [name, wordsOf(kinds)])),
    stacks: sets(data.stacks, ["join", "asks", "helps", "subjects"]),
    families,
    clauses: clauses(data.clauses),
    nouns: nouns(data.nouns),
    objective: new Map(Object.entries(data.objective)),
    addressed: data.addressed,
    impersonal: wordsOf(data.impersonal),
    objects: new Set(Object.values(data.objective)),
    pronouns: wordsOf(data.pronouns),
    turned: new Map(Object.entries(data.turned)),
    forms,
    bases,
    how: wordsOf(data.how),
    tail: wordsOf(data.tail),
    frames: patterns(data.frames, "after", family),
    frame: new Map(frames.map((each, rank) => [each.name, { rank, frame: each }])),
    asks: data.asks,
    verbClasses: data.verb_classes.map((each) => sets(each, ["verbs", "by", "objects"])),
    generic: data.generic.map((each) => sets(each, ["kinds", "first"])),
    topics: topics(data.topics),
  };
}

function list(text) {
  return text.split(/\s+/).filter(Boolean);
}

function wordsOf(text) {
  return new Set(list(text));
}

/** The same with these entries as sets of words. */
function sets(data, names) {
  const made = { ...data };
  for (const name of names) made[name] = wordsOf(data[name]);
  return made;
}

function patterns(entries, wordings, family) {
  const cues = entries.map((each) => ({ name: each.name, wordings: each[wordings] }));
  return new Patterns(cues, family);
}

function formOf(verb, { irregular, rules }) {
  if (Object.hasOwn(irregular, verb)) return irregular[verb];
  for (const [ending, to] of rules) {
    if (verb.endsWith(ending)) return verb.slice(0, verb.length - ending.length) + to;
  }
  return verb;
}

function frame(data) {
  return {
    name: data.name,
    kinds: wordsOf(data.kinds),
    then: data.then.map(([take, ask]) => [list(take), list(ask)]),
    at: data.at ?? null,
    turned: data.turned ?? false,
  };
}

function clauses(data) {
  const made = sets(data, CLAUSES);
  const [light, afterthoughts] = [data.light, data.afterthoughts].map((all) => all.map(list));
  const [breaks, glue, owning] = [data.breaks, data.glue, data.owning].map((all) => new Set(all));
  return { ...made, light, afterthoughts, breaks, glue, owning };
}

function nouns(data) {
  const made = sets(data, ["opens", "closes", "never", "names", "persons", "relatives"]);
  return { ...made, adjectives: list(data.adjectives) };
}

function topics(data) {
  const made = sets(data, ["opens", "pointing", "after", "not_after", "never_persons"]);
  return { ...made, person_endings: list(data.person_endings) };
}
