/* Cues written as patterns of words: the twin of askwell/coach/patterns.py, where they
   are explained. */
const GAP = 3;

export class Patterns {
  constructor(cues, families) {
    const members = new Map();
    for (const [word, family] of families) {
      if (!members.has(family)) members.set(family, []);
      members.get(family).push(word);
    }
    this.anywhere = new Map();
    this.atStart = new Map();
    for (const { name, wordings } of cues) {
      for (const each of wordings) this.enter(wording(name, each, members));
    }
  }

  enter(made) {
    const table = made.atStart ? this.atStart : this.anywhere;
    for (const [n, step] of made.steps.entries()) {
      const entry = { made, next: n + 1, follow: mayFollow(made.steps.slice(n + 1)) };
      for (const word of step.words) {
        if (!table.has(word)) table.set(word, []);
        table.get(word).push(entry);
      }
      if (!step.optional) return;
    }
  }

  /** Every cue in a sentence whose lead-in ends at `start`. */
  find(words, start) {
    const found = [];
    if (start < words.length) look(this.atStart, words, start, found);
    for (let place = 0; place < words.length; place += 1) {
      look(this.anywhere, words, place, found);
    }
    return found;
  }
}

function look(table, words, place, found) {
  const after = words[place + 1] ?? "";
  let last = null;
  for (const { made, next, follow } of table.get(words[place]) ?? []) {
    if (made === last || (follow && !follow.has(after))) continue;
    const end = match(made.steps, next, words, place + 1);
    if (end < 0) continue;
    found.push({ name: made.name, first: place, end });
    last = made;
  }
}

/** The words one of which must come next; null where that cannot be listed. */
function mayFollow(steps) {
  const follow = new Set();
  for (const step of steps) {
    if (step.gap || step.end || step.ending !== null) return null;
    for (const word of step.words) follow.add(word);
    if (!step.optional) return follow;
  }
  return null;
}

/** Where the match ends, or -1. */
function match(steps, from, words, at) {
  let place = at;
  for (let n = from; n < steps.length; n += 1) {
    const step = steps[n];
    if (step.end) return place === words.length ? place : -1;
    if (step.gap) return afterGap(steps, n + 1, words, place);
    if (place < words.length && fits(step, words[place])) {
      if (step.optional) {
        const end = match(steps, n + 1, words, place + 1);
        if (end >= 0) return end;
      } else {
        place += 1;
      }
    } else if (!step.optional) {
      return -1;
    }
  }
  return place;
}

function afterGap(steps, n, words, place) {
  for (let skipped = 0; skipped <= GAP; skipped += 1) {
    const end = match(steps, n, words, place + skipped);
    if (end >= 0) return end;
  }
  return -1;
}

function fits(step, word) {
  return step.words.has(word) || (step.ending !== null && word.endsWith(step.ending));
}

function wording(name, text, members) {
  const written = text.trim().split(/\s+/);
  const atStart = written[0] === "^";
  const steps = written.slice(atStart ? 1 : 0).map((part) => step(part, members));
  return { name, atStart, steps };
}

function step(part, members) {
  const made = { words: new Set(), optional: false, gap: false, end: false, ending: null };
  if (part === "*") return { ...made, gap: true };
  if (part === "$") return { ...made, end: true };
  if (part === ".") return { ...made, ending: "" };
  if (part.startsWith("-")) return { ...made, ending: part.slice(1) };
  made.optional = part.startsWith("(");
  for (const word of part.replace(/^[()]+|[()]+$/g, "").split("|")) {
    if (!word.startsWith("<")) made.words.add(word);
    else for (const each of members.get(word.replace(/[<>]/g, ""))) made.words.add(each);
  }
  return made;
}
