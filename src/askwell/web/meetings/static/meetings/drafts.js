/* What is typed and not yet sent: kept in this tab until it is sent or emptied. */
import { formKey } from "./placing.js";

const TYPED = "textarea[name], input[type='text'][name]";

export class Drafts {
  constructor(room, path) {
    this.room = room;
    this.prefix = `askwell:draft:${path}:`;
  }

  note(field) {
    if (!field.matches(TYPED) || !field.form) return;
    const key = this.key(field);
    if (field.value) sessionStorage.setItem(key, field.value);
    else sessionStorage.removeItem(key);
  }

  restore() {
    for (const field of this.room.querySelectorAll(TYPED)) {
      if (field.value || !field.form || field === document.activeElement) continue;
      const draft = sessionStorage.getItem(this.key(field));
      if (draft === null) continue;
      field.value = draft;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /** What was typed into the form with this key has been sent. */
  forget(about) {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(`${this.prefix}${about}:`)) sessionStorage.removeItem(key);
    }
  }

  key(field) {
    return `${this.prefix}${formKey(field.form)}:${field.name}`;
  }
}
