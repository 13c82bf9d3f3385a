import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

// KaTeX names every font three times; one format is enough for every browser that can run this page.
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex[^?]*\.css/.test(id)) return null;
    return { code: code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, ''), map: null };
  },
};

export default defineConfig({
  plugins: [woff2Only, svelte()],
  build: {
    outDir: '../gradus/webdist',
    emptyOutDir: true,
    manifest: 'manifest.json', // e2e/budgets.mjs reads it
    assetsInlineLimit: 0, // the content-security policy forbids data: fonts
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'editor', test: /node_modules[\\/](@codemirror[\\/](?!legacy-modes)|@lezer|style-mod|w3c-keyname|crelt|@marijn)/ }, // without the grammars of few steps
            { name: 'maths', test: /node_modules[\\/]katex/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.GRADUS_API ?? 'http://127.0.0.1:8123' } },
  test: { include: ['src/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
