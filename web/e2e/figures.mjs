// Every figure by keys alone: it asks first, answers, moves, and stays readable in both themes and on a narrow screen.
import assert from 'node:assert/strict';
import { open, tabTo, violations } from './browser.mjs';

const LESSON = 'la-norms';
const WITH_FIGURE = 'unit-balls';

/** All that a figure shows: numbers, the sentence, what is drawn. */
const shown = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.frame');
    const drawn = [...frame.querySelectorAll('.picture svg, .picture table, .picture ul, .picture .bars, .picture [role=radiogroup]')].map((e) => e.innerHTML).join();
    const canvases = [...frame.querySelectorAll('canvas')].map((c) => c.toDataURL()).join();
    return [frame.querySelector('dl')?.textContent, frame.querySelector('.says')?.textContent, drawn, canvases].join('\n');
  });
const focused = (page) => page.evaluate(() => ({ tag: document.activeElement.tagName, type: document.activeElement.type, role: document.activeElement.getAttribute('role'), inside: !!document.activeElement.closest('.frame'), words: document.activeElement.textContent?.trim(), label: document.activeElement.getAttribute('aria-label') }));

async function guess(page, name) {
  await page.waitForSelector('.frame');
  assert.equal(await page.locator('.frame .controls, .frame .says, .frame dl').count(), 0, `${name} shows something before it asks`);
  await tabTo(page, '.ask input, .ask button');
  if ((await focused(page)).type === 'range') {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.classList.contains('answer'));
  const answer = await page.textContent('.answer');
  assert.match(answer, /^You said/, name);
  assert.doesNotMatch(answer, /\b(wrong|correct|well done|you are right)\b/i, `${name} judges a guess`);
}

/** Tab through a figure and press what can be pressed; every slider must change what is shown. */
async function operate(page, name) {
  let sliders = 0;
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at.inside) break;
    const before = await shown(page);
    if (at.role === 'slider' || at.type === 'range') {
      sliders += 1;
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight']) {
        await page.keyboard.press(key);
        if ((await shown(page)) !== before) break;
      }
      assert.notEqual(await shown(page), before, `${name}: no arrow key moves ${at.label ?? at.words ?? 'a slider'}`);
    } else if (at.type === 'radio') {
      await page.keyboard.press('ArrowRight');
    } else if (at.tag === 'BUTTON' && at.words !== 'Guess again') {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(20);
      if (await page.evaluate(() => !document.activeElement.closest('.frame'))) await tabTo(page, '.frame .controls *'); // it switched itself off
    }
  }
  return sliders;
}

/** The hand instead of keys: a handle dragged, a bar pulled, cells painted. */
async function byHand(page, url) {
  for (const [name, at, by] of [
    ['dot-product', '.handle:nth-of-type(2)', [0.5, 0.5, 40, -40]],
    ['central-limit', '.slot:nth-child(9)', [0.5, 0.9, 0, -60]],
    ['convolution', '.image', [0.05, 0.05, 30, 0]],
  ]) {
    await page.goto(`${url}/figures/${name}`);
    await page.waitForSelector('.frame');
    if (await page.locator('.ask .button').count()) await page.locator('.ask .button').first().click();
    await page.waitForSelector(at);
    const before = await shown(page);
    const box = await page.locator(at).first().boundingBox();
    const [x, y] = [box.x + box.width * by[0], box.y + box.height * by[1]];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by[2], y + by[3], { steps: 4 });
    await page.mouse.up();
    assert.notEqual(await shown(page), before, `${name} does not follow the hand`);
  }
}

export async function everyFigure({ server, browser, keep }) {
  const list = keep(await open(browser, `${server.url}/figures`));
  await list.waitForSelector('section li a');
  const names = await list.$$eval('section li a', (links) => links.map((a) => a.pathname.split('/').pop()));
  assert.ok(names.length >= 16, `${names.length} figures`);
  const problems = (await violations(list)).map((v) => `the list: ${v}`);
  let sliders = 0;
  for (const theme of ['light', 'dark']) {
    const page = keep(await open(browser, `${server.url}/figures`, { theme }));
    for (const name of names) {
      await page.setViewportSize({ width: 1000, height: 1100 });
      await page.goto(`${server.url}/figures/${name}`);
      await page.waitForSelector('.frame');
      problems.push(...(await violations(page, '.frame')).map((v) => `${name}, asking, ${theme}: ${v}`));
      await guess(page, name);
      if (theme === 'light') {
        sliders += await operate(page, name);
        await page.setViewportSize({ width: 360, height: 780 });
        await page.waitForTimeout(150); // the paper follows its place
        const wide = await page.evaluate(() => [...document.querySelectorAll('section, .frame, .picture')].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className || e.tagName));
        assert.deepEqual(wide, [], `${name} is wider than 360 px`);
        await page.setViewportSize({ width: 1000, height: 1100 });
      }
      problems.push(...(await violations(page, '.frame')).map((v) => `${name}, ${theme}: ${v}`));
      await page.reload();
      await page.waitForSelector('.frame.open'); // the guess is kept, not asked twice
    }
  }
  await byHand(keep(await open(browser, `${server.url}/figures`)), server.url);
  assert.deepEqual(problems, []);
  return `${names.length} figures in both themes, ${sliders} sliders moved by key`;
}

export async function figureInLesson({ server, browser, keep }) {
  const page = keep(await open(browser, `${server.url}/step/${LESSON}`));
  await page.waitForSelector(`figure[data-explorable="${WITH_FIGURE}"] .frame`);
  assert.ok((await page.textContent(`figure[data-explorable="${WITH_FIGURE}"] > figcaption`)).length > 20, 'the caption says what it shows');
  await tabTo(page, '.frame .ask button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.frame [role=slider]');
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'the figure makes the whole page scroll');
  assert.equal(new URL(page.url()).pathname, `/step/${LESSON}`);
}
