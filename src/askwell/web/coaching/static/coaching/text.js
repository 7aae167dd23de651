/* Text as Python takes it: by code points, and with Python's idea of white space. */
const SPACE =
  "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = new RegExp(`${SPACE}+`, "u");
const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu");

export function stripped(text) {
  return text.replace(AROUND, "");
}

/** With one space wherever there was any white space, and none around it. */
export function joined(text) {
  return text.split(SPACES).filter(Boolean).join(" ");
}

/** `text[from:to]`, in code points. */
export function part(text, from, to) {
  return [...text].slice(from, to).join("");
}

/** With a capital first, in ASCII alone. */
export function sentenceCase(text) {
  return /^[a-z]/.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
}
