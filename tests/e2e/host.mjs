// A host page of a test's own.

const TYPE = 'text/javascript';

/** A style sheet that needs no leave of a policy, as `<style>` does. */
const sheet = (css) => `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  document.adoptedStyleSheets.push(sheet);
}`;

/**
 * Answers `path` of `server` with a page that records from its first moment, and gives its address. Nothing in it is
 * inline: it stands the strictest policy.
 *
 * @param loader the widget's address, or null for a page without
 * @param css    the page's own styles
 * @param script runs before the widget's
 * @param head   what else is in its head
 * @param more   what it needs beyond the strictest policy: `{origins, images, directives}`
 * @param headers what else is sent with it
 */
export function hostPage(server, path, body, { loader = 'news-widget.js', lang = 'en', css = '', script = '', head = '', more, headers } = {}) {
  const own = `${path}.js`;
  const first = [css && sheet(css), script].filter(Boolean).join('\n');
  server.answer(own, { body: first, type: TYPE });
  server.page(path, `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host page</title>
    <meta name="viewport" content="width=device-width"><script src="recorder.js"></script>
    ${first ? `<script src="${own}"></script>` : ''}${head}
    ${loader === null ? '' : `<script type="module" src="${loader}"></script>`}</head><body>${body}</body></html>`, more, headers);
  return server.url + path;
}
