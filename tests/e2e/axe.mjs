// What axe-core finds wrong with the page, as one readable failure. It looks into open shadow roots by itself.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Fails on any violation of WCAG 2.2 AA or of axe's best practices. `context` and `options` are axe's own. */
export async function accessible(page, context = null, options = {}) {
  await page.driver.executeScript(AXE);
  const [violations, failure] = await page.driver.executeAsyncScript(`
    const [context, options, done] = arguments;
    axe.run(context ?? document, { resultTypes: ['violations'], ...options })
      .then(({ violations }) => done([violations]), (error) => done([null, String(error)]));`, context, options);
  assert.equal(failure, undefined);
  const lines = violations.flatMap(({ id, impact, help, nodes }) => [
    `${id} (${impact}): ${help}`,
    ...nodes.flatMap(({ target, failureSummary }) => [`  ${target.flat().join(' >>> ')}`, failureSummary.replace(/^/gm, '    ')]),
  ]);
  if (lines.length) assert.fail(`axe found:\n${lines.join('\n')}`);
}
