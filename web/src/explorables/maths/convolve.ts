// The convolution of deep learning (the kernel is not flipped) on one channel.

export type Grid = readonly (readonly number[])[];

export const KERNELS: Record<string, Grid> = {
  'edges, left to right': [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
  'edges, top to bottom': [[-1, -1, -1], [0, 0, 0], [1, 1, 1]],
  blur: [[1, 1, 1], [1, 1, 1], [1, 1, 1]].map((r) => r.map((v) => v / 9)),
  dots: [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
};

/** How many places the window has along one side. */
export const places = (size: number, kernel: number, stride: number, padding: number): number => Math.floor((size + 2 * padding - kernel) / stride) + 1;

export function convolve(image: Grid, kernel: Grid, stride = 1, padding = 0): number[][] {
  const [rows, columns] = [places(image.length, kernel.length, stride, padding), places(image[0]!.length, kernel[0]!.length, stride, padding)];
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => window(image, kernel, i * stride - padding, j * stride - padding)));
}

/** The sum of products with the kernel's corner at this row and column; outside the image stand zeros. */
export const window = (image: Grid, kernel: Grid, top: number, left: number): number =>
  kernel.reduce((sum, row, a) => sum + row.reduce((s, k, b) => s + k * (image[top + a]?.[left + b] ?? 0), 0), 0);
