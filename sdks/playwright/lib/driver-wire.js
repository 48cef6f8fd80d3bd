'use strict';
const { Duplex } = require('node:stream');

/** Stands between the driver and its pipes: sees each message of either side, may hold an answer back, and asks the driver on its own account. */
class Wire {
  /** Told of what the tests ask, before the driver is. */
  onRequest = () => {};
  /** Told of what the driver says; a promise holds an answer back until it is fulfilled. */
  onMessage = () => {};

  #asked = new Map();
  #last = 0;
  #toDriver;

  constructor() {
    const [stdin, stdout] = [process.stdin, process.stdout];
    this.#toDriver = new Duplex({ read() {}, write(chunk, encoding, done) { done(); } });
    const requests = messages((message, frame) => {
      told(() => this.onRequest(message));
      this.#toDriver.push(frame);
    });
    stdin.on('data', requests);
    stdin.on('end', () => this.#toDriver.push(null));
    stdin.on('close', () => this.#toDriver.destroy());
    const answers = messages((message, frame) => {
      const waiting = this.#asked.get(message.id);
      if (waiting) {
        this.#asked.delete(message.id);
        waiting(message);
        return;
      }
      const held = told(() => this.onMessage(message));
      if (held) held.catch(() => {}).then(() => stdout.write(frame));
      else stdout.write(frame);
    });
    const fromDriver = new Duplex({ read() {}, write(chunk, encoding, done) { answers(chunk); done(); } });
    stdout.on('error', (error) => fromDriver.destroy(error));
    Object.defineProperty(process, 'stdin', { value: this.#toDriver, configurable: true });
    Object.defineProperty(process, 'stdout', { value: fromDriver, configurable: true });
  }

  /** The result, or undefined when the driver refuses or takes longer. */
  ask(guid, method, params, milliseconds) {
    const id = `testforge@${++this.#last}`;
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      timer.unref();
      this.#asked.set(id, (message) => {
        clearTimeout(timer);
        done(message.error ? undefined : message.result);
      });
      // The driver of a suite may be of any age: some want the time, some the name of what was called.
      this.#toDriver.push(framed({ id, guid, method, params, metadata: { internal: true, apiName: '', wallTime: Date.now() } }));
    });
  }
}

// Nothing that goes wrong here may touch the tests.
function told(tell) {
  try {
    return tell();
  } catch {
    return undefined;
  }
}

function framed(message) {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Takes chunks, and tells each whole message with its bytes. */
function messages(found) {
  let chunks = [];
  let have = 0;
  let want = 4;
  return (chunk) => {
    chunks.push(chunk);
    have += chunk.length;
    while (have >= want) {
      const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      chunks = [all];
      want = 4 + all.readUInt32LE(0);
      if (have < want) break;
      const frame = all.subarray(0, want);
      chunks = [all.subarray(want)];
      have -= want;
      want = 4;
      found(JSON.parse(frame.toString('utf8', 4)), frame);
    }
  };
}

module.exports = { Wire };
