// The slope between two points of a curve, and the slope of the curve itself.

export const CURVES = {
  square: { words: 'x²', f: (x: number) => x * x, slope: (x: number) => 2 * x },
  sine: { words: '2 sin x', f: (x: number) => 2 * Math.sin(x), slope: (x: number) => 2 * Math.cos(x) },
  exponential: { words: 'eˣ', f: Math.exp, slope: Math.exp },
};

/** As a computer does it, rounding included. */
export const secant = (f: (x: number) => number, x: number, h: number): number => (f(x + h) - f(x)) / h;
