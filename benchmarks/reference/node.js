/* The reference room in Node: ws and better-sqlite3, for the same work as the room's
   own server: signed ticket, permission, encryption, one durable transaction for all
   that waits, then everybody's screen. It knows no process and draws next to nothing. */
const { createCipheriv, createHmac, randomBytes, timingSafeEqual } = require("node:crypto");
const http = require("node:http");
const Database = require("better-sqlite3");
const { WebSocketServer } = require("ws");

const [, , port, file, secret, peopleInARoom] = process.argv;
const LARGEST_BATCH = 256;
const key = randomBytes(32);
const rooms = new Map();
const waiting = [];

const db = new Database(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`CREATE TABLE IF NOT EXISTS entry (
  room TEXT, number INTEGER, person TEXT, token TEXT, sealed BLOB,
  PRIMARY KEY (room, number), UNIQUE (room, token))`);
const insert = db.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?)");
const known = db.prepare("SELECT number FROM entry WHERE room = ? AND token = ?");
const newest = db.prepare("SELECT max(number) AS head FROM entry WHERE room = ?");

function roomNamed(name) {
  if (!rooms.has(name)) {
    rooms.set(name, { name, head: newest.get(name).head ?? 0, lines: new Set() });
  }
  return rooms.get(name);
}

function ticket(request) {
  const [, text, mac] = /ticket=([^;|]+)\|([0-9a-f]{64})/.exec(request.headers.cookie ?? "") ?? [];
  if (!text) return null;
  const right = createHmac("sha256", secret).update(text).digest();
  if (!timingSafeEqual(right, Buffer.from(mac, "hex"))) return null;
  const [room, person] = text.split(":");
  return Number(person) < Number(peopleInARoom) ? { room, person } : null;
}

function seal(words, place) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(words, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

const commit = db.transaction((batch) => {
  for (const each of batch) {
    const { room, person, token, words } = each;
    if (known.get(room.name, token)) continue;
    each.number = ++room.head;
    insert.run(room.name, each.number, person, token, seal(words, `${room.name}/${each.number}`));
  }
});

function write() {
  const batch = waiting.splice(0, LARGEST_BATCH);
  if (!batch.length) return;
  commit.immediate(batch);
  for (const { room, number, words, response } of batch) {
    response.writeHead(204).end();
    const html = `<li id="c-${number}">${words}</li>`;
    for (const line of room.lines) line.send(`\nid: ${number}\ndata: ${html}\n\n`);
  }
  if (waiting.length) setImmediate(write);
}

const server = http.createServer((request, response) => {
  const who = ticket(request);
  if (!who) return response.writeHead(401).end();
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const said = { token: form.get("token"), words: form.get("words"), response };
    waiting.push({ room: roomNamed(who.room), person: who.person, ...said });
    if (waiting.length === 1) setImmediate(write);
  });
});

new WebSocketServer({ server, verifyClient: ({ req }) => Boolean(ticket(req)) }).on(
  "connection",
  (line, request) => {
    const room = roomNamed(ticket(request).room);
    room.lines.add(line);
    line.on("close", () => room.lines.delete(line));
  },
);
server.listen(Number(port), "127.0.0.1", 4096);
