// Every journey on a real server, a real sandbox and a real browser. `node e2e/run.mjs [name ...]` runs some of them.
import { launch } from './browser.mjs';
import { JOURNEYS } from './journeys.mjs';
import { Server } from './server.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in JOURNEYS));
if (unknown.length) {
  console.error(`no journey ${unknown.join(', ')}; there are ${Object.keys(JOURNEYS).join(', ')}`);
  process.exit(2);
}
const browser = await launch();
let failed = 0;
let shared = null; // one server for all journeys that do not need a fresh home
for (const [name, journey] of Object.entries(JOURNEYS)) {
  if (asked.length && !asked.includes(name)) continue;
  const own = journey.alone;
  const server = own ? new Server() : (shared ??= new Server());
  const pages = [];
  const began = performance.now();
  try {
    if (!server.process) await server.start();
    const note = await journey({ server, browser, keep: (page) => (pages.push(page), page) });
    const complaints = pages.flatMap((p) => p.complaints);
    if (complaints.length) throw new Error(`the browser complained:\n  ${complaints.join('\n  ')}`);
    console.log(`ok    ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)${note ? `: ${note}` : ''}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}: ${error.stack ?? error}`);
    if (process.env.GRADUS_E2E_SHOTS) await pages.at(-1)?.screenshot({ path: `${process.env.GRADUS_E2E_SHOTS}/${name.replaceAll(' ', '-')}.png` }).catch(() => undefined);
    if (server.log.includes('Traceback')) console.log(server.log.slice(-3000));
  } finally {
    for (const page of pages) await page.context().close().catch(() => undefined);
    if (own) await server.end().catch(() => undefined);
  }
}
await shared?.end().catch(() => undefined);
await browser.close();
process.exit(failed ? 1 : 0);
