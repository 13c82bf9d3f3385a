// The kit as one chunk: every figure loads it through this file, so it travels once.
export { default as Frame } from './Frame.svelte';
export { default as Handle } from './Handle.svelte';
export { default as Pick } from './Pick.svelte';
export { default as Picture } from './Picture.svelte';
export { default as Plane } from './Plane.svelte';
export { default as Slider } from './Slider.svelte';
export { clamp, path, spread, type Axes } from './plane';
export { play } from './play';
