/* The line to the server: a stream while it holds, long-poll where streams do not get
   through, and a patient, jittered return whenever it breaks. */
const SHORTEST = 500;
const LONGEST = 15_000;
const FIRST_WORD = 6_000;
const MUTE_AFTER = 33_000;
const FAILURES_BEFORE_POLL = 3;
const POLLS_BEFORE_STREAM = 8;
const POLL_SECONDS = 25;

class Refused extends Error {
  constructor(status) {
    super(`answered ${status}`);
    this.status = status;
  }
}

export class Line {
  constructor({ path, shared, head, room }) {
    this.path = path;
    this.shared = shared;
    this.head = head;
    this.room = room;
    this.failures = 0;
    this.polls = 0;
    this.running = null;
  }

  open() {
    this.running ??= this.run(new AbortController());
  }

  close() {
    this.control?.abort();
    this.running = null;
  }

  /** Do not wait any longer; a line that has been still for long is begun anew. */
  hurry() {
    this.wakeUp?.();
    if (this.heardAt && Date.now() - this.heardAt > MUTE_AFTER / 2) this.attempt?.abort();
  }

  async run(control) {
    this.control = control;
    while (!control.signal.aborted) {
      const ended = await this.oneAttempt(control.signal);
      if (control.signal.aborted) return;
      if (ended !== "at once") {
        this.room.disconnected();
        await this.pause(ended);
      }
    }
  }

  /** One stream or one poll; tells how long to wait before the next. */
  async oneAttempt(stop) {
    this.attempt = new AbortController();
    const end = () => this.attempt.abort();
    stop.addEventListener("abort", end);
    try {
      if (this.failures >= FAILURES_BEFORE_POLL) return await this.poll();
      return await this.stream();
    } catch (problem) {
      this.failures += 1;
      return stop.aborted ? null : await this.mend(problem);
    } finally {
      stop.removeEventListener("abort", end);
      clearTimeout(this.silence);
    }
  }

  async mend(problem) {
    if (problem.status === 403) this.room.gone();
    if (problem.status === 401 && !(await this.room.keepTicket().catch(() => true))) {
      this.room.gone();
    }
    return null;
  }

  async stream() {
    this.expect(FIRST_WORD);
    const response = await this.ask("events", { after: this.head() });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      this.heard();
      const frames = (rest + value).split("\n\n");
      rest = frames.pop();
      for (const frame of frames) this.take(parsed(frame));
    }
    this.failures += 1;
    return this.retry;
  }

  async poll() {
    this.expect(POLL_SECONDS * 1000 + FIRST_WORD);
    const after = this.head();
    const response = await this.ask("log", { after, wait: POLL_SECONDS });
    const said = await response.json();
    this.room.connected();
    this.room.tick(said.now);
    this.room.presence(said.here);
    if (said.head > after || said.anew) this.room.receive({ after, ...said });
    this.polls += 1;
    if (this.polls % POLLS_BEFORE_STREAM === 0) this.failures = 0;
    return "at once";
  }

  async ask(noun, query) {
    const address = new URL(`${this.path}${noun}/`, location.href);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    if (this.shared) address.searchParams.set("shared", "");
    const signal = this.attempt.signal;
    const response = await fetch(address, { signal, cache: "no-store" });
    if (!response.ok) throw new Refused(response.status);
    return response;
  }

  take({ event, data, id, retry }) {
    if (retry) this.retry = Number(retry);
    if (event === "hello") this.greet(JSON.parse(data));
    else if (event === "beat") this.beat(Number(data));
    else if (event === "here") this.room.presence(JSON.parse(data));
    else if (event === "gone") this.room.gone();
    else if (id) {
      const anew = event === "anew";
      this.room.receive({ after: this.head(), head: Number(id), html: data, anew });
    }
  }

  greet({ now, here }) {
    this.retry = null;
    this.room.tick(now);
    this.room.presence(here);
    this.room.connected();
  }

  /** Only a heartbeat shows that nothing on the way holds the stream back. */
  beat(now) {
    this.failures = 0;
    this.beating = true;
    this.room.tick(now);
    this.room.connected();
  }

  heard() {
    this.heardAt = Date.now();
    this.expect(this.failures ? FIRST_WORD : MUTE_AFTER);
  }

  expect(within) {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.attempt.abort(), within);
  }

  pause(asked) {
    const grown = Math.min(LONGEST, SHORTEST * 2 ** this.failures);
    const wait = asked ?? grown * (0.5 + Math.random() / 2);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** One frame of server-sent events. */
function parsed(frame) {
  const found = { event: "", data: [], id: "", retry: "" };
  for (const row of frame.split("\n")) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(row) ?? [];
    if (name === "data") found.data.push(value);
    else if (name in found) found[name] = value;
  }
  return { ...found, data: found.data.join("\n") };
}
