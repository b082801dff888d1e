// Every attack string in every position of a feed: nothing runs, nothing breaks, nothing is in the page that may not be,
// and nothing is asked for anywhere but on this machine.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { allOurs, corpus, theirs } from './attacks.mjs';
import { inEachEngine } from './engines.mjs';
import { publish, share, walk } from './hostile-walk.mjs';
import { proxy } from './proxy.mjs';
import { serve } from './server.mjs';

const [server, outside] = await Promise.all([serve({ folder: 'dist', strict: '' }), proxy()]);
after(() => Promise.all([server.close(), outside.close()]));

const attacks = [...allOurs(), ...corpus.skip ? [] : theirs()];
publish(server, attacks);

/** Fails with the first of what was found, and how many there are. */
function none(found) {
  assert.deepEqual(found.slice(0, 12), [], `${found.length} findings`);
}

inEachEngine('sanitiser', (browser) => {
  const walks = {};
  const asked = [];
  const found = (kind) => Object.values(walks).flatMap((walk) => walk.found).filter((one) => one.kind === kind).map(({ what }) => what);

  before(async () => {
    outside.log.length = 0;
    for (const kind of ['article', 'front', 'section']) {
      const begun = performance.now();
      const tried = share(browser, kind, attacks);
      walks[kind] = await walk(browser.page, server, tried, kind, attacks);
      walks[kind].each = walks[kind].pages / tried.length;
      console.log(`${browser.name}, ${kind}: ${walks[kind].pages} pages in ${Math.round((performance.now() - begun) / 1000)} s`);
    }
    // What was wanted before this has gone out before it.
    const last = outside.next('GET http://last.example/');
    await browser.page.driver.executeScript('fetch("http://last.example/").catch(() => {})');
    await last;
    asked.push(...outside.log.map(({ line }) => line).filter((line) => !line.includes('//last.example/')));
  });

  it('sanitiser: every page of a hostile feed is shown', () => {
    assert.ok(attacks.length > 600);
    assert.deepEqual(Object.values(walks).map(({ each }) => each), [3, 1, 1]);
    none(found('missing'));
  });

  it('sanitiser: a hostile feed runs nothing, breaks nothing, and leaves the page around the widget alone', () => none(found('caught')));

  it('sanitiser: a hostile feed builds only elements, attributes and addresses that are listed', () => none(found('markup')));

  it('sanitiser: a hostile feed causes no request to another machine', () => none([...new Set(asked)]));

  it('sanitiser: a hostile feed puts no picture, sound or film of an unlisted host into the page', () => none(found('strangers')));

  it('sanitiser: no link of a hostile feed dresses one host up as another by a user name or password', () => none(found('disguised')));

  it('sanitiser: no name, headline or label of a hostile feed reorders or hides the text around it', () => none(found('names')));

  it('sanitiser: the attacks include more than 250 of DOMPurify and html5lib', { skip: corpus.skip }, () => assert.ok(theirs().length > 250));
}, { differ: 'sanitiser', proxy: outside.port, timeout: 900_000 });
