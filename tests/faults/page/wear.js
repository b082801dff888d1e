// The first script of every page that holds a widget (frame.html): puts the harness's clock, its eyes and its faults
// between this page and the browser. Everything that the widget may look at belongs to this page, not to the harness's:
// promises, signals and errors of another window are not `instanceof` this one's.

(() => {
  const tab = (window.opener ?? window.parent).harness.tabOf(window);
  const { clock } = tab;

  // Time stands still but for what the harness lets pass.
  const RealDate = Date;
  window.Date = class Date extends RealDate {
    constructor(...given) { super(...(given.length ? given : [clock.wall])); }
    static now() { return clock.wall; }
  };
  const started = clock.now;
  performance.now = () => clock.now - started;
  window.setTimeout = (run, wait = 0, ...args) => clock.set(tab, () => run(...args), wait);
  window.setInterval = (run, wait = 0, ...args) => clock.set(tab, () => run(...args), wait, true);
  window.clearTimeout = window.clearInterval = (timer) => clock.clear(timer);
  AbortSignal.timeout = (wait) => {
    const controller = new AbortController();
    clock.set(tab, () => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')), wait);
    return controller.signal;
  };

  // Nobody paints these pages, and browsers give no frames to what is not seen: each comes in the next task.
  const frames = [];
  window.requestAnimationFrame = (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); run(performance.now()); };
    port2.postMessage(null);
    return frames.push(port1);
  };
  window.cancelAnimationFrame = (number) => frames[number - 1]?.close();

  // Requests are numbered, and known to be under way until their last byte is read. Those for the widget's own code are no
  // business of the gate's, but while one is under way, what will ask the service is not here yet.
  const numbers = new WeakMap();
  const realFetch = window.fetch;
  window.fetch = (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const isService = url.origin === tab.service;
    if (isService && tab.offline) return Promise.reject(new TypeError('Failed to fetch'));
    const number = tab.begin();
    return realFetch(input, isService ? { ...init, referrer: `${location.origin}/request/${number}`, referrerPolicy: 'unsafe-url' } : init)
      .then((response) => { numbers.set(response, number); return response; })
      .finally(() => tab.end(number));
  };
  // That code is not here before it is compiled, and started.
  for (const name of ['compile', 'compileStreaming', 'instantiate']) {
    const real = WebAssembly[name];
    WebAssembly[name] = (...given) => {
      const number = tab.begin();
      return real.apply(WebAssembly, given).finally(() => tab.end(number));
    };
  }
  const { clone } = Response.prototype;
  Response.prototype.clone = function cloned() {
    const copy = clone.call(this);
    if (numbers.has(this)) numbers.set(copy, numbers.get(this));
    return copy;
  };
  // A body that is read piece by piece, and put together.
  const track = (prototype, name, numberOf) => {
    const real = prototype[name];
    prototype[name] = function tracked(...given) {
      const number = numberOf(this);
      if (number === undefined) return real.apply(this, given);
      const begun = tab.begin(number ?? undefined); // null: one of its own
      return real.apply(this, given).finally(() => tab.end(begun));
    };
  };
  const body = Object.getOwnPropertyDescriptor(Response.prototype, 'body');
  Object.defineProperty(Response.prototype, 'body', {
    ...body,
    get() {
      const stream = body.get.call(this);
      if (stream && numbers.has(this)) numbers.set(stream, numbers.get(this));
      return stream;
    },
  });
  const { getReader } = ReadableStream.prototype;
  ReadableStream.prototype.getReader = function reads(...given) {
    const reader = getReader.apply(this, given);
    if (numbers.has(this)) numbers.set(reader, numbers.get(this));
    return reader;
  };
  for (const name of ['arrayBuffer', 'text', 'json', 'blob']) track(Response.prototype, name, (response) => numbers.get(response));
  track(ReadableStreamDefaultReader.prototype, 'read', (reader) => numbers.get(reader));
  track(Blob.prototype, 'arrayBuffer', () => null);

  // Locks are asked for in another process: until that has answered, something is going on.
  if (navigator.locks) {
    const { request } = LockManager.prototype;
    LockManager.prototype.request = function asks(name, ...rest) {
      const run = rest.pop();
      const asked = tab.asksLock(name);
      const granted = (lock) => { tab.hasLock(asked); return run(lock); };
      return request.call(this, name, ...rest, granted).finally(() => tab.hasLock(asked));
    };
  }

  // Storage as it may be.
  const area = Object.getOwnPropertyDescriptor(Window.prototype, 'localStorage') ?? Object.getOwnPropertyDescriptor(window, 'localStorage');
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get() {
      if (tab.storage === 'forbidden') throw new DOMException('Access is denied for this document.', 'SecurityError');
      return area.get.call(window);
    },
  });
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function sets(key, value) {
    if (tab.storage === 'full') throw new DOMException('Setting the value exceeded the quota.', 'QuotaExceededError');
    return setItem.call(this, key, value);
  };

  // Windows of other sequences open above this page and close: no reader has gone away or come back.
  Object.defineProperty(document, 'visibilityState', { get: () => 'visible' });
  addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);
  addEventListener('focus', (event) => { if (event.target === window) event.stopImmediatePropagation(); }, true);

  Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => !tab.offline });
  addEventListener('error', ({ message }) => tab.error(message));
  addEventListener('unhandledrejection', ({ reason }) => tab.error(`unhandled rejection: ${reason}`));
  document.addEventListener('news-widget:comment', ({ detail }) => tab.event(detail));
  document.addEventListener('news-widget:ready', () => tab.isReady());
})();
