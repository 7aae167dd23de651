/* Reads one turn on its author's own device: the twin of askwell/coach/reader.py.
   `new Reader(await (await fetch(model)).json()).read("You should …", {phase})`. */
import { features } from "./features.js";
import { Language } from "./language.js";
import { KINDS, Model } from "./model.js";
import * as saying from "./saying.js";

const SURE_ENOUGH = 0.5;
const SURE_OF_STEERING = 0.6;
const STEERING = new Set(["advice", "leading_question"]);

const ALL = KINDS.map((_, place) => place);
const HELPING = [KINDS.indexOf("open_question"), KINDS.indexOf("reflection")];
const BEYOND_DOUBT = 5;

export class Reader {
  constructor({ model, says, words }) {
    this.model = new Model(model);
    this.language = new Language(words, says);
  }

  /** As `askwell.coach.read`; what is not said is left empty. */
  read(text, { phase = null, role = null, previous = null } = {}) {
    const { language, model } = this;
    const seen = features(text, language, previous);
    const probabilities = model.probabilities(seen.names, role);
    const place = heardAs(probabilities);
    const confidence = probabilities[place];
    const kind = KINDS[place];
    const subtypes = saying.subtypes(seen, kind, language, text, { phase, previous });
    const silent = { kind, probabilities, subtypes, spans: [], reason: "", hint: "", rewrites: [] };
    if (confidence < needed(kind)) return silent;
    const cues = saying.tellingCues(seen, kind, model);
    const said = {
      ...silent,
      spans: saying.spans(seen, cues, language),
      reason: saying.reason(kind, cues, seen, text, language),
    };
    if (role === "presenter") return said;
    return saying.withHint(said, seen, text, language, model, { phase });
  }
}

/** The place of the likeliest kind; what may well help is not called steering. */
function heardAs(probabilities) {
  const likeliest = likeliestOf(ALL, probabilities);
  if (!STEERING.has(KINDS[likeliest])) return likeliest;
  const better = likeliestOf(HELPING, probabilities);
  const doubtful = probabilities[likeliest] < BEYOND_DOUBT * probabilities[better];
  return doubtful ? better : likeliest;
}

function likeliestOf(places, probabilities) {
  return places.reduce((one, two) => (probabilities[two] > probabilities[one] ? two : one));
}

/** How sure the coach must be of a kind before it says anything. */
function needed(kind) {
  return STEERING.has(kind) ? SURE_OF_STEERING : SURE_ENOUGH;
}
