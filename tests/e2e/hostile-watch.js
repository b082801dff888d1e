// Runs in a hostile test's page before anything else. Writes down whatever no feed may cause: a function called that only a
// script could call, a cookie, a way to another page, an error, a change of the page around the widget.
window.watched = (() => {
  const caught = [];
  const trap = (target, name) => {
    Object.defineProperty(target, name, { configurable: true, value: (...args) => { caught.push(`${name}(${args})`); } });
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) trap(window, name);
  for (const name of ['write', 'writeln', 'open', 'execCommand']) trap(document, name);
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {
    get: () => get.call(document),
    set(value) { caught.push(`cookie ${value}`); set.call(document, value); },
  });
  addEventListener('beforeunload', () => caught.push('the page was about to be left'));
  document.addEventListener('news-widget:error', ({ detail }) => caught.push(`news-widget:error ${JSON.stringify(detail)}`));

  /** Everything outside the element, as text; the title counts for itself. */
  const around = () => {
    const page = document.documentElement.cloneNode(true);
    for (const widget of page.querySelectorAll('news-widget')) widget.replaceWith('[the widget]');
    page.querySelector('title').remove();
    return page.outerHTML;
  };
  const state = () => ({ around: around(), title: document.title, location: location.href, cookie: get.call(document) });

  /** What a driver leaves in the window. */
  const DRIVERS = /^(ret_nodes|\$?cdc_|\$chrome_)/;
  let globals, before;
  return {
    /** What is true from here on is to stay true. */
    begin() {
      globals = new Set(Object.getOwnPropertyNames(window));
      before = state();
    },

    /** What has happened since; `free` are parts of the state that the widget may change where it is the site. */
    caught(free = []) {
      const now = state();
      const changed = Object.keys(before).filter((part) => !free.includes(part) && before[part] !== now[part])
        .map((part) => `${part} was ${before[part]} and is ${now[part]}`);
      const added = Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && !DRIVERS.test(name)).map((name) => `new global ${name}`);
      return [...caught.splice(0), ...window.recorded.errors.splice(0), ...changed, ...added];
    },
  };
})();
