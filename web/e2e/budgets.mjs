// Measures what the built pages cost to load and fails when a budget is exceeded (gzip sizes, as the server sends them).
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = process.env.GRADUS_DIST ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'gradus', 'webdist');
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
const zipped = (file) => gzipSync(readFileSync(join(dist, file))).length;
const raw = (file) => statSync(join(dist, file)).size;

const KIND = /src\/kinds\/(\w+)\.svelte$/; // a step loads the widget of its own kind only
const GRAMMARS = /src\/parts\/grammars\.ts$/; // of languages that few steps are written in
const FIGURE = /src\/explorables\/[^/]+\.svelte$/;

/** A chunk with all that it imports; `lazy` follows dynamic imports too, but not to the figures, which have budgets of their own. */
function closure(key, { lazy = false, kind = '' } = {}, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  const chunk = manifest[key];
  for (const next of [...(chunk.imports ?? []), ...(lazy ? (chunk.dynamicImports ?? []).filter((k) => !FIGURE.test(k) && !GRAMMARS.test(k) && (!KIND.test(k) || KIND.exec(k)[1] === kind)) : [])]) closure(next, { lazy, kind }, seen);
  return seen;
}
const scripts = (keys) => [...new Set([...keys].map((k) => manifest[k].file))].filter((f) => f.endsWith('.js'));
const styles = (keys) => [...new Set([...keys].flatMap((k) => manifest[k].css ?? []))];
const sum = (files, size) => files.reduce((n, f) => n + size(f), 0);
const page = (name) => Object.keys(manifest).find((k) => k.endsWith(`pages/${name}.svelte`)) ?? (() => { throw new Error(`no chunk for ${name}`); })();

const entry = closure('index.html');
const figures = Object.keys(manifest).filter((k) => FIGURE.test(k)).sort();
const beyond = (keys) => [...keys].filter((k) => !entry.has(k));
const fonts = Object.values(manifest).map((c) => c.file).filter((f) => /(inter|jetbrains)[^/]*\.woff2$/.test(f));
const everyFont = Object.values(manifest).flatMap((c) => [c.file, ...(c.assets ?? [])]).filter((f) => /(inter|jetbrains)[^/]*\.woff2$/.test(f));

const pages = Object.keys(manifest).filter((k) => /src\/pages\/\w+\.svelte$/.test(k) && !/\/(Step|Review)\.svelte$/.test(k) && !entry.has(k));
if (!pages.length) throw new Error('the manifest names no page: its keys have changed');
const kinds = ['', ...Object.keys(manifest).filter((k) => KIND.test(k)).map((k) => KIND.exec(k)[1]).sort()];
if (kinds.length === 1) throw new Error('the manifest names no kind: its keys have changed');
const rows = [
  ['entry scripts', sum(scripts(entry), zipped), 40],
  ...kinds.map((kind) => [`lab and its imports${kind && `, with ${kind}`}`, sum(scripts(beyond(closure(page('Step'), { lazy: true, kind }))), zipped), 290]),
  ['grammars of shell, C++ and Java', sum(scripts(beyond(closure(Object.keys(manifest).find((k) => GRAMMARS.test(k))))).filter((f) => !/editor-/.test(f)), zipped), 15],
  ['review and its imports', sum(scripts(beyond(closure(page('Review')))), zipped), 60],
  ...pages.map((k) => [`page ${k.slice(k.lastIndexOf('/') + 1, -'.svelte'.length)}`, sum(scripts(beyond(closure(k))), zipped), 30]),
  ...figures.map((k) => [`figure with its kit, ${k.slice(k.lastIndexOf('/') + 1, -'.svelte'.length)}`, sum(scripts(beyond(closure(k))), zipped), 8]),
  ['fonts and styles of the first paint', sum([...new Set([...fonts, ...everyFont])], raw) + sum(styles(entry), zipped), 110],
];
if (figures.length === 0) throw new Error('the manifest names no figure: its keys have changed');
let over = false;
for (const [name, bytes, limit] of rows) {
  const kb = bytes / 1024;
  over ||= kb > limit;
  console.log(`${kb > limit ? 'OVER' : 'ok  '}  ${name.padEnd(38)} ${kb.toFixed(1).padStart(7)} KB of ${limit}`);
}
process.exit(over ? 1 : 0);
