// Comments on a real Isso, from a page of another origin.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { isso } from './isso.mjs';
import { kept, paste, typed, write } from './reader.mjs';
import { serve } from './server.mjs';
import { edition, json, stand, widget } from './stand.mjs';

const ATTACK = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> [x](javascript:window.hit=1)';

const rows = (page) => page.run(() => $$('.thread [data-comment]').map((comment) => [comment.dataset.comment, comment.closest('li').className.match(/depth-(\d)/)[1]].join(' ')));
const bodies = (page) => page.texts('.thread .comment-body');
const title = (page, text) => page.find('.comments .part-title', text);

/** Posts the form, and answers what the widget tells the page. */
async function submit(page) {
  const before = (await page.events('comment')).length;
  await page.click('button', 'Post Comment');
  return page.until((before) => window.recorded.events.filter(({ type }) => type === 'news-widget:comment')[before]?.detail, before);
}

inEachEngine('Isso', (browser) => {
  let press, host, close, server;
  before(async () => {
    ({ press, host, close } = await stand());
    // Without threads of its own, whose number would stand above the thread until that is here.
    press.answer('paper.json', json(edition({}, ({ _news: { comments, ...news } = {}, ...item }) => ({ ...item, _news: news }))));
  });
  // Each test has a server of its own, with the settings that it is about.
  const starts = async (settings, origins = [press.origin]) => { server = await isso(origins, settings); };
  afterEach(async () => {
    await browser.page.open(`${press.url}none.html`);
    await browser.page.run(() => localStorage.clear());
    await server?.close();
    server = undefined;
  });
  after(() => close());

  const uri = (item) => new URL(`stories/${item}.html`, press.url).pathname;
  const open = async (article = 'full', attributes = {}) => {
    const element = widget({ article, comments: 'isso', 'comments-url': server.url, sections: 'article comments reply recent', ...attributes });
    await browser.page.open(host(`<main>${element}</main>`, { more: { origins: [server.url] } }));
    await browser.page.ready();
    return browser.page;
  };

  /** Its mails, and pages of before, link as Isso's own client does. */
  test('Isso: a link of Isso’s own leads to its comment, or the page says that the comment is not there', async () => {
    await starts();
    await server.post(uri('full'), { text: 'First.', author: 'Ann' });
    await server.post(uri('full'), { text: 'A reply.', author: 'Bob', parent: 1 });
    const element = widget({ article: 'full', comments: 'isso', 'comments-url': server.url, sections: 'article comments reply' });
    const { page } = browser;
    await page.open(`${host(`<main>${element}</main>`, { more: { origins: [server.url] } })}#isso-2`);
    await page.find('[data-comment="2"][aria-current]', 'A reply.');
    await page.run(() => { location.hash = '#isso-1'; });
    await page.find('[data-comment="1"][aria-current]', 'First.');
    await page.run(() => { location.hash = '#isso-77'; });
    await page.find('.note', 'The comment that this link leads to is not here.');
  });

  test('Isso: both levels of a thread are shown, with the names of their writers', async () => {
    await starts();
    await server.post(uri('full'), { text: 'First, **bold** and <b>plain</b>.', author: 'Ann & <Co>', website: 'https://ann.example/?a=1&b=2' });
    await server.post(uri('full'), { text: 'A reply.', author: 'Bob', parent: 1 });
    await server.post(uri('full'), { text: 'A reply to that.', parent: 2 });
    await server.post(uri('full'), { text: 'Second.', author: 'Cid' });
    const page = await open();
    await title(page, '4 COMMENTS');
    assert.deepEqual(await rows(page), ['1 0', '2 1', '3 1', '4 0']);
    assert.deepEqual(await bodies(page), ['First, bold and <b>plain</b>.', 'A reply.', 'A reply to that.', 'Second.']);
    assert.deepEqual(await page.run(() => $$('[data-comment="1"] strong').length), 1);
    assert.deepEqual(await page.texts('.thread .comment-author'), ['Ann & <Co>', 'Bob', 'Anonymous', 'Cid']);
    assert.equal(await page.run(() => $('[data-comment="1"] a.comment-author').href), 'https://ann.example/?a=1&b=2');
    await accessible(page);
    assert.deepEqual(await page.errors(), []);
  });

  test('Isso: further replies come when the reader asks for them', async () => {
    await starts();
    await server.post(uri('full'), { text: 'Ask me.', author: 'Ann' });
    for (let n = 1; n <= 8; n += 1) await server.post(uri('full'), { text: `Answer ${n}.`, author: 'Bob', parent: 1 });
    const page = await open();
    await title(page, '9 COMMENTS');
    assert.equal((await rows(page)).length, 6);
    await page.click('button', '3 more replies');
    await page.until(() => focused()?.dataset.comment === '7');
    assert.deepEqual((await bodies(page)).slice(-3), ['Answer 6.', 'Answer 7.', 'Answer 8.']);
    await page.gone('button', 'more replies');
    await title(page, '9 COMMENTS');
  });

  test('Isso: recent comments find their articles by path, and show the path where the feed has no such article', async () => {
    await starts();
    await server.post(uri('bridge'), { text: 'Over there.', author: 'Ann' });
    await server.post('/elsewhere/', { text: 'Not in the feed.', author: 'Bob' });
    const page = await open();
    await page.find('.recent-list li');
    const [second, first] = await page.texts('.recent-list li');
    assert.equal(second, 'Bob on /elsewhere/');
    assert.match(first, /^Ann on (?!\/)/);
    assert.equal(await page.run(() => new URL($('.recent-list a').href).pathname), uri('bridge'));
  });

  test('Isso: a comment and a reply are posted, stored, and seen by everybody', async () => {
    await starts();
    await server.post(uri('full'), { text: 'First.', author: 'Ann' });
    await server.post(uri('full'), { text: 'A reply.', author: 'Bob', parent: 1 });
    const page = await open();
    await title(page, '2 COMMENTS');
    await write(page, { comment: 'My *own*.', name: 'Eve & <Co>', email: 'eve@news.example', website: 'eve.example' });
    assert.deepEqual(await submit(page), { status: 'published', id: '3' });
    await title(page, '3 COMMENTS');
    assert.equal(await page.run(() => squeeze($('p[role=status].hidden').textContent)), 'Your comment is posted.');
    assert.deepEqual(await typed(page), { comment: '', name: '', email: '', website: '' });
    // Who answers a reply stands under the comment at the top.
    await page.click('[data-comment="2"] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'To Bob.', name: 'Eve & <Co>' });
    assert.deepEqual(await submit(page), { status: 'published', id: '4' });
    await page.until(() => $('[data-comment="4"]'));
    assert.deepEqual(await rows(page), ['1 0', '2 1', '4 1', '3 0']);
    const stored = await server.thread(uri('full'));
    assert.deepEqual(stored.map(({ id, parent, text, author, website }) => [id, parent, text, author, website]).slice(2), [
      [4, 1, 'To Bob.', 'Eve &amp; &lt;Co&gt;', null],
      [3, null, 'My *own*.', 'Eve &amp; &lt;Co&gt;', 'https://eve.example/'],
    ]);
    await open();
    await title(page, '4 COMMENTS');
    assert.deepEqual(await bodies(page), ['First.', 'A reply.', 'To Bob.', 'My own.']);
    assert.deepEqual(await kept(page, 'outbox'), {});
    assert.deepEqual(await page.errors(), []);
  });

  test('Isso: nothing that anybody writes becomes a picture, a script or a handler in the page', async () => {
    await starts();
    await server.post(uri('full'), { text: ATTACK, author: ATTACK, website: 'https://x.example/"onmouseover="window.hit=1' });
    const page = await open();
    await title(page, '1 COMMENT');
    await paste(page, 'comment', ATTACK);
    await paste(page, 'name', ATTACK);
    await submit(page);
    await open();
    await title(page, '2 COMMENTS');
    assert.equal(await page.run(() => $$('.comments :is(img, script), .comments [onmouseover], .comments [href^="javascript:"]').length), 0);
    assert.equal(await page.run(() => window.hit ?? null), null);
  });

  test('Isso: a held comment stays with its writer until it is published', async () => {
    await starts({ MODERATED: '1' });
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'Please let me in.', name: 'Eve' });
    assert.equal((await submit(page)).status, 'pending');
    for (const reload of [false, true]) {
      if (reload) await open();
      await page.find('.own .note', 'Your comment is awaiting moderation');
    }
    assert.deepEqual(await server.thread(uri('full')), []);
    await server.moderate(1, 'activate');
    await open();
    await title(page, '1 COMMENT');
    await page.gone('.thread .note');
    assert.deepEqual(await kept(page, 'outbox'), {});
  });

  test('Isso: a comment that is refused goes back into the form, with the reason', async () => {
    await starts({ GUARD: 'true', REQUIRE_EMAIL: 'true' });
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'Hi', name: 'Eve' });
    assert.equal((await submit(page)).status, 'failed');
    await page.find('form [role=alert]', 'text is too short');
    await page.until(() => focused()?.name === 'comment');
    await page.type('form [name=comment]', ' everybody.');
    assert.equal((await submit(page)).status, 'failed');
    await page.find('form [role=alert]', 'email address required');
    await page.until(() => focused()?.name === 'email');
    assert.equal((await typed(page)).comment, 'Hi everybody.');
    await page.type('form [name=email]', 'eve@news.example');
    assert.equal((await submit(page)).status, 'published');
    // Its writer may edit it still, so Isso takes no answer from them.
    await page.click('[data-comment="1"] .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'To myself.', name: 'Eve', email: 'eve@news.example' });
    assert.equal((await submit(page)).status, 'failed');
    await page.find('form [role=alert]', 'you can still edit the comment that it answers');
    assert.deepEqual((await server.thread(uri('full'))).map(({ text }) => text), ['Hi everybody.']);
  });

  test('Isso: a comment that is posted too fast waits, and its text is kept', async () => {
    await starts({ GUARD: 'true', RATELIMIT: '1' });
    await server.post(uri('bridge'), { text: 'Somebody of the same network.' });
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'Too fast.', name: 'Eve' });
    assert.equal((await submit(page)).status, 'queued');
    await page.find('.own .unsent', 'The site asks to wait');
    await open();
    await page.find('.own .comment-body', 'Too fast.');
    assert.deepEqual(await server.thread(uri('full')), []);
  });

  test('Isso: on a site that it does not know, no thread is shown and no comment is lost', async () => {
    await starts({}, ['http://127.0.0.1:9']);
    const page = await open();
    await page.find('.part-failed');
    await write(page, { comment: 'Hello?', name: 'Eve' });
    assert.equal((await submit(page)).status, 'queued');
    await page.find('.own .comment-body', 'Hello?');
    assert.deepEqual(await server.thread(uri('full')), []);
    await page.errors(); // the engine's own words about CORS
  });

  /** Isso in a sub-folder, behind a proxy that loses the first answer to a comment. */
  async function behindABadLine() {
    const proxy = await serve({ folder: 'tests/fixtures' });
    const headers = { 'Access-Control-Allow-Origin': press.origin, 'Access-Control-Allow-Credentials': 'true' };
    let lost = false;
    proxy.answer(/^/, async ({ method, path, query, body }) => {
      if (method === 'OPTIONS') return { status: 204, headers };
      const asked = { method, headers: { 'Content-Type': 'application/json' }, body: body || undefined };
      const answer = await fetch(`${server.url}/${path}?${query}`, asked);
      const drop = method === 'POST' && !lost;
      lost ||= drop;
      return { drop, status: answer.status, headers, body: await answer.text(), type: 'application/json' };
    });
    return proxy;
  }

  test('Isso: a comment whose answer was lost is found in the thread, and not sent twice', async () => {
    await starts();
    const proxy = await behindABadLine();
    const page = await open('full', { 'comments-url': proxy.url });
    await page.find('.nothing');
    await write(page, { comment: 'Once & <only>.', name: 'Eve & <Co>' });
    assert.equal((await submit(page)).status, 'queued');
    await title(page, '1 COMMENT'); // by itself
    await page.gone('.thread .note');
    assert.deepEqual((await server.thread(uri('full'))).map(({ text }) => text), ['Once & <only>.']);
    assert.equal(proxy.log.filter(({ method }) => method === 'POST').length, 1);
    await page.open(`${press.url}none.html`);
    await proxy.close();
  });

  test('Isso: its writer decides whether a comment is sent again that may be with the moderators already', async () => {
    await starts({ MODERATED: '1' });
    const proxy = await behindABadLine();
    const page = await open('full', { 'comments-url': proxy.url });
    await page.find('.nothing');
    await write(page, { comment: 'Once.', name: 'Eve' });
    assert.equal((await submit(page)).status, 'queued');
    await page.find('.unsent', 'It may be with the moderators already');
    assert.equal(proxy.log.filter(({ method }) => method === 'POST').length, 1);
    // They have been told, and are taken at their word: "Send now" only looked again, for ever.
    await page.click('.unsent button', 'Send now');
    await page.find('.own .note', 'awaiting moderation');
    assert.equal(proxy.log.filter(({ method }) => method === 'POST').length, 2);
    await page.open(`${press.url}none.html`);
    await proxy.close();
  });

  const change = (page, id, text) => page.click(`[data-comment="${id}"] .change button`, text);

  /** The page of a reader who has posted "My own." and is about to change it. */
  async function editing() {
    await starts();
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'My own.', name: 'Eve' });
    await submit(page);
    await change(page, 1, 'Edit');
    await page.until(() => focused()?.name === 'edited');
    return page;
  }

  /** The same, who has saved "My own. And more.": Isso's answer reaches the widget when `window.release()` is called. */
  async function saving() {
    const page = await editing();
    await page.press(...' And more.');
    await page.run(() => {
      const { fetch } = window;
      const released = new Promise((release) => { window.release = release; });
      window.fetch = async (request, ...more) => {
        const answer = await fetch(request, ...more);
        if (request.method === 'PUT') await released;
        return answer;
      };
    });
    await page.click('.editor button', 'Save');
    return page;
  }

  test('Isso: a writer edits their own comment, and no other, also after a reload', async () => {
    await starts();
    await server.post(uri('full'), { text: 'First.', author: 'Ann' });
    const page = await open();
    await title(page, '1 COMMENT');
    await write(page, { comment: 'My *own*.', name: 'Eve' });
    await submit(page);
    assert.deepEqual(await page.run(() => $$('[data-comment="1"] .change').length), 0); // not theirs
    for (const [text, shown, reload] of [['My **better** one.', 'My better one.', false], ['My last.', 'My last.', true]]) {
      if (reload) await open();
      await change(page, 2, 'Edit');
      await page.until(() => focused()?.name === 'edited');
      if (!reload) assert.equal(await page.run(() => focused().value), 'My *own*.');
      await accessible(page);
      await page.run(() => focused().select());
      await page.press('BACK_SPACE', ...text);
      await page.click('.editor button', 'Save');
      await page.find('[data-comment="2"] .comment-body', shown);
      await page.until(() => focused()?.dataset.comment === '2');
      assert.equal(await page.run(() => squeeze($('p[role=status].hidden').textContent)), 'Your comment is changed.');
      assert.deepEqual((await server.thread(uri('full'))).map(({ text, author }) => [text, author]), [['First.', 'Ann'], [text, 'Eve']]);
    }
    await open();
    await title(page, '2 COMMENTS');
    assert.deepEqual(await bodies(page), ['First.', 'My last.']);
    assert.deepEqual(await page.errors(), []);
  });

  test('Isso: a text that is being edited survives a reload, a refusal, and a moderator who deletes the comment', async () => {
    const page = await editing();
    await page.press(...' And more');
    await open(); // half a sentence, and a reload
    await change(page, 1, 'Edit');
    await page.until(() => focused()?.value === 'My own. And more');
    // Too short for Isso.
    await page.run(() => focused().select());
    await page.press('BACK_SPACE', 'N', 'o');
    await page.click('.editor button', 'Save');
    await page.find('.editor [role=alert]', 'text is too short');
    await page.until(() => focused()?.name === 'edited' && focused().value === 'No');
    // A moderator was faster: Isso takes no more changes.
    await page.press(...'body.');
    await server.moderate(1, 'delete');
    await server.post(uri('full'), { text: 'Somebody else, with the same id.', author: 'Bob' });
    await page.click('.editor button', 'Save');
    await page.find('.editor [role=alert]', 'does not take changes');
    assert.equal(await page.run(() => $('[name=edited]').value), 'Nobody.');
    // Whoever has that id now is somebody else.
    await open();
    await title(page, '1 COMMENT');
    assert.deepEqual(await bodies(page), ['Somebody else, with the same id.']);
    assert.deepEqual(await page.run(() => [$$('.own').length, $$('.change').length]), [0, 0]);
    await page.errors(); // the engine's own words about status 403
  });

  // The answer called its writer back from wherever they had gone on.
  test('Isso: focus stays where the writer has gone while a change is being saved', async () => {
    const page = await saving();
    await page.run(() => $('form [name=comment]').focus());
    await page.run(() => window.release());
    await page.until(() => squeeze($('p[role=status].hidden').textContent) === 'Your comment is changed.');
    await page.settled();
    assert.equal(await page.run(() => focused()?.name), 'comment');
  });

  // They were drawn anew each time it was looked whether the time is over, and whoever was at them was led away.
  test('Isso: the Edit button keeps focus while the widget looks whether the time for changes is over', async () => {
    await starts();
    const page = await open();
    await page.find('.nothing');
    await page.run(() => {
      const { setTimeout } = window;
      window.looks = [];
      window.setTimeout = (look, wait, ...more) => (wait === 5_000 ? window.looks.push(look) && 0 : setTimeout(look, wait, ...more));
    });
    await write(page, { comment: 'My own.', name: 'Eve' });
    await submit(page);
    await page.until(() => focused()?.dataset.comment === '1' && window.looks.length);
    await page.run(() => {
      $('.edit-button').focus();
      for (const look of window.looks.splice(0)) look();
    });
    await page.until(() => window.looks.length); // it has been looked, and will be again
    await page.settled();
    assert.equal(await page.run(() => focused()?.textContent), 'Edit');
  });

  // The answer closed the field, and forgot what had been typed since.
  test('Isso: what is typed while a change is being saved stays in the editor, also after a reload', async () => {
    const page = await saving();
    await page.run(() => $('[name=edited]').focus());
    await page.press('END', ...' And yet');
    await page.run(() => window.release());
    await page.until(() => squeeze($('p[role=status].hidden').textContent) === 'Your comment is changed.');
    await page.until(() => focused()?.value === 'My own. And more. And yet');
    assert.deepEqual((await server.thread(uri('full'))).map(({ text }) => text), ['My own. And more.']);
    await open();
    await change(page, 1, 'Edit');
    await page.until(() => focused()?.value === 'My own. And more. And yet');
    assert.deepEqual(await page.errors(), []);
  });

  test('Isso: a writer deletes their own comment by the keyboard, after a question', async () => {
    await starts();
    await server.post(uri('full'), { text: 'First.', author: 'Ann' });
    const page = await open();
    await title(page, '1 COMMENT');
    await write(page, { comment: 'My own.', name: 'Eve' });
    await submit(page);
    await page.until(() => focused()?.dataset.comment === '2'); // it goes there a frame later, and would leave the button
    await page.run(() => $$('[data-comment="2"] .change button')[1].focus());
    await page.press('ENTER');
    await page.until(() => focused()?.textContent === 'Keep');
    await page.find('.change [role=alert]', 'Delete this comment for good?');
    await accessible(page);
    await page.press('ENTER');
    await page.until(() => focused()?.textContent === 'Delete');
    await page.press('ENTER');
    await page.until(() => focused()?.textContent === 'Keep');
    await page.press('TAB', 'ENTER');
    await title(page, '1 COMMENT');
    await page.until(() => focused()?.dataset.comment === '1');
    assert.equal(await page.run(() => squeeze($('p[role=status].hidden').textContent)), 'Your comment is deleted.');
    assert.deepEqual((await server.thread(uri('full'))).map(({ id }) => id), [1]);
    assert.deepEqual(await kept(page, 'mine'), {});
    assert.deepEqual(await page.errors(), []);
  });

  test('Isso: a deleted comment that was answered leaves its place in the thread', async () => {
    await starts();
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'My own.', name: 'Eve' });
    await submit(page);
    await server.post(uri('full'), { text: 'An answer.', author: 'Ann', parent: 1 });
    await change(page, 1, 'Delete');
    await page.click('.change .button', 'Delete');
    await page.find('[data-comment="1"].removed .note', 'This comment was deleted.');
    await open();
    await title(page, '1 COMMENT');
    assert.deepEqual(await rows(page), ['1 0', '2 1']);
    assert.deepEqual(await page.texts('[data-comment="1"]'), ['This comment was deleted.']);
  });

  test('Isso: a held comment can be edited and deleted, too', async () => {
    await starts({ MODERATED: '1' });
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'Held.', name: 'Eve' });
    await submit(page);
    await open();
    await change(page, 1, 'Edit');
    await page.until(() => focused()?.name === 'edited');
    await page.press(...' Twice.');
    await page.click('.editor button', 'Save');
    await page.find('.own .comment-body', 'Held. Twice.');
    await page.find('.own .note', 'Your comment is awaiting moderation');
    await change(page, 1, 'Delete');
    await page.click('.change .button', 'Delete');
    await page.gone('[data-comment="1"]');
    assert.deepEqual(await kept(page, 'outbox'), {});
    await assert.rejects(server.moderate(1, 'activate'));
  });

  test('Isso: Edit and Delete are offered no more when the time for changes is over', async () => {
    await starts({ MAX_AGE: '8s' });
    const page = await open();
    await page.find('.nothing');
    await write(page, { comment: 'My own.', name: 'Eve' });
    await submit(page);
    await page.find('[data-comment="1"]');
    await page.gone('.change');
    await open();
    await title(page, '1 COMMENT');
    assert.deepEqual(await kept(page, 'mine'), {});
  });
});
