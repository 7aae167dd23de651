/* The one door through which HTML comes in: fragments our own server drew. */
const policy = globalThis.trustedTypes?.createPolicy("askwell", {
  createHTML: (html) => html,
}) ?? { createHTML: (html) => html };

/** A DocumentFragment of what the server sent. */
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

/** Fetch a fragment from our own server; null when it could not be had. */
export async function fetched(path, options = {}) {
  const address = new URL(path, location.href);
  if (address.origin !== location.origin) return null;
  const response = await fetch(address, { credentials: "same-origin", ...options });
  return response.ok ? fragment(await response.text()) : null;
}
