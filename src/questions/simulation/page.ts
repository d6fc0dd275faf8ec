export { behaviour } from './behaviour';
export { default as view } from './Simulation.svelte';
