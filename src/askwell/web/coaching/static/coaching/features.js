/* What the coach looks at in a turn: the twin of askwell/coach/features.py, where the
   names of the features are explained. */
import { sentences } from "./tokens.js";

const SIZES = [2, 4, 8, 16, 32];
const ECHOES = [1, 2, 3, 4];

/** What a turn shows; `previous` is what the presenter said just before. */
export function features(text, language, previous = null) {
  const said = sentences(text, language);
  const names = new Set();
  const cues = [];
  const starts = [];
  said.forEach(({ words }, number) => {
    const start = leadIn(words, language);
    starts.push(start);
    for (const found of language.cues.find(words, start)) {
      names.add(`cue:${found.name}`);
      cues.push([number, found]);
    }
    const kin = words.map((word) => language.family(word));
    runs(names, words, kin, start);
    if (number > 0 && number === said.length - 1) from(names, "> ", kin, start);
  });
  shape(names, said);
  if (previous) echo(names, said, sentences(previous, language), language);
  return { names, cues, sentences: said, starts };
}

function leadIn(words, { leadIns }) {
  let start = 0;
  while (start < words.length - 1 && leadIns.has(words[start])) start += 1;
  return start;
}

function runs(names, words, kin, start) {
  words.forEach((word, i) => {
    names.add(`w ${word}`);
    if (i + 1 < words.length) names.add(`w ${word} ${words[i + 1]}`);
    for (const size of [2, 3, 4]) {
      if (i + size <= words.length) names.add(`k ${kin.slice(i, i + size).join(" ")}`);
    }
  });
  from(names, "^ ", kin, 0);
  from(names, "~ ", kin, start);
  names.add(`~w ${words[start]}`);
  names.add(`$ ${kin.slice(-2).join(" ")}`);
  names.add(`$ ${kin.at(-1)}`);
}

function from(names, place, kin, start) {
  let run = place;
  for (const family of kin.slice(start, start + 4)) {
    run += `${family} `;
    names.add(run);
  }
}

function shape(names, said) {
  const words = said.reduce((count, each) => count + each.words.length, 0);
  for (const size of SIZES) if (words >= size) names.add(`size:${size}`);
  if (said.length > 1) names.add("size:sentences");
  if (said.at(-1)?.asks) names.add("asks:last");
  if (said.some((each) => each.asks)) names.add("asks:some");
}

function echo(names, said, before, { families }) {
  const heard = new Set(before.flatMap((each) => each.words));
  const own = new Set(said.flatMap((each) => each.words));
  const telling = [...own].filter((word) => families.get(word) !== word);
  if (!telling.length || !heard.size) return;
  const share = telling.filter((word) => heard.has(word)).length / telling.length;
  names.add("echo:asked");
  for (const part of ECHOES) if (share * 4 >= part) names.add(`echo:${part}`);
}
