/* One tab of a browser holds the stream for all tabs that show the same room: browsers
   allow six connections to a server, and a seventh tab would wait for ever. */
export class SharedLine {
  constructor(line, room) {
    this.line = line;
    this.room = room;
    this.name = `askwell:${line.path}${line.shared ? "shared" : ""}`;
    line.room = this.speaker();
  }

  open() {
    if (this.channel) return;
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = ({ data: [what, said] }) => this.hear(what, said);
    this.waiting = new AbortController();
    const hold = () => this.lead();
    navigator.locks
      .request(this.name, { signal: this.waiting.signal }, hold)
      .catch(() => undefined);
    this.channel.postMessage(["who", null]);
    this.catchUp();
  }

  close() {
    this.waiting?.abort();
    this.line.close();
    this.release?.();
    this.channel?.close();
    this.channel = null;
    this.leading = false;
  }

  hurry() {
    if (this.leading) this.line.hurry();
    else if (this.channel) this.catchUp();
  }

  /** Ours is the tab that holds the stream, until it is closed or hidden. */
  lead() {
    if (!this.channel) return undefined;
    this.leading = true;
    this.line.open();
    return new Promise((resolve) => {
      this.release = resolve;
    });
  }

  /** A follower asks for what it may have missed before it began to listen. */
  async catchUp() {
    if (this.leading) return;
    this.line.attempt = new AbortController();
    const after = this.room.head;
    try {
      const response = await this.line.ask("log", { after, wait: 0 });
      const said = await response.json();
      this.room.tick(said.now);
      this.room.presence(said.here);
      this.room.connected();
      if (said.head > after) this.room.receive({ after, head: said.head, html: said.html });
    } catch (problem) {
      if (problem.status) await this.line.mend(problem);
    }
  }

  hear(what, said) {
    if (what === "who") {
      if (this.leading && this.here) this.channel.postMessage(["presence", this.here]);
    } else if (what === "receive") {
      if (this.room.receive(said)) this.catchUp();
    } else if (what in this.line.room) {
      this.room[what](said);
    }
  }

  /** What the line says goes to this tab's room and to all others. */
  speaker() {
    const pass = (what) => (said) => {
      if (what === "presence") this.here = said;
      this.channel?.postMessage([what, said]);
      return this.room[what](said);
    };
    return {
      receive: pass("receive"),
      tick: pass("tick"),
      presence: pass("presence"),
      connected: pass("connected"),
      disconnected: pass("disconnected"),
      gone: pass("gone"),
      keepTicket: () => this.room.keepTicket(),
    };
  }
}
