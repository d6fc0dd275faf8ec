import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { inlineHashes, inlineScripts } from './src/build/inline.mjs';
import { preload } from './src/build/preload.mjs';
import { BASE } from './src/scripts/project.mjs';

export default defineConfig({
  base: BASE,
  trailingSlash: 'always',
  // Astro's own default drops the space where a line breaks beside a link.
  compressHTML: true,
  // No page says which version of Svelte drew it: nothing reads that, and each would load it.
  integrations: [mdx(), svelte({ compilerOptions: { discloseVersion: false } }), preload()],
  vite: { plugins: [inlineScripts()] },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: await inlineHashes(),
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
