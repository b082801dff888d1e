// The fault proxy: a port of its own for one sequence, between the browser and the real server. Without a fault it passes
// everything on; what it saw is the ground truth of what reached the server and what the browser was told.
//
//   const gate = await openGate({ target: 'http://127.0.0.1:8090', read });
//   gate.arm('reset after');        // for the next request of the fault's kind
//   await gate.refuse();            // connections are refused, for the port is closed…
//   await gate.accept();            // …until now
//   gate.stored                     // [{ text, state }]: what the server took
//   await gate.retire();            // when everything under way has ended

import { once } from 'node:events';
import { Agent, createServer, request as ask } from 'node:http';
import { named } from './faults.mjs';
import { markIn } from './marks.mjs';
import { listenLow } from './ports.mjs';

const KINDS = { OPTIONS: 'preflight', POST: 'post' };
const PATIENCE = 30_000; // a server on this machine has answered by then
const lines = new Agent({ keepAlive: true, maxSockets: 16 });

/** The page's number of a request: harness pages send it as the referrer, which no CORS rule looks at (page/wear.js). */
const number = (referer = '') => referer.match(/\/request\/([^/]+)$/)?.[1] ?? null;

/**
 * @param target the server's origin
 * @param host   the Host header that it wants to see; else the gate's own
 * @param read   what the server's answer to a post means: `(status, body) => 'published' | 'held' | null`
 * @param changed called with the version of its state whenever that has changed
 */
export async function openGate({ target, host, read, changed = () => {} }) {
  const armed = [];
  const log = []; // lines for people
  const stored = [];
  const underWay = new Map(); // request -> its state
  const sockets = new Set();
  let version = 0;

  const tell = (line) => { log.push(line); turn(); };
  const turn = () => { version += 1; changed(version); };

  /** Passes a request on and answers what the server said. */
  function pass({ method, url, headers, body }) {
    return new Promise((answered, failed) => {
      const wanted = { ...headers, host: host ?? headers.host, connection: 'keep-alive' };
      const asked = ask(target + url, { method, headers: wanted, agent: lines }, async (answer) => {
        try {
          answered({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await answer.toArray()) });
        } catch (error) {
          failed(error);
        }
      });
      asked.on('error', failed);
      asked.end(body);
    });
  }

  /** The same, and writes down what the server took. */
  async function bring(seen) {
    const answer = await pass(seen);
    if (seen.kind === 'post') {
      const state = read(answer.status, answer.body.toString());
      const known = stored.some(({ text }) => text === seen.text);
      if (state && !(known && answer.status !== 201)) stored.push({ text: seen.text, state });
      tell(`server: ${answer.status} to ${seen.text}`);
    }
    return answer;
  }

  function send(response, seen, { status, headers = {}, type, body = '', mute, echo }) {
    const { origin } = seen.headers;
    const content = echo ? String(seen.body) : body;
    response.writeHead(status, {
      ...(!mute && origin && {
        'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Expose-Headers': 'Retry-After',
      }),
      ...(type && { 'Content-Type': type }),
      ...headers,
      'Content-Length': Buffer.byteLength(content),
      Connection: 'close', // browsers ask again by themselves on a line that they had used before
    });
    response.end(content);
  }

  /** The server's answer, or the beginning of it. */
  function relay(response, seen, { status, headers, body }, answer) {
    const { connection, 'keep-alive': alive, 'transfer-encoding': coding, 'content-length': length, ...kept } = headers;
    // Cookies know no ports: Isso's, one for each comment, would come to every sequence and to the harness.
    delete kept['set-cookie'];
    const part = answer === 'pass' ? body : body.subarray(0, Math.floor(body.length / 2));
    const promised = answer === 'half' ? part.length : body.length;
    // Half a page that says it is whole would stay in the browser's cache, good as new at each visit.
    if (answer === 'half') for (const name of ['etag', 'cache-control']) delete kept[name];
    response.writeHead(status, {
      ...kept,
      'Content-Length': promised,
      Connection: 'close',
      ...(seen.kind === 'preflight' && { 'Access-Control-Max-Age': '0' }), // each request shows its own
    });
    if (part.length === promised) return void response.end(part);
    response.write(part, () => { if (answer === 'cut') response.socket?.resetAndDestroy(); });
  }

  // A line that was cut in the moment in which its request came has closed before: its response never says so.
  const gone = (response) => new Promise((left) => {
    if (response.destroyed || response.closed || response.socket?.destroyed) left();
    else response.once('close', left);
  });

  async function handle(request, response, state) {
    const left = gone(response);
    const body = await request.toArray().then((chunks) => Buffer.concat(chunks), () => null);
    if (body === null) return 'was gone before it was here';
    const kind = KINDS[request.method] ?? 'get';
    const { method, url, headers } = request;
    const seen = { kind, method, url, headers, body, text: markIn(body.toString()) };
    const at = armed.findIndex((fault) => fault.on === kind);
    const fault = at < 0 ? null : armed.splice(at, 1)[0];
    const what = `${kind}${seen.text ? ` of ${seen.text}` : ''}`;
    tell(`gate: ${what}${fault ? `, "${fault.name}"` : ''}`);
    const { reach, answer } = fault ?? { reach: 'yes', answer: 'pass' };
    const real = reach === 'yes' || reach === 'twice' ? await bring(seen) : null;
    if (reach === 'twice') await bring(doubled(seen));
    if (answer === 'silence' || answer === 'stall') {
      if (answer === 'stall') relay(response, seen, real, answer);
      state.phase = 'silent';
      turn();
      await left;
      state.phase = 'busy';
      if (reach === 'late') await bring(seen);
      return `${what}: the browser has given up`;
    }
    if (answer === 'reset') response.socket?.resetAndDestroy();
    else if (typeof answer === 'object') send(response, seen, answer);
    else relay(response, seen, real, answer);
    await left;
    return `${what}: answered`;
  }

  const server = createServer(async (request, response) => {
    const state = { id: number(request.headers.referer), phase: 'busy' };
    underWay.set(request, state);
    turn();
    let end;
    try {
      end = await handle(request, response, state);
    } catch (error) {
      end = `BROKEN: ${error.stack}`;
      response.destroy();
    }
    underWay.delete(request);
    tell(`gate: ${end}`);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => {}); // whoever asked may be gone
  });
  const port = await listenLow(server);

  return {
    origin: `http://127.0.0.1:${port}`,
    log,
    stored,

    /** What a page has to know to tell whether anything is going on. */
    get state() {
      const requests = [...underWay.values()];
      return {
        version,
        busy: requests.filter(({ phase }) => phase === 'busy').length,
        silent: requests.filter(({ phase }) => phase === 'silent').map(({ id }) => id),
        armed: armed.length,
        stored: stored.map(({ text, state }) => [text, state]),
      };
    },

    arm(name) { armed.push(named(name)); },

    /** Forgets the faults that have met no request. */
    disarm() { armed.length = 0; },

    /** Every line goes dead, as they do when a network goes. */
    cutAll() { for (const socket of sockets) socket.resetAndDestroy(); },

    async refuse() {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.resetAndDestroy();
      await once(server, 'close');
      tell('gate: the port is closed');
    },

    async accept() {
      if (server.listening) return;
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      tell('gate: the port is open');
    },

    /** Closes it for good, and waits for what was on its way to the server. */
    async retire() {
      if (server.listening) server.close();
      for (const socket of sockets) socket.resetAndDestroy();
      for (const end = Date.now() + PATIENCE; underWay.size;) {
        if (Date.now() > end) throw new Error(`the gate waits for ${JSON.stringify([...underWay.values()])}; it saw\n  ${log.join('\n  ')}`);
        await new Promise((again) => { setImmediate(again); });
      }
    },
  };
}

/** The same comment as another one, for a server that would store it twice. */
function doubled(seen) {
  const id = crypto.randomUUID();
  const body = Buffer.from(seen.body.toString().replace(/"id":"[0-9a-f-]{36}"/, `"id":"${id}"`));
  const headers = { ...seen.headers, 'content-length': body.length };
  if ('idempotency-key' in headers) headers['idempotency-key'] = id;
  return { ...seen, headers, body };
}
