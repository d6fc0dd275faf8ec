export { behaviour } from './behaviour';
export { default as view } from './ListIt.svelte';
