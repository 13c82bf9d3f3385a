// A project from its first look to a proved stage, by keys alone, on the small project of the tests.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open, violations } from './browser.mjs';
import { ROOT, Server } from './server.mjs';

const SMALL = join(ROOT, 'tests', 'small_project');

async function projectJourney({ browser, keep }) {
  const place = mkdtempSync(join(tmpdir(), 'gradus-project-'));
  const tree = join(place, 'tree');
  const mine = join(place, 'mine');
  cpSync(SMALL, tree, { recursive: true });
  const server = new Server(tree);
  try {
    server.gradus('prove', '--all', '-j', '1');
    server.gradus('project', 'new', 'words', mine, '--no-setup');
    await server.start();
    const page = keep(await open(browser, server.url));
    await page.focus('nav a:has-text("Projects")');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/project\/words$/);
    await page.waitForSelector('li.waiting');
    assert.match(await page.textContent('.left'), /Every word is counted in all texts/, 'what will be checked is told before a run');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('text=is not written yet');
    copyFileSync(join(tree, 'projects/project-words/words/reference/wordy/count.py'), join(mine, 'wordy/count.py'));
    await page.focus('button:has-text("Judge the next stage")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('li.proved');
    assert.match(await page.textContent('.log'), /python -m wordy count docs/, 'what ran is told');
    await page.waitForSelector('figure.curve');
    assert.equal(await page.locator('tbody tr').count(), 2);
    assert.match(await page.textContent('tbody tr'), /wordy\/count\.py/, 'what changed since the run before');
    await page.focus('input[aria-label^="Compare run"]');
    await page.keyboard.press('Space');
    await page.waitForSelector('figcaption:has-text("One run")');
    await page.reload();
    await page.waitForSelector('li.proved');
    writeFileSync(join(mine, 'wordy/serve.py'), 'import time\ntime.sleep(300)\n');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('meter');
    await page.keyboard.press('Control+.');
    await page.waitForSelector('text=You stopped this run.');
    assert.equal(await page.locator('li.proved').count(), 1, 'a stopped run changes nothing');
    for (const theme of ['light', 'dark']) {
      const seen = keep(await open(browser, `${server.url}/project/words`, { theme }));
      await seen.waitForSelector('li.proved');
      await seen.waitForTimeout(400);
      assert.deepEqual(await violations(seen), []);
    }
    await page.goto(`${server.url}/step/words-serve`);
    await page.waitForSelector('text=gradus project try serve');
    if (process.env.GRADUS_E2E_SHOTS) {
      const shown = keep(await open(browser, `${server.url}/project/words`));
      await shown.click('input[aria-label^="Compare run"]');
      await shown.waitForSelector('figcaption:has-text("One run")');
      await shown.screenshot({ path: `${process.env.GRADUS_E2E_SHOTS}/project.png` });
    }
  } finally {
    for (const context of browser.contexts()) await context.close(); // a page that loses its server complains
    await server.end();
    rmSync(place, { recursive: true, force: true });
  }
}
projectJourney.alone = true;

export const PROJECT = { project: projectJourney };
