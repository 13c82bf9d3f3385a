// What a learner does, by keys alone. Right and wrong answers are read from the curriculum, so content may change.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorText, open, tabTo, verdict, violations, walkTo, write } from './browser.mjs';
import { everyFigure, figureInLesson } from './figures.mjs';
import { LAB } from './lab.mjs';
import { PROJECT } from './project.mjs';
import { RECORD } from './record.mjs';
import { CURRICULUM } from './server.mjs';

const CODE = 'la-norms';
const SQL = 'sql-inner-join';
const DRILL = 'calc-derivatives';

/** Where a step stands, and a text of its folder. */
export async function place(server, id) {
  const { tracks } = await server.get('/api/roadmap');
  for (const track of tracks)
    for (const concept of track.concepts) {
      const step = concept.steps.find((s) => s.id === id);
      if (!step) continue;
      assert.notEqual(step.state, 'planned', `${id} is not in the lock of ${CURRICULUM}`);
      const folder = join(CURRICULUM, track.id, concept.id, id);
      const first = (sub) => readdirSync(join(folder, sub)).filter((f) => !f.startsWith('_')).sort()[0];
      return { concept: concept.id, text: (name) => readFileSync(join(folder, name), 'utf8'), mistake: () => readFileSync(join(folder, 'mistakes', first('mistakes')), 'utf8') };
    }
  throw new Error(`no step ${id} in the roadmap`);
}
const at = (page, pattern) => page.waitForURL(pattern, { timeout: 10_000 });

async function codeJourney({ server, browser, keep }) {
  const step = await place(server, CODE);
  const page = keep(await open(browser, server.url));
  await walkTo(page, step.concept);
  await page.keyboard.press('Enter');
  await at(page, /\/step\//);
  if (!page.url().endsWith(CODE)) await page.goto(`${server.url}/step/${CODE}`);
  await page.waitForSelector('.prose .katex');
  await write(page, step.mistake());
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  assert.match(await page.textContent('.mistake'), /This looks like/, 'the known mistake is named');
  assert.ok(await page.isVisible('details[open] .body'), 'the first failing check is open');
  assert.ok(await page.isDisabled('.foot button:has-text("Next step")'), 'Next waits for a pass');
  await write(page, step.text('solution.py'));
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'accepted');
  await page.waitForSelector('a:has-text("Next step")');
  await page.waitForSelector('button:has-text("A solution beside yours")');
  const sending = await page.evaluate(() => document.activeElement?.className);
  assert.match(sending, /cm-content/, 'the focus did not jump');
  await page.keyboard.press('Alt+KeyN');
  await page.waitForFunction((old) => !location.pathname.endsWith(old), CODE);
  await page.waitForSelector('.lab');
  await page.keyboard.press('Escape');
  const { totals } = await server.get('/api/roadmap');
  assert.equal(totals.solved, 1);
}

async function sqlJourney({ server, browser, keep }) {
  const step = await place(server, SQL);
  const page = keep(await open(browser, `${server.url}/step/${SQL}`));
  await write(page, step.mistake());
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  await page.waitForSelector('.pair table, details[open] dl');
  await write(page, step.text('solution.sql'));
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'accepted');
}

/** Type an answer into every field, by key. */
async function answer(page, questions, say) {
  for (const q of questions) {
    if (q.form === 'choice') {
      await page.focus(`[name="${q.id}"][value="${say(q)}"]`);
      await page.keyboard.press('Space');
    } else if (q.form !== 'order') {
      await page.focus(`[aria-labelledby="${q.id}-ask"]`);
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(say(q));
    }
  }
}

async function drillJourney({ server, browser, keep }) {
  await place(server, DRILL);
  const page = keep(await open(browser, `${server.url}/step/${DRILL}`));
  await page.waitForSelector('fieldset');
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.type('nonsense((');
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'could not be read');
  assert.ok(await page.isVisible('button:has-text("Check answers")'), 'what was not counted may be corrected');
  await answer(page, (await server.get(`/api/steps/${DRILL}`)).drill.questions, () => '1');
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  await page.waitForSelector('fieldset.wrong .mark');
  await page.keyboard.press('Control+Enter'); // new questions
  await page.waitForFunction(() => !document.querySelector('.verdict [role=status]')?.textContent?.includes('Verdict:'));
  const revealed = page.waitForResponse((r) => r.url().endsWith('/reveal'));
  await page.focus('text=Show a solution…');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const [{ text }] = (await (await revealed).json()).solution;
  const answers = Object.fromEntries([...text.matchAll(/^(q\d+)\s*=\s*"((?:[^"\\]|\\.)*)"/gm)].map((m) => [m[1], JSON.parse(`"${m[2]}"`)]));
  const { drill } = await server.get(`/api/steps/${DRILL}`);
  await page.keyboard.press('Alt+Digit2');
  await answer(page, drill.questions, (q) => answers[q.id]);
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'accepted');
  assert.equal(await page.locator('fieldset.right').count(), drill.questions.length);
}

async function draftsSurvive({ server, browser, keep }) {
  await place(server, CODE);
  const page = keep(await open(browser, `${server.url}/step/${CODE}`));
  await write(page, '# first\n');
  await page.waitForFunction(() => document.querySelector('.saved')?.textContent === 'saved');
  assert.equal(server.read(CODE, 'answer.py'), '# first\n');
  page.forgive = true;
  await server.stop();
  await write(page, '# typed while the server was gone\n');
  await page.waitForSelector('.gone');
  await page.waitForFunction(() => document.querySelector('.saved')?.textContent === 'kept in this browser');
  await server.start();
  await page.waitForSelector('.gone', { state: 'detached' });
  await page.waitForFunction(() => document.querySelector('.saved')?.textContent === 'saved');
  assert.equal(server.read(CODE, 'answer.py'), '# typed while the server was gone\n');
  page.forgive = false;

  // A reload in the middle of a word, before any save.
  await page.route('**/files', (route) => route.abort());
  page.forgive = true;
  await write(page, '# not saved by the server\n');
  await page.reload();
  await page.waitForSelector('.cm-content');
  assert.match(await editorText(page), /not saved by the server/);
  // Meanwhile the file changed on disk: both are shown, nothing is overwritten.
  server.write(CODE, 'answer.py', '# from another editor\n');
  await page.waitForSelector('.conflict');
  assert.equal(server.read(CODE, 'answer.py'), '# from another editor\n');
  assert.match(await editorText(page), /not saved by the server/);
  await page.unroute('**/files');
  await page.focus('button:has-text("Keep mine")');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.saved')?.textContent === 'saved');
  assert.equal(server.read(CODE, 'answer.py'), '# not saved by the server\n');
}

async function editorSave({ server, browser, keep }) {
  const step = await place(server, CODE);
  const page = keep(await open(browser, `${server.url}/step/${CODE}`));
  await page.waitForSelector('.cm-content');
  server.write(CODE, 'answer.py', step.mistake()); // warms the sandbox
  await verdict(page, 'not yet');
  const began = performance.now();
  server.write(CODE, 'answer.py', step.text('solution.py'));
  await verdict(page, 'accepted');
  const took = Math.round(performance.now() - began);
  assert.equal((await editorText(page)).trim(), step.text('solution.py').trim(), 'the page shows the saved text');
  return `save to verdict ${took} ms`;
}

async function nothingIsMarkup({ server, browser, keep }) {
  const step = await place(server, CODE);
  const page = keep(await open(browser, `${server.url}/step/${CODE}`));
  const evil = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
  await write(page, `print(${JSON.stringify(evil)})\n${step.mistake()}`);
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  assert.ok((await page.textContent('.more pre')).includes('<script>'), 'what was printed shows as text');
  await write(page, `raise ValueError(${JSON.stringify(evil)})\n`);
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => /onerror/.test(document.querySelector('.lower')?.textContent ?? ''));
  assert.equal(await page.locator('.verdict img, .verdict script').count(), 0);
  assert.doesNotMatch(await page.title(), /owned/);
}

async function findAndKeys({ server, browser, keep }) {
  const page = keep(await open(browser, server.url));
  await page.waitForSelector('.card');
  await page.keyboard.press('/');
  await page.keyboard.type('norm');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.pathname !== '/');
  await page.waitForSelector('.card, .lab, section h1');
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await at(page, `${server.url}/`);
  await page.keyboard.press('?');
  await page.waitForSelector('dialog dl');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  await page.keyboard.press('p');
  await page.waitForFunction(() => /numbers are the order|nothing is missing|already yours/.test(document.querySelector('.legend')?.textContent ?? ''));
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await at(page, /progress/);
}

async function accessible({ server, browser, keep }) {
  const step = await place(server, CODE);
  const problems = [];
  let pages = 0;
  for (const theme of ['light', 'dark']) {
    const look = async (name, page) => {
      pages += 1;
      await page.waitForTimeout(600); // a colour on its way is no colour; every motion here is over by then
      problems.push(...(await violations(page)).map((v) => `${name}, ${theme}: ${v}`));
    };
    const page = keep(await open(browser, server.url, { theme }));
    await page.waitForSelector('.card');
    await page.waitForTimeout(400);
    await look('map', page);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog dl');
    await look('keys', page);
    for (const id of [CODE, SQL, DRILL]) {
      await page.goto(`${server.url}/step/${id}`);
      await page.waitForSelector('.cm-content, fieldset');
      await page.waitForTimeout(300);
      await look(id, page);
    }
    await page.goto(`${server.url}/step/${CODE}`);
    await write(page, step.mistake());
    await page.keyboard.press('Control+Enter');
    await verdict(page, 'not yet');
    await look('a verdict', page);
    await write(page, step.text('solution.py'));
    await page.keyboard.press('Control+Enter');
    await verdict(page, 'accepted');
    await page.waitForSelector('button:has-text("A solution beside yours")');
    await page.click('button:has-text("A solution beside yours")');
    await look('a pass', page);
    await page.keyboard.press('Alt+Enter');
    await page.waitForSelector('.output .say');
    await look('a run without a judge', page);
    for (const [path, ready] of [['progress', '.tracks'], ['transcript', 'table'], [`author/${CODE}`, '.proof'], ['nowhere', 'h1']]) {
      await page.goto(`${server.url}/${path}`);
      await page.waitForSelector(ready);
      await look(path, page);
    }
    await page.goto(`${server.url}/transcript`);
    await page.click('a[href^="/evidence/"]');
    await page.waitForSelector('.verdict .head');
    await look('evidence', page);
  }
  assert.deepEqual(problems, []);
  return `${pages} pages, no violation`;
}

/** Milliseconds until the map stands with the processor four times slower, the best of three. */
async function throttled(server, browser) {
  const took = [];
  for (let i = 0; i < 3; i += 1) {
    const page = await open(browser, 'about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const began = performance.now();
    await page.goto(server.url);
    await page.waitForSelector('.card');
    took.push(performance.now() - began);
    await page.context().close();
  }
  return Math.round(Math.min(...took));
}

async function oneScreen({ server, browser, keep }) {
  const page = keep(await open(browser, server.url));
  await page.waitForSelector('.card');
  const board = await page.evaluate(() => {
    const left = document.querySelector('.left');
    const cards = [...document.querySelectorAll('.card')];
    return {
      fits: left.scrollHeight <= left.clientHeight && left.scrollWidth <= left.clientWidth,
      cards: cards.length,
      cut: cards.filter((c) => c.querySelector('.name').scrollHeight > c.querySelector('.name').clientHeight + 1 || c.querySelector('.name').scrollWidth > c.querySelector('.name').clientWidth + 1).map((c) => c.dataset.id),
      elements: document.querySelectorAll('*').length,
      stops: cards.filter((c) => c.tabIndex === 0).length,
    };
  });
  assert.ok(board.fits, 'the map needs no scrolling at 1440 x 900');
  assert.deepEqual(board.cut, [], 'every short name fits its card');
  assert.ok(board.elements <= 2000, `${board.elements} elements`);
  assert.equal(board.stops, 1, 'one tab stop for the whole board');
  const ready = await throttled(server, browser);
  return `${board.cards} concepts, ${board.elements} elements; ready in ${ready} ms at a quarter of this machine's speed (goal 2,000)`;
}

async function reviewJourney({ server, browser, keep }) {
  server.solvedBefore(60, CODE, DRILL);
  const step = await place(server, CODE);
  const page = keep(await open(browser, server.url));
  await page.waitForSelector('.cards .due');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await at(page, /\/review$/);
  await page.waitForSelector('article h1');
  // The code step by name: its starter afresh, a known mistake, then the solution.
  await page.goto(`${server.url}/review/${CODE}`);
  await write(page, step.mistake());
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  assert.match(await page.textContent('.mistake'), /This looks like/, 'the words for the very wrong answer');
  await write(page, step.text('solution.py'));
  await page.focus('[name=sure][value=guess]');
  await page.keyboard.press('ArrowRight'); // think so
  await page.keyboard.press('ArrowRight'); // know
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.end .own');
  assert.deepEqual((await server.get('/api/progress')).sure, [{ sure: 'know', answers: 1, right: 1 }]);
  assert.match(await page.textContent('.end .rated'), /Hard/, 'the judge rated it');
  assert.match(await page.textContent('.end table'), /%/, 'what moved');
  assert.equal((await server.get(`/api/steps/${CODE}`)).last, null, 'the step itself saw no run');
  // A drill that is not known any more.
  await page.goto(`${server.url}/review/${DRILL}`);
  await page.waitForSelector('fieldset');
  await tabTo(page, '[data-act=unknown]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.end .again');
  assert.match(await page.textContent('.end pre'), /q1/, 'the solution is shown');
}

async function placeJourney({ server, browser, keep }) {
  const page = keep(await open(browser, server.url));
  await page.waitForSelector('.card');
  await page.goto(`${server.url}/place`);
  await page.waitForSelector('.ticks');
  assert.match(await page.textContent('article'), /At most \d+ questions?, at most \d+ minutes/, 'the total is shown beforehand');
  await tabTo(page, '.ticks input');
  for (const track of ['mathematics', 'statistics']) {
    await page.focus(`[name="tick-${track}"][value=some]`);
    await page.keyboard.press('Space');
  }
  await tabTo(page, '[data-act=begin]', 90);
  await page.keyboard.press('Enter');
  await page.waitForSelector('progress');
  const settled = 800; // ms until the formulas are typeset
  await page.waitForTimeout(settled);
  const first = await page.textContent('.ask, .prose');
  await page.reload();
  await page.waitForSelector('progress');
  await page.waitForTimeout(settled);
  assert.equal(await page.textContent('.ask, .prose'), first, 'a reload puts the same question');
  const typed = await page.locator('.field').count();
  if (typed) {
    await page.focus('.field');
    await page.keyboard.type('nonsense((');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.unread');
  }
  await tabTo(page, '[data-act=unknown]');
  await page.keyboard.press('Enter');
  await page.waitForFunction((old) => document.querySelector('.ask, .prose, table')?.textContent !== old, first);
  if (await page.locator('progress').count()) {
    await tabTo(page, '[data-act=stop]');
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector('table');
  assert.match(await page.textContent('article'), /assumed known, \d+ unsure, \d+ to learn/);
  assert.equal((await server.get('/api/plan')).placed, true);
}

async function goalAndWhy({ server, browser, keep }) {
  const page = keep(await open(browser, `${server.url}/concept/attention`));
  await page.waitForSelector('.way');
  await page.click('button:has-text("Make it my goal")');
  await page.waitForSelector('.way:has-text("Your goal")');
  assert.match((await server.get('/api/plan')).next.reason, /goal/);
  await page.goto(`${server.url}/step/${CODE}`);
  await page.waitForSelector('summary:has-text("Where you stand")');
  await page.focus('summary:has-text("Where you stand")');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.lesson details p').length > 0);
  await server.get('/api/plan');
}

async function masteryAccessible({ server, browser, keep }) {
  server.solvedBefore(60, CODE, DRILL);
  const problems = [];
  for (const theme of ['light', 'dark']) {
    const look = async (name, page) => {
      await page.waitForTimeout(600);
      problems.push(...(await violations(page)).map((v) => `${name}, ${theme}: ${v}`));
    };
    const page = keep(await open(browser, server.url, { theme }));
    await page.waitForSelector('.cards .due');
    await look('map with reviews', page);
    for (const id of [CODE, DRILL]) {
      await page.goto(`${server.url}/review/${id}`);
      await page.waitForSelector('.cm-content, fieldset, .end');
      await look(`review of ${id}`, page);
    }
    await page.click('button:has-text("I don’t know")');
    await page.waitForSelector('.end');
    await look('the end of a review', page);
    server.solvedBefore(90, DRILL);
    await page.goto(`${server.url}/place`);
    await page.waitForSelector('.ticks, progress');
    await look('ticks', page);
    if (await page.locator('.ticks').count()) await page.click('button:has-text("Begin"), button:has-text("Go on")');
    await page.waitForSelector('progress');
    await look('a question', page);
    await page.click('button:has-text("Stop here")');
    await page.waitForSelector('article table');
    await look('labels', page);
  }
  assert.deepEqual(problems, []);
}

// These need a home of their own, or take the server away; the figures need none and are many.
for (const journey of [codeJourney, draftsSurvive, editorSave, everyFigure, reviewJourney, placeJourney, goalAndWhy, masteryAccessible]) journey.alone = true;

export const JOURNEYS = {
  'one screen': oneScreen,
  'map to next step': codeJourney,
  sql: sqlJourney,
  drill: drillJourney,
  'drafts survive': draftsSurvive,
  'save in an editor': editorSave,
  'nothing is markup': nothingIsMarkup,
  'find and keys': findAndKeys,
  ...LAB,
  ...RECORD,
  ...PROJECT,
  figures: everyFigure,
  'a figure in its lesson': figureInLesson,
  review: reviewJourney,
  'find my place': placeJourney,
  'goal and why': goalAndWhy,
  'reviews and placement are accessible': masteryAccessible,
  accessible,
};
