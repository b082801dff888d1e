// Mistakes that a widget could have, each to be put into a page on its own: the oracle has to see them
// (oracle-sees.test.mjs). <script src="mistakes.js" data-mistake="keeps no outbox"></script>

(() => {
  const { setItem, removeItem } = Storage.prototype;
  const isOutbox = (key) => key.startsWith('news-widget/outbox/');
  const wordsOf = (note) => [...note.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE);
  /** A request's comment under another id. */
  const renamed = (init) => {
    const id = crypto.randomUUID();
    const headers = new Headers(init.headers);
    headers.set('Idempotency-Key', id);
    return new Proxy(init, { get: (of, name) => ({ headers, body: of.body.replace(/"id":"[0-9a-f-]{36}"/, `"id":"${id}"`) })[name] ?? of[name] });
  };
  /** Runs whenever the widget has drawn something. */
  const drawn = (run) => document.addEventListener('news-widget:ready', ({ target: { shadowRoot } }) => {
    run(shadowRoot);
    new MutationObserver(() => run(shadowRoot)).observe(shadowRoot, { subtree: true, childList: true });
  });

  const mistakes = {
    'keeps no outbox'() {
      Storage.prototype.setItem = function sets(key, value) { if (!isOutbox(key)) setItem.call(this, key, value); };
    },
    'keeps no draft'() {
      Storage.prototype.setItem = function sets(key, value) { if (isOutbox(key)) setItem.call(this, key, value); };
    },
    'never forgets'() {
      Storage.prototype.removeItem = function removes(key) { if (!isOutbox(key)) removeItem.call(this, key); };
    },
    'takes a new id for every try'() {
      const Real = window.Request;
      window.Request = class Request extends Real {
        constructor(input, init) {
          super(input, init?.method === 'POST' ? renamed(init) : init);
        }
      };
    },
    'never tries again'() {
      const { setTimeout } = window;
      window.setTimeout = (run, wait) => (wait > 200 ? 0 : setTimeout(run, wait));
    },
    'shows everything as published'() {
      drawn((root) => { for (const note of root.querySelectorAll('[data-comment] .note')) note.remove(); });
    },
    'says that it was not taken'() {
      drawn((root) => {
        for (const note of root.querySelectorAll('[data-comment] .note')) if (!/moderation/.test(note.textContent)) wordsOf(note).data = 'Your comment was not taken.';
      });
    },
    'sends for ever'() {
      drawn((root) => { for (const note of root.querySelectorAll('[data-comment] .unsent')) wordsOf(note).data = 'Sending…'; });
    },
    throws() { document.addEventListener('news-widget:ready', () => { setTimeout(() => { throw new Error('a mistake'); }); }); },
  };
  mistakes[document.currentScript.dataset.mistake]();
})();
