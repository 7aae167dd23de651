/* The server's clock, as well as this browser can know it. */
const samples = [];

export const clock = {
  /** Milliseconds to add to this browser's clock. */
  offset: 0,

  /** The server's instant now. */
  now() {
    return Date.now() + this.offset;
  },

  /** Learn from an instant the server wrote; the least delayed of the last few counts. */
  sample(serverInstant) {
    const offset = new Date(serverInstant).getTime() - Date.now();
    if (Number.isNaN(offset)) return;
    samples.push(offset);
    if (samples.length > 8) samples.shift();
    this.offset = Math.max(...samples);
  },
};
