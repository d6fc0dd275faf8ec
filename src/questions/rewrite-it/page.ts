export { behaviour } from './behaviour';
export { default as view } from './RewriteIt.svelte';
