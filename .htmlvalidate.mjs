import { defineConfig } from 'html-validate';

export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  // Astro writes one small <style> beside the first island of a page.
  elements: ['html5', { style: { flow: true, phrasing: true } }],
  rules: {
    // Matters of taste that the output of Astro and Svelte decides.
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // Everything comes from this site: there is no third party to guard against.
    'require-sri': 'off',
    // The boxes of one question share a name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Firefox keeps ticks over a reload unless a box says autocomplete="off".
    'input-attributes': 'off',
    'valid-autocomplete': 'off',
    'no-inline-style': 'error',
  },
});
