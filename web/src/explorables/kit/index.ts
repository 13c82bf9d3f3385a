// What most figures share, as one chunk that travels once. Handle, Picture and play load with the figures that use them.
export { default as Frame } from './Frame.svelte';
export { default as Pick } from './Pick.svelte';
export { default as Plane } from './Plane.svelte';
export { default as Slider } from './Slider.svelte';
export { clamp, path, spread, type Axes } from './plane';
