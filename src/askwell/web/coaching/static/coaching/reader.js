/* Reads one turn on its author's own device: the twin of askwell/coach/reader.py.
   `new Reader(await (await fetch(model)).json()).read("You should …", {phase})`. */
import { features } from "./features.js";
import { Language } from "./language.js";
import { KINDS, Model } from "./model.js";
import * as saying from "./saying.js";

const SURE_ENOUGH = 0.5;
const SURE_OF_STEERING = 0.6;
const STEERING = new Set(["advice", "leading_question"]);

export class Reader {
  constructor({ model, words }) {
    this.model = new Model(model);
    this.language = new Language(words);
  }

  /** As `askwell.coach.read`; what is not said is left empty. */
  read(text, { phase = null, role = null, previous = null } = {}) {
    const { language, model } = this;
    const seen = features(text, language, previous);
    const probabilities = model.probabilities(seen.names);
    const confidence = Math.max(...probabilities);
    const kind = KINDS[probabilities.indexOf(confidence)];
    const subtypes = saying.subtypes(seen, kind, language, { phase, previous });
    const silent = { kind, probabilities, subtypes, spans: [], reason: "", hint: "", rewrites: [] };
    if (confidence < needed(kind)) return silent;
    const cues = saying.tellingCues(seen, kind, model);
    const said = {
      ...silent,
      spans: saying.spans(seen, cues),
      reason: saying.reason(kind, cues, seen, text, language),
    };
    if (role === "presenter") return said;
    return saying.withHint(said, seen, text, language, { phase });
  }
}

/** How sure the coach must be of a kind before it says anything. */
function needed(kind) {
  return STEERING.has(kind) ? SURE_OF_STEERING : SURE_ENOUGH;
}
