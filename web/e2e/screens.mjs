// Pictures of every screen, light and dark, from a real server with a learner who has done some of it: `make screens`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, open, verdict, write } from './browser.mjs';
import { prepared } from './project-shown.mjs';
import { CURRICULUM, ROOT, Server } from './server.mjs';

const OUT = process.env.GRADUS_SCREENS ?? join(ROOT, 'docs', 'screens');
const asked = process.argv.slice(2);
const SOLVED = ['la-norms', 'la-dot-product', 'sql-inner-join', 'prob-bayes-inference', 'la-qr', 'pd-filter-group'];
const REVIEWED = 'alg-rearrange'; // long ago
const BEGUN = ['clu-kmeans', 'eval-cross-validation'];

/** The folder of a step. */
function place(id) {
  const within = (path) => (existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => join(path, d.name)) : []);
  const found = within(CURRICULUM).flatMap(within).map((concept) => join(concept, id)).find((path) => existsSync(path));
  if (!found) throw new Error(`no folder of ${id}`);
  return found;
}
const folder = (id) => (name) => readFileSync(join(place(id), name), 'utf8');
const mistake = (id) => folder(id)(`mistakes/${readdirSync(join(place(id), 'mistakes')).filter((n) => !n.startsWith('_')).sort()[0]}`);
const file = (id) => (id.startsWith('sql-') ? 'sql' : 'py');

async function hand(server, id, text) {
  await server.get(`/api/steps/${id}`);
  const body = JSON.stringify({ step: id, files: { [`answer.${file(id)}`]: text } });
  const reply = await fetch(`${server.url}/api/submissions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const run = (await reply.json()).id;
  for (let i = 0; i < 600; i += 1) {
    const { submission } = await server.get(`/api/submissions/${run}`);
    if (submission.outcome) return submission.outcome;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`no verdict on ${id}`);
}
const still = (page, ms = 500) => page.waitForTimeout(ms);

/** Type an answer, run it, wait for the word. */
async function judged(page, server, id, text, word) {
  await page.goto(`${server.url}/step/${id}`);
  await write(page, text);
  const replay = '.verdict .foot code'; // names the run: a verdict of an earlier one may stand there
  const before = await page.locator(replay).first().textContent({ timeout: 500 }).catch(() => null);
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(([where, old]) => ![null, undefined, old].includes(document.querySelector(where)?.textContent), [replay, before]);
  await verdict(page, word);
}

export const SCREENS = {
  map: async (page) => void (await page.waitForSelector('.card')),
  'map-path': async (page) => {
    await page.waitForSelector('.card');
    await page.hover('[data-id="agentic-rag"], [data-id="rag-building"], [data-id="llm-finetuning"]').catch(() => page.hover('.card >> nth=90'));
    await still(page);
  },
  find: async (page) => {
    await page.waitForSelector('.card');
    await page.keyboard.press('/');
    await page.keyboard.type('gradient');
    await page.waitForSelector('[role=option]');
  },
  keys: async (page) => {
    await page.waitForSelector('.card');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog dl');
  },
  lab: async (page, server) => {
    await judged(page, server, 'opt-gradient-descent', folder('opt-gradient-descent')('mistakes/one-array-for-all-points.py'), 'not yet');
  },
  'lab-pass': async (page, server) => {
    await judged(page, server, 'la-norms', folder('la-norms')('solution.py'), 'accepted');
    await page.click('button:has-text("A solution beside yours")');
  },
  'lab-run': async (page, server) => {
    await page.goto(`${server.url}/step/la-norms`);
    await write(page, folder('la-norms')('solution.py'));
    await page.keyboard.press('Alt+Enter');
    await page.waitForSelector('.output .say');
    await page.fill('.output textarea', 'vector_norm(np.array([3.0, 4.0]), 2)');
    await page.focus('.output textarea');
    await page.keyboard.press('Alt+Enter');
    await page.waitForSelector('.output .value, .output .trace');
  },
  figure: async (page, server) => {
    await judged(page, server, 'viz-line-chart', folder('viz-line-chart')('mistakes/legend_in_another_order.py'), 'not yet');
  },
  curve: async (page, server) => {
    await judged(page, server, 'torch-module-train', folder('torch-module-train')('solution.py'), 'accepted');
    await page.waitForSelector('.curve');
  },
  sql: async (page, server) => {
    await judged(page, server, 'sql-inner-join', mistake('sql-inner-join'), 'not yet');
  },
  points: async (page, server) => {
    await judged(page, server, 'clu-kmeans', folder('clu-kmeans')('mistakes/skips-scaling.py'), 'not yet');
  },
  drill: async (page, server) => {
    await page.goto(`${server.url}/step/calc-derivatives`);
    await page.waitForSelector('fieldset');
  },
  project: async (page, server) => {
    await prepared(server);
    await page.goto(`${server.url}/project/chatbot`);
    for (const nth of [0, 1]) await page.locator('input[aria-label^="Compare run"]').nth(nth).click();
    await page.waitForSelector('figcaption:has-text("side by side")');
  },
  review: async (page, server) => {
    await page.goto(`${server.url}/review/${REVIEWED}`);
    await page.waitForSelector('fieldset .katex, fieldset input');
  },
  place: async (page, server) => {
    await page.goto(`${server.url}/place`);
    await page.waitForSelector('.ticks');
  },
  progress: async (page, server) => {
    await page.goto(`${server.url}/progress`);
    await page.waitForSelector('.tracks');
  },
  author: async (page, server) => {
    await page.goto(`${server.url}/author/la-norms`);
    await page.waitForSelector('.prose .katex');
    await page.waitForFunction(() => document.querySelectorAll('.proof tr').length > 12);
  },
  transcript: async (page, server) => {
    await page.goto(`${server.url}/transcript`);
    await page.waitForSelector('.page table');
  },
};

/** Fewer colours, a quarter of the size; left as they are where Pillow is missing. */
function smaller(path) {
  const python = process.env.GRADUS_LEARNER_PYTHON ?? join(ROOT, '.venv-learner', 'bin', 'python');
  const script = 'import sys; from PIL import Image\nfor p in sys.argv[1:]: Image.open(p).convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(p, optimize=True)';
  try {
    execFileSync(python, ['-c', script, ...path], { stdio: 'ignore' });
  } catch {
    console.log('Pillow is missing in the learner environment: the pictures stay large.');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(OUT, { recursive: true });
  const browser = await launch();
  const server = new Server();
  const made = [];
  try {
    server.solvedBefore(60, REVIEWED);
    await server.start();
    for (const id of SOLVED) await hand(server, id, folder(id)(`solution.${file(id)}`));
    for (const id of BEGUN) await hand(server, id, mistake(id));
    for (const theme of ['light', 'dark']) {
      for (const [name, show] of Object.entries(SCREENS)) {
        if (asked.length && !asked.includes(name)) continue;
        const page = await open(browser, server.url, { theme });
        try {
          await show(page, server);
          await still(page);
          const path = join(OUT, `${name}-${theme}.png`);
          await page.screenshot({ path });
          made.push(path);
          console.log(path);
        } catch (error) {
          console.log(`FAIL ${name}: ${error.message.split('\n')[0]}`);
          process.exitCode = 1;
        } finally {
          await page.context().close();
        }
      }
    }
    smaller(made);
  } finally {
    await server.end();
    await browser.close();
  }
}
