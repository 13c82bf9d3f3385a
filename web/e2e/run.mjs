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
// Two lanes, each with a browser of its own: in one the journeys that share a server and what was done on it, in the other those with a server of their own.
let failed = 0;
async function travel(names, shares) {
  const browser = await launch();
  let shared = null;
  for (const name of names) {
    const server = shares ? (shared ??= new Server()) : new Server();
    const pages = [];
    const began = performance.now();
    try {
      if (!server.process) await server.start();
      const note = await JOURNEYS[name]({ server, browser, keep: (page) => (pages.push(page), page) });
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
      if (!shares) await server.end().catch(() => undefined);
    }
  }
  await shared?.end().catch(() => undefined);
  await browser.close();
}
const names = Object.keys(JOURNEYS).filter((name) => !asked.length || asked.includes(name));
await Promise.all([true, false].map((shares) => travel(names.filter((name) => !JOURNEYS[name].alone === shares), shares)));
process.exit(failed ? 1 : 0);
