// Chromium with a page that remembers every complaint: errors, blocked content, requests that leave the origin.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p && existsSync(p));
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launch = () => chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET });

export async function open(browser, url, { theme = 'light', width = 1440, height = 900, newcomer = false, beside = null } = {}) {
  const context = beside?.context() ?? await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  if (!newcomer && !beside) await context.addInitScript(() => localStorage.setItem('gradus:begun', 'yes')); // the question of the first visit
  const page = await context.newPage();
  page.complaints = [];
  page.forgive = false; // while a journey takes the server away
  page.on('console', (m) => m.type() === 'error' && !page.forgive && page.complaints.push(m.text()));
  page.on('pageerror', (e) => page.complaints.push(e.message));
  page.on('request', (r) => url !== 'about:blank' && !r.url().startsWith(new URL(url).origin) && !r.url().startsWith('data:') && page.complaints.push(`left the origin: ${r.url()}`));
  page.setDefaultTimeout(90_000); // a first verdict waits for the sandbox to warm up; a busy machine may need long for it
  await page.goto(url);
  return page;
}

/** Violations of WCAG 2.2 A and AA and of best practice, as one line each; `where` names a part of the page. */
export async function violations(page, where = 'html') {
  // Through the debugger, not a script tag: the content-security policy stays as it is.
  await page.evaluate(axe);
  const found = await page.evaluate((part) =>
    // eslint-disable-next-line no-undef
    axe.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) =>
      r.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => `${n.target.join(' ')} ${n.any.map((a) => a.message).join('; ')}`).slice(0, 3).join(' | ')})`),
    ),
    where,
  );
  return found;
}

/** What stands in the editor. */
export const editorText = (page) => page.evaluate(() => [...document.querySelectorAll('.cm-line')].map((l) => l.textContent).join('\n'));

/** Replace the editor's text by key: focus, select all, type. */
export async function write(page, text) {
  await page.waitForSelector('.cm-content');
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Wait for the verdict whose headline carries this outcome. */
export const verdict = (page, outcome) => page.waitForFunction((word) => document.querySelector('.verdict [role=status]')?.textContent?.includes(`Verdict: ${word}`), outcome);

/** Press Tab until the selector has the focus. */
export async function tabTo(page, selector, most = 120) {
  for (let i = 0; i < most; i += 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
    // In the editor Tab leaves only within two seconds of Escape, and a busy machine may have been slower.
    if (await page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** Walk over the board by arrow keys until the concept has the focus. */
export async function walkTo(page, concept) {
  await tabTo(page, '.card');
  const target = await page.evaluate((id) => {
    const card = document.querySelector(`[data-id="${id}"]`);
    return { x: card.offsetLeft, y: card.offsetTop };
  }, concept);
  for (let i = 0; i < 160; i += 1) {
    const at = await page.evaluate(() => ({ id: document.activeElement.dataset.id, x: document.activeElement.offsetLeft, y: document.activeElement.offsetTop }));
    if (at.id === concept) return;
    await page.keyboard.press(at.x < target.x ? 'ArrowRight' : at.x > target.x ? 'ArrowLeft' : at.y < target.y ? 'ArrowDown' : 'ArrowUp');
  }
  throw new Error(`the arrow keys do not reach ${concept}`);
}
