// The lab beyond the verdict: a run without a judge, pictures of counter-examples, a curve as it comes, two tabs, the first minutes.
import assert from 'node:assert/strict';
import { editorText, open, tabTo, verdict, write } from './browser.mjs';
import { place } from './journeys.mjs';

const CODE = 'la-norms';
const EVIL = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';

async function runJourney({ server, browser, keep }) {
  await place(server, CODE);
  const page = keep(await open(browser, `${server.url}/step/${CODE}`));
  const before = (await server.get('/api/export')).submissions.length;
  await write(page, 'def double(x):\n    return 2 * x\n\nprint("hello from the box")\n');
  await page.keyboard.press('Alt+Enter');
  await page.waitForFunction(() => document.querySelector('.output pre')?.textContent === 'hello from the box\n');
  assert.match(await page.evaluate(() => document.activeElement?.className), /cm-content/, 'the focus stays in the editor');
  await page.keyboard.press('Escape');
  await tabTo(page, '.output textarea');
  await page.keyboard.type('double(21)');
  await page.keyboard.press('Alt+Enter');
  await page.waitForFunction(() => document.querySelector('.output .value')?.textContent?.endsWith('42'));
  assert.equal((await server.get('/api/export')).submissions.length, before, 'nothing was handed in');
  await page.reload();
  await page.waitForSelector('.cm-content');
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Alt+Enter');
  await page.waitForFunction(() => document.querySelector('.output .value')?.textContent?.endsWith('42'), undefined); // the lines were kept
  await write(page, 'def double(x):\n    return 1 / 0\n');
  await page.keyboard.press('Alt+Enter');
  await page.waitForFunction(() => /ZeroDivisionError/.test(document.querySelector('.output .trace')?.textContent ?? ''));
}

async function tryThisCall({ server, browser, keep }) {
  const step = await place(server, CODE);
  const page = keep(await open(browser, `${server.url}/step/${CODE}`));
  await write(page, step.mistake());
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  const called = await page.textContent('details[open] .called code');
  await page.keyboard.press('Escape');
  await tabTo(page, '.again');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.output .value, .output .trace');
  assert.equal(await page.inputValue('.output textarea'), called);
}

async function queryRuns({ server, browser, keep }) {
  const step = await place(server, 'sql-inner-join');
  const page = keep(await open(browser, `${server.url}/step/sql-inner-join`));
  await write(page, step.text('solution.sql'));
  await page.keyboard.press('Alt+Enter');
  await page.waitForSelector('.output table tbody tr');
  assert.deepEqual(await page.locator('.output caption').allTextContents().then((all) => all.map((c) => c.split(',')[0])), ['SQLite', 'DuckDB']);
}

/** Hand in a known wrong answer; what must then be drawn. */
const DRAWN = [
  ['opt-gradient-descent', 'start-left-out', 'svg[role=img] path'],
  ['clu-kmeans', null, 'svg[role=img] path.point, .pair table, details[open] dl'],
  ['viz-line-chart', 'legend_in_another_order', 'figcaption'],
  ['prob-bayes-inference', null, '.checks'],
  ['prep-missing-values', 'mean_for_median', '.pair table'],
  ['sql-inner-join', null, '.pair table'],
];
async function views({ server, browser, keep }) {
  const page = keep(await open(browser, server.url));
  const seen = [];
  for (const [id, name, drawn] of DRAWN) {
    const step = await place(server, id).catch(() => null);
    if (!step) continue; // not proven in this curriculum
    await page.goto(`${server.url}/step/${id}`);
    await write(page, name ? step.text(`mistakes/${name}.py`) : step.mistake());
    await page.keyboard.press('Control+Enter');
    await verdict(page, 'not yet');
    await page.waitForSelector(`.lower :is(${drawn})`, { state: 'attached' });
    seen.push(id);
  }
  assert.ok(seen.length >= 4, `only ${seen.join(', ')} could be tried`);
  return seen.join(', ');
}

async function figureIsText({ server, browser, keep }) {
  const step = await place(server, 'viz-line-chart');
  const page = keep(await open(browser, `${server.url}/step/viz-line-chart`));
  await write(page, step.text('solution.py').replace('ax.set_title(title)', `ax.set_title(${JSON.stringify(EVIL)})`).replace('ax.legend()', `ax.legend([${JSON.stringify(EVIL)}])`));
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'not yet');
  await page.waitForFunction(() => /onerror/.test(document.querySelector('.lower figure .title')?.textContent ?? ''));
  assert.equal(await page.locator('.lower :is(img, script)').count(), 0);
  await write(page, `import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title(${JSON.stringify(EVIL)})\nprint(${JSON.stringify(EVIL)})\n`);
  await page.keyboard.press('Alt+Enter');
  await page.waitForSelector('.output img');
  assert.ok((await page.textContent('.output pre')).includes('<script>'));
  assert.match(await page.getAttribute('.output img', 'src'), /^data:image\/png;base64,/);
  assert.doesNotMatch(await page.title(), /owned/);
}

async function curveComesLive({ server, browser, keep }) {
  const step = await place(server, 'torch-module-train');
  const page = keep(await open(browser, `${server.url}/step/torch-module-train`));
  await write(page, step.text('solution.py'));
  let live = false;
  const watch = page.waitForFunction(() => /While it runs/.test(document.querySelector('.curve figcaption')?.textContent ?? '')).then(() => (live = true), () => undefined);
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'accepted');
  await page.waitForSelector('.curve svg path');
  await watch;
  assert.ok(live, 'the curve was drawn while the training ran');
  await page.reload();
  await page.waitForSelector('.curve svg path'); // the record keeps it
}

async function twoTabs({ server, browser, keep }) {
  await place(server, CODE);
  const one = keep(await open(browser, `${server.url}/step/${CODE}`));
  const two = keep(await open(browser, `${server.url}/step/${CODE}`, { beside: one }));
  await one.waitForSelector('.cm-content');
  await two.waitForSelector('.cm-content');
  await one.bringToFront();
  await write(one, '# typed in the first tab\n');
  await two.waitForFunction(() => /typed in the first tab/.test(document.querySelector('.cm-content')?.textContent ?? '')); // the other tab follows
  // Both type while the server is gone: each keeps its own text, over a reload too.
  one.forgive = two.forgive = true;
  await server.stop();
  await write(one, '# mine, one\n');
  await one.waitForFunction(() => document.querySelector('.saved')?.textContent === 'kept in this browser');
  await two.bringToFront();
  await write(two, '# mine, two\n');
  await two.waitForFunction(() => document.querySelector('.saved')?.textContent === 'kept in this browser');
  await server.start();
  await two.waitForFunction(() => document.querySelector('.conflict') || document.querySelector('.saved')?.textContent === 'saved');
  await one.bringToFront();
  await one.waitForFunction(() => document.querySelector('.conflict') || document.querySelector('.saved')?.textContent === 'saved');
  const disk = server.read(CODE, 'answer.py');
  assert.ok(['# mine, one\n', '# mine, two\n'].includes(disk), `on disk stands ${JSON.stringify(disk)}`);
  assert.match(await editorText(one), /mine, one/);
  assert.match(await editorText(two), /mine, two/);
  const loser = disk.includes('one') ? two : one;
  await loser.bringToFront();
  await loser.waitForSelector('.conflict');
  await loser.reload();
  await loser.waitForSelector('.conflict');
  assert.match(await editorText(loser), disk.includes('one') ? /mine, two/ : /mine, one/);
  assert.equal(server.read(CODE, 'answer.py'), disk, 'nothing was overwritten');
}

/** Move the options of a question by arrow keys until they stand in this order. */
async function arrange(page, q, wanted) {
  const now = q.options.map((_, i) => i + 1);
  let moved = false;
  for (const [to, option] of wanted.entries()) {
    for (let from = now.indexOf(option); from > to; from -= 1) {
      const here = `[data-order="${q.id}-${from}"]`;
      const there = `[data-order="${q.id}-${from - 1}"]`;
      const text = (selector) => page.evaluate((s) => document.querySelector(s).closest('li').querySelector('.item').textContent, selector);
      const rising = await text(here);
      // A key that comes while the page puts a verdict in place may find no focus: it is pressed again, as a hand would.
      for (let tries = 0; (await text(there)) !== rising && tries < 5; tries += 1) {
        await page.focus(here);
        await page.keyboard.press('ArrowUp');
        await page.waitForFunction((at) => document.activeElement?.dataset.order === at, `${q.id}-${from - 1}`, { timeout: 5000 }).catch(() => undefined);
      }
      assert.equal(await text(there), rising, 'the arrow key moves the option');
      moved = true;
    }
    now.splice(to, 0, ...now.splice(now.indexOf(option), 1));
  }
  if (moved) return;
  await page.focus(`fieldset:has([data-order^="${q.id}-"]) button.quiet`);
  await page.keyboard.press('Enter');
}

/** UI.md 12: from the open address to the next step, by keys alone; the clock is told, not asserted. */
async function firstMinutes({ server, browser, keep }) {
  const began = performance.now();
  const marks = [];
  const mark = (what) => marks.push(`${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const page = keep(await open(browser, server.url, { newcomer: true }));
  await page.waitForSelector('dialog .first');
  assert.ok(await page.isVisible('.card'), 'the board is there behind the question');
  mark('board and question');
  await page.keyboard.press('Enter'); // from the beginning
  await page.waitForURL(/\/step\//);
  const id = page.url().split('/').at(-1);
  await page.waitForSelector('.cm-content, fieldset');
  mark('first step');
  const opened = await server.get(`/api/steps/${id}`);
  await page.keyboard.press('Control+Enter'); // the untouched starter
  await page.waitForFunction(() => /Verdict:/.test(document.querySelector('.verdict [role=status]')?.textContent ?? ''));
  mark('first verdict');
  if (opened.kind === 'drill') {
    // Take the solution apart: a machine cannot think of the answers, and the clock is about the page.
    const revealed = await fetch(`${server.url}/api/steps/${id}/reveal`, { method: 'POST' }).then((r) => r.json());
    const answers = Object.fromEntries([...revealed.solution[0].text.matchAll(/^(q\d+)\s*=\s*"((?:[^"\\]|\\.)*)"/gm)].map((m) => [m[1], JSON.parse(`"${m[2]}"`)]));
    const { drill } = await server.get(`/api/steps/${id}`);
    await page.keyboard.press('Alt+Digit2');
    for (const q of drill.questions) {
      if (q.form === 'choice') {
        await page.focus(`[name="${q.id}"][value="${answers[q.id]}"]`);
        await page.keyboard.press('Space');
      } else if (q.form === 'order') await arrange(page, q, answers[q.id].match(/\d+/g).map(Number));
      else {
        await page.focus(`[aria-labelledby="${q.id}-ask"]`);
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText(answers[q.id]);
      }
    }
  } else await write(page, (await place(server, id)).text(`solution.${opened.kind === 'sql' ? 'sql' : 'py'}`));
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'accepted');
  mark('first pass');
  await page.waitForFunction(() => /step/.test(document.querySelector('.foot .gap')?.textContent ?? ''));
  await page.waitForSelector('a:has-text("Next step")');
  await page.keyboard.press('Alt+KeyN');
  await page.waitForFunction((old) => !location.pathname.endsWith(old), id);
  await page.waitForSelector('.lab');
  mark('next step');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.waitForSelector('.cards a');
  assert.equal(await page.locator('dialog').count(), 0, 'the question is asked once');
  return marks.join(', ');
}

for (const journey of [twoTabs, firstMinutes]) journey.alone = true;

export const LAB = {
  'run without a judge': runJourney,
  'try this call': tryThisCall,
  'a query runs': queryRuns,
  views,
  'a figure is text': figureIsText,
  'a curve comes live': curveComesLive,
  'two tabs': twoTabs,
  'first minutes': firstMinutes,
};
