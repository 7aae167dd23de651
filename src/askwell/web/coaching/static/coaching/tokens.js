/* Cuts a turn into sentences of words: the twin of askwell/coach/tokens.py. */
const LETTER =
  "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u167f" +
  "\\u1681-\\u1fff\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufdff\\ufe70-\\uffdc" +
  "\\u{10000}-\\u{1f1ff}\\u{20000}-\\u{e01ef}";
const PIECE = new RegExp(
  `['\\u2019]?[${LETTER}]+(?:['\\u2019\\u02bc\`][${LETTER}]+)*|[?!.;\\u2026\\u061f]`,
  "gu",
);
const APOSTROPHES = /[\u2019\u02bc`]/gu;
const ENDS = new Set("?!.;\u2026\u061f");
const ASKS = new Set("?\u061f");

/** The sentences of a turn that hold a word: lower-cased, with where each word begins
    and ends in code points (and `from` and `to`, where JavaScript finds it); fillers and
    stammers are left out. */
export function sentences(text, language) {
  const found = [];
  let now = sentence();
  for (const piece of pieces(text)) {
    const { word } = piece;
    if (!ENDS.has(word)) {
      add(now, piece, language);
    } else if (now.words.length) {
      now.asks = ASKS.has(word);
      found.push(now);
      now = sentence();
    } else if (found.length && ASKS.has(word)) {
      found.at(-1).asks = true;
    }
  }
  if (now.words.length) found.push(now);
  return found;
}

function sentence() {
  return { words: [], starts: [], ends: [], from: [], to: [], asks: false };
}

function* pieces(text) {
  let units = 0;
  let points = 0;
  for (const { 0: word, index } of text.matchAll(PIECE)) {
    const start = points + length(text.slice(units, index));
    const end = start + length(word);
    yield { word, start, end, from: index, to: index + word.length };
    units = index + word.length;
    points = end;
  }
}

/** How many code points, as Python counts. */
export function length(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function add(now, piece, language) {
  let word = piece.word.toLowerCase().replace(APOSTROPHES, "'");
  // An opening quotation mark.
  if (word[0] === "'" && !language.suffixes.includes(word)) word = word.slice(1);
  if (!word || language.fillers.has(word)) return;
  for (const part of parts(word, language)) {
    if (now.words.at(-1) === part) continue;
    now.words.push(part);
    now.starts.push(piece.start);
    now.ends.push(piece.end);
    now.from.push(piece.from);
    now.to.push(piece.to);
  }
}

function parts(word, language) {
  const found = language.splits.get(word);
  if (found) return found;
  if (word.includes("'")) {
    for (const suffix of language.suffixes) {
      if (word.endsWith(suffix) && word !== suffix) {
        return [word.slice(0, -suffix.length), suffix];
      }
    }
  }
  return [word];
}
