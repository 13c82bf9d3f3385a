// Sinusoidal positions: a row of clock hands, each turning at its own speed.

/** The speed of hand i of a position vector with `size` columns, in radians a position. */
export const speed = (i: number, size: number): number => 10000 ** ((-2 * i) / size);

/** The vector of a position: sine and cosine of every hand. */
export const position = (p: number, size: number): number[] => Array.from({ length: size }, (_, c) => (c % 2 ? Math.cos : Math.sin)(p * speed(c >> 1, size)));

export const product = (a: readonly number[], b: readonly number[]): number => a.reduce((s, v, i) => s + v * b[i]!, 0);
