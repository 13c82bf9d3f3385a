// How long from a save in an external editor until the verdict stands in the open page? Prints one JSON line; `python -m bench.save` keeps it.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open, verdict } from './browser.mjs';
import { CURRICULUM, Server } from './server.mjs';

const STEP = process.argv[2] ?? 'la-norms';
const RUNS = Number(process.argv[3] ?? 20);
const within = (path) => readdirSync(path, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => join(path, d.name));
const folder = within(CURRICULUM).flatMap(within).map((c) => join(c, STEP)).find(existsSync);
const right = readFileSync(join(folder, 'solution.py'), 'utf8');

const browser = await launch();
const server = new Server();
try {
  await server.start();
  const page = await open(browser, `${server.url}/step/${STEP}`);
  await page.waitForSelector('.cm-content');
  const took = [];
  for (let i = -3; i < RUNS; i += 1) {
    // The page itself notes when a verdict of this very run is painted.
    await page.evaluate(() => {
      const status = document.querySelector('.verdict [role=status]');
      const old = document.querySelector('.foot code')?.textContent;
      window.seen = new Promise((done) => {
        const look = () => {
          const id = document.querySelector('.verdict .foot code')?.textContent;
          if (/Verdict:/.test(document.querySelector('.verdict [role=status]')?.textContent ?? '') && id && id !== old) {
            watch.disconnect();
            requestAnimationFrame(() => done(Date.now()));
          }
        };
        const watch = new MutationObserver(look);
        watch.observe(status.closest('.lower'), { subtree: true, childList: true, characterData: true });
      });
    });
    const began = Date.now();
    server.write(STEP, 'answer.py', `${right}\n# save ${i}\n`);
    const ended = await page.evaluate(() => window.seen);
    await verdict(page, 'accepted');
    if (i >= 0) took.push(ended - began);
    await page.waitForTimeout(400); // a hand does not save twice in a second
  }
  took.sort((a, b) => a - b);
  console.log(JSON.stringify({ step: STEP, runs: RUNS, median_ms: took[Math.floor(took.length / 2)], p90_ms: took[Math.floor(took.length * 0.9)], least_ms: took[0] }));
} finally {
  await server.end();
  await browser.close();
}
