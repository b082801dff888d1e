// Runs inside the page and writes down what a test asks for later: the widget's events, and every error. A page of a
// test's own loads it first; `page.listen()` puts it into any other.
window.recorded ??= (() => {
  const recorded = { events: [], errors: [], refused: [] };
  for (const name of ['ready', 'error', 'navigate', 'comment']) {
    document.addEventListener(`news-widget:${name}`, ({ type, detail }) => recorded.events.push({ type, detail }));
  }
  addEventListener('error', ({ message }) => recorded.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => recorded.errors.push(`unhandled rejection: ${reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective: directive, blockedURI: blocked, documentURI: page, sample, sourceFile: file, lineNumber: line, originalPolicy: policy }) => {
    recorded.errors.push(`refused by ${directive}: ${blocked} ${sample}`);
    recorded.refused.push({ directive, blocked, page, sample, file, line, policy });
  });
  return recorded;
})();
