/* What the coach knows of one language: the twin of askwell/coach/language.py. */
import { Patterns } from "./patterns.js";
import { phrasebook } from "./phrasebook.js";
import { length } from "./tokens.js";

export class Language {
  constructor(data, says) {
    this.name = data.language;
    this.splits = new Map(
      Object.entries(data.splits).map(([word, to]) => [word, to.split(" ")]),
    );
    this.suffixes = data.suffixes;
    this.fillers = new Set(data.fillers.split(" "));
    this.leadIns = new Set(data.lead_ins.split(" "));
    this.families = families(data);
    this.endings = data.endings;
    this.cues = new Patterns(data.cues, this.families);
    this.says = phrasebook(says);
  }

  /** What stands for `word` in a skeleton. */
  family(word) {
    const found = this.families.get(word);
    if (found !== undefined) return found;
    for (const [ending, family] of this.endings) {
      if (word.endsWith(ending) && length(word) > length(ending) + 1) return family;
    }
    return NUMBER.test(word) ? "#" : "_";
  }
}

const NUMBER = /^[0-9][\x00-\x7f]*$/;

function families(data) {
  const found = new Map(data.keep.split(" ").map((word) => [word, word]));
  for (const [family, words] of Object.entries(data.families)) {
    for (const word of words.split(" ")) if (!found.has(word)) found.set(word, family);
  }
  return found;
}
