// The record in the page: progress, files that leave and come back, the transcript with its evidence; and the author's page.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open, tabTo, verdict, write } from './browser.mjs';
import { place } from './journeys.mjs';
import { CURRICULUM, Server } from './server.mjs';

const CODE = 'la-norms';

async function progressJourney({ server, browser, keep }) {
  const step = await place(server, CODE);
  const page = keep(await open(browser, `${server.url}/progress`));
  await page.waitForSelector('h2:has-text("What can I do now?")');
  await page.goto(`${server.url}/step/${CODE}`);
  await write(page, step.text('solution.py'));
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'accepted');
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/progress`);
  await page.waitForSelector(`a[href="/step/${CODE}"]`);
  assert.ok(await page.isVisible('svg[aria-label^="Steps proved by day"] rect:is(.s1, .s2, .s3, .s4)'), 'today has its shade');
  for (const [address, name, head] of [['/api/export.xlsx', 'gradus-roadmap.xlsx', 'PK'], ['/api/export.csv', 'gradus-roadmap.csv', '\ufeffdocument,section'], ['/api/export', 'gradus-export.json', '{']]) {
    const coming = page.waitForEvent('download');
    await tabTo(page, `a[href="${address}"]`);
    await page.keyboard.press('Enter');
    const file = await coming;
    assert.equal(file.suggestedFilename(), name);
    assert.ok(readFileSync(await file.path(), 'utf8').startsWith(head), `${name} begins as it should`);
    if (name.endsWith('.json')) {
      // The same file into a home that has nothing.
      const other = new Server();
      try {
        await other.start();
        const there = keep(await open(browser, `${other.url}/progress`));
        await there.waitForSelector('input[type=file]', { state: 'attached' });
        await there.setInputFiles('input[type=file]', await file.path());
        await there.waitForFunction(() => /^Added [1-9]/.test([...document.querySelectorAll('[role=status]')].map((s) => s.textContent).join('')));
        await there.waitForSelector(`a[href="/step/${CODE}"]`);
        await there.setInputFiles('input[type=file]', { name: '<img src=x onerror="document.title=1">.json', mimeType: 'application/json', buffer: Buffer.from('<b>not</b> JSON') });
        await there.waitForFunction(() => /is not JSON/.test([...document.querySelectorAll('[role=status]')].map((s) => s.textContent).join('')));
        assert.ok((await there.textContent('.failed')).includes('<img src=x'), 'a file name shows as text');
        assert.equal(await there.locator('.failed img').count(), 0);
        await there.context().close();
      } finally {
        await other.end();
      }
    }
  }
  await tabTo(page, 'a[href="/transcript"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.page table');
  await tabTo(page, 'a[href^="/evidence/"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.verdict .head');
  assert.equal((await page.textContent('section pre')).trim(), step.text('solution.py').trim(), 'the evidence is the answer that was judged');
}

async function authorJourney({ browser, keep }) {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-author-'));
  cpSync(CURRICULUM, folder, { recursive: true });
  const server = new Server(folder);
  try {
    await server.start();
    const { tracks } = await server.get('/api/roadmap');
    const at = tracks.flatMap((t) => t.concepts.map((c) => [t, c])).find(([, c]) => c.steps.some((s) => s.id === CODE));
    const lesson = join(folder, at[0].id, at[1].id, CODE, 'lesson.md');
    const page = keep(await open(browser, `${server.url}/author/${CODE}`));
    await page.waitForSelector('.prose .katex');
    assert.match(await page.textContent('.state'), /Proven as it stands/);
    await page.waitForFunction(() => /caught as itself/.test(document.querySelector('.proof')?.textContent ?? ''));
    appendFileSync(lesson, '\nA sentence that was saved a moment ago.\n');
    await page.waitForFunction(() => /saved a moment ago/.test(document.querySelector('.lesson')?.textContent ?? ''));
    await page.context().close();
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

progressJourney.alone = true; // it reads the newest answer of the record

export const RECORD = { 'progress and the record': progressJourney, 'the author’s page': authorJourney };
