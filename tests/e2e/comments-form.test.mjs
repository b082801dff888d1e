// LEAVE A REPLY: what is checked, how it is said, and where the form stands.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { inEachEngine } from './engines.mjs';
import { mistakes, newsroom, paste, typed, write } from './reader.mjs';

const MISSING = { comment: 'Please enter your comment!', name: 'Please enter your name here' };
const EMAIL = 'You have entered an incorrect email address!';
const WEBSITE = 'Please enter a web address such as https://example.org, or leave this empty';

/** Posts what must be refused, until focus is at the first field with an error: that scrolls, and a click that is on its
 *  way meanwhile misses (Firefox, once in a hundred runs). */
const refused = async (page, name, first = name) => {
  await page.click('button', 'Post Comment');
  await page.until((name, first) => $(`[name=${name}]`).ariaInvalid === 'true' && focused()?.name === first, name, first);
};

inEachEngine('form', (browser) => {
  let news;
  before(async () => { news = await newsroom(); });
  after(() => news.close());

  test('form: title, labels and buttons have the texts that readers know, and required fields are marked', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    assert.deepEqual(await page.texts('.reply .part-title'), ['LEAVE A REPLY']);
    assert.deepEqual(await page.texts('form label'), [
      'Comment:*', 'Name:*', 'Email:', 'Website:', 'Save my name, email, and website in this browser for the next time I comment.',
    ]);
    assert.deepEqual(await page.texts('form button'), ['Post Comment', 'Preview']);
    assert.equal((await page.texts('form > :first-child'))[0], 'Required fields are marked *');
    const required = await page.run(() => $$('form [aria-required=true]').map((field) => [field.name, field.labels[0].textContent.includes('*')]));
    assert.deepEqual(required, [['comment', true], ['name', true]]);
  });

  test('form: shows every error at once beside its field, with focus on the first, when it is posted empty', async () => {
    const { page } = browser;
    await refused(page, 'comment');
    assert.deepEqual(await mistakes(page), MISSING);
    await page.until(() => focused()?.name === 'comment');
    const beside = await page.run(() => $$('form .error').map((error) => error.parentElement.querySelector('[name]').name));
    assert.deepEqual(beside, ['comment', 'name']);
    assert.deepEqual(await page.events('comment'), []);
  });

  test('form: is accessible with its errors, in light and dark', async () => {
    const { page } = browser;
    await accessible(page);
    await page.run(() => document.querySelector('news-widget').setAttribute('theme', 'dark'));
    await accessible(page);
  });

  test('form: an error goes when its field is corrected, and the others stay', async () => {
    const { page } = browser;
    await write(page, { comment: 'x' });
    await page.until(() => $('[name=comment]').ariaInvalid !== 'true');
    assert.deepEqual(await mistakes(page), { name: MISSING.name });
    assert.equal(await page.run(() => $('[name=comment]').getAttribute('aria-describedby')), null);
    await write(page, { name: ' ' });
    assert.deepEqual(await mistakes(page), { name: MISSING.name }, 'a space is no name');
  });

  test('form: e-mail address, website and length of the name are checked on posting, and not while somebody types', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'Well.', email: 'ann@', website: 'not a site' });
    await paste(page, 'name', 'é'.repeat(130));
    assert.deepEqual(await mistakes(page), {});
    await refused(page, 'name');
    assert.deepEqual(await mistakes(page), { name: 'This is too long by 15 bytes. Please shorten it.', email: EMAIL, website: WEBSITE });
    await page.until(() => focused()?.name === 'name');
    await write(page, { email: 'news.example' });
    await page.until(() => $('[name=email]').ariaInvalid !== 'true');
    await paste(page, 'name', 'é'.repeat(125));
    await page.until(() => $('form .error').textContent.includes('by 5 bytes'));
    assert.deepEqual(await mistakes(page), { name: 'This is too long by 5 bytes. Please shorten it.', website: WEBSITE });
  });

  test('form: a website with another scheme than http or https, or with a user name, is refused', async () => {
    const { page } = browser;
    for (const website of ['javascript:alert(1)', 'data:text/html,x', 'ftp://news.example', 'https://bank.example@evil.example']) {
      await paste(page, 'website', website);
      await refused(page, 'website', 'name');
      assert.equal((await mistakes(page)).website, WEBSITE, website);
    }
    await paste(page, 'website', 'news.example/ann');
    await page.until(() => $('[name=website]').ariaInvalid !== 'true');
  });

  test('form: a comment of 65,526 bytes is refused as one byte too long', async () => {
    const { page } = browser;
    await paste(page, 'comment', 'a'.repeat(65_526));
    await refused(page, 'comment');
    assert.equal((await mistakes(page)).comment, 'This is too long by 1 byte. Please shorten it.');
    await page.until(() => focused()?.name === 'comment');
  });

  test('form: Reply brings it under the comment with its text, and focus into it', async () => {
    const { page } = browser;
    await news.forget(page);
    await news.open(page, 'talk');
    await write(page, { comment: 'Half a thought', name: 'Eve' });
    await page.click('[data-comment=first] .reply-button');
    await page.until(() => $('li:has(> [data-comment=first]) form') && focused()?.name === 'comment');
    assert.deepEqual(await page.texts('.reply .part-title'), ['LEAVE A REPLY TO Ann']);
    assert.equal(await page.run(() => $$('form').length), 1);
    const { comment, name } = await typed(page);
    assert.deepEqual([comment, name], ['Half a thought', 'Eve']);
    assert.deepEqual(await page.texts('form button'), ['Post Comment', 'Preview', 'Cancel reply']);
  });

  test('form: a second Reply moves it to another comment with its text, and it is accessible there', async () => {
    const { page } = browser;
    await page.click('[data-comment=second] .reply-button');
    await page.until(() => $('li:has(> [data-comment=second]) form') && focused()?.name === 'comment');
    assert.equal((await typed(page)).comment, 'Half a thought');
    await accessible(page);
  });

  test('form: Cancel reply brings it back with its text, and focus to the Reply button that opened it', async () => {
    const { page } = browser;
    await page.click('button', 'Cancel reply');
    await page.until(() => $('.reply-place form') && focused()?.closest('[data-comment=second]') && focused().matches('.reply-button'));
    assert.deepEqual(await page.texts('.reply .part-title'), ['LEAVE A REPLY']);
    assert.equal((await typed(page)).comment, 'Half a thought');
  });

  test('form: its errors go with it when Reply moves it', async () => {
    const { page } = browser;
    await news.forget(page);
    await news.open(page, 'talk');
    await refused(page, 'comment');
    await page.click('[data-comment=first] .reply-button');
    await page.until(() => $('li:has(> [data-comment=first]) form'));
    assert.deepEqual(await mistakes(page), MISSING);
  });

  test('form: the consent box stays ticked when Reply moves it', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await page.click('form [type=checkbox]');
    await page.click('[data-comment=first] .reply-button');
    await page.until(() => $('li:has(> [data-comment=first]) form'));
    assert.equal(await page.run(() => $('form [type=checkbox]').checked), true);
  });

  /** Password managers, extensions and scripts: a `change` event, or none at all. */
  test('form: what a program filled in is read, with a change event or with no event at all', async () => {
    const { page } = browser;
    await news.forget(page);
    await news.open(page, 'talk');
    const fill = (name, value, event) => page.run((name, value, event) => {
      $(`form [name=${name}]`).value = value;
      if (event) $(`form [name=${name}]`).dispatchEvent(new Event('change', { bubbles: true }));
    }, name, value, event);
    await fill('email', 'zoe@news.example', true);
    await page.until(() => Object.values(localStorage).some((draft) => draft.includes('zoe@news.example')));
    await fill('name', 'Zoe');
    await write(page, { comment: 'Filled in' });
    assert.equal((await typed(page)).name, 'Zoe', 'what is typed elsewhere does not wipe it out');
    await fill('website', 'news.example/zoe');
    await fill('comment', 'Filled in by a program.');
    await page.click('[data-comment=first] .reply-button');
    await page.until(() => $('li:has(> [data-comment=first]) form'));
    const { comment, website } = await typed(page);
    assert.deepEqual([comment, website], ['Filled in by a program.', 'news.example/zoe']);
    await fill('name', 'Zoe Marsh');
    await page.listen();
    await page.click('button', 'Post Comment');
    const { status, id } = await page.event('comment');
    assert.equal(status, 'published');
    await page.find(`[data-comment="${id}"] .comment-author`, 'Zoe Marsh');
    assert.deepEqual(await page.texts(`[data-comment="${id}"] .comment-body`), ['Filled in by a program.']);
    await news.forget(page);
  });

  test('form: an e-mail address with an international domain is accepted', async () => {
    const { page } = browser;
    await news.open(page, 'talk');
    await write(page, { comment: 'From Munich.', name: 'Zoe', email: 'zoe@münchen.example' });
    await page.listen();
    await page.click('button', 'Post Comment');
    assert.equal((await page.event('comment')).status, 'published');
    await news.forget(page);
  });

  test('form: a reply stays under its comment with its text, when the order of the thread changes', async () => {
    const { page } = browser;
    await page.open(`${news.server.url}index.html#/article/harbour-lights`);
    const first = await page.until(() => $('.thread [data-comment]')?.dataset.comment);
    await page.click('.thread .reply-button');
    await page.until(() => focused()?.name === 'comment');
    await write(page, { comment: 'Still here' });
    await page.run(() => {
      $('select').value = 'newest';
      $('select').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.until((first) => $('.thread [data-comment]').dataset.comment !== first, first);
    assert.equal((await typed(page)).comment, 'Still here');
    assert.equal(await page.run(() => $('form').closest('li').querySelector('[data-comment]').dataset.comment), first);
  });

  test('form: the number of characters left is shown only near the limit', async () => {
    const { page } = browser;
    await news.forget(page);
    await news.open(page, 'talk');
    await paste(page, 'comment', 'x'.repeat(65_525 - 501));
    await page.settled();
    assert.deepEqual(await page.texts('.remaining'), []);
    await paste(page, 'comment', 'x'.repeat(65_525 - 12));
    await page.find('.remaining', '12 characters left');
    assert.equal(await page.run(() => $('[name=comment]').getAttribute('aria-describedby') === $('.remaining').id), true);
    await paste(page, 'comment', 'é'.repeat(32_762));
    await page.find('.remaining', '0 characters left');
  });

  test('form: Preview shows paragraphs and links, and markup as text', async () => {
    const { page } = browser;
    await news.forget(page);
    await news.open(page, 'talk');
    await paste(page, 'comment', 'One <b>bold</b> word.\n\nSee https://news.example/there.');
    assert.deepEqual(await page.texts('.preview'), []);
    await page.click('button', 'Preview');
    await page.find('.preview p', 'One <b>bold</b> word.');
    assert.equal(await page.run(() => $('.preview a').href), 'https://news.example/there');
    await paste(page, 'comment', 'Another.');
    await page.find('.preview .comment-body', 'Another.');
    await page.click('button', 'Preview');
    await page.gone('.preview');
    await news.forget(page);
  });

  test('form: a reply can be written and posted by the keyboard alone', async () => {
    const { page } = browser;
    await news.forget(page);
    await news.open(page, 'talk');
    await page.listen();
    await page.run(() => $('[data-comment=first]').focus());
    await page.press('TAB');
    await page.until(() => focused()?.className.includes('permalink'));
    await page.press('TAB');
    await page.until(() => focused()?.ariaLabel === 'Reply to Ann');
    await page.press('ENTER');
    await page.until(() => focused()?.name === 'comment');
    await page.press('By keys.', 'TAB', 'Kay', 'TAB', 'TAB', 'TAB', 'SPACE', 'TAB');
    assert.equal(await page.run(() => squeeze(focused().textContent)), 'Post Comment');
    assert.equal(await page.run(() => $('[type=checkbox]').checked), true);
    await page.press('ENTER');
    const { status, id } = await page.event('comment');
    assert.equal(status, 'published');
    await page.until((id) => focused()?.dataset.comment === id, id);
    await news.forget(page);
  });
}, { differ: 'focus, forms' });
