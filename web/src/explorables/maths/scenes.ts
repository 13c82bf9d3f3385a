// Grey pictures made of formulas, 0 black to 1 white, so that no photograph has to travel.
import { normal, seeded } from './random';

/** A sun over hills and a tower with windows, `size` by `size`. */
export function landscape(size: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      const [x, y] = [j / (size - 1), i / (size - 1)];
      let grey = 0.92 - 0.35 * y;
      const sun = Math.hypot(x - 0.26, y - 0.24);
      if (sun < 0.12) grey = 1;
      else grey += 0.18 * Math.exp(-((sun / 0.16) ** 2));
      const far = 0.62 + 0.07 * Math.sin(7 * x + 0.6) + 0.03 * Math.sin(19 * x);
      const near = 0.8 + 0.06 * Math.sin(5 * x + 2.4);
      if (y > far) grey = 0.55 - 0.25 * (y - far);
      if (x > 0.66 && x < 0.82 && y > 0.28 && y < 0.86) {
        grey = x < 0.74 ? 0.36 : 0.26;
        const [u, v] = [((x - 0.66) / 0.08) % 1, ((y - 0.36) / 0.1) % 1];
        if (y > 0.36 && y < 0.76 && u > 0.3 && u < 0.7 && v > 0.25 && v < 0.7) grey = 0.9;
      }
      if (y > 0.18 && y <= 0.28 && Math.abs(x - 0.74) < (y - 0.18) * 1.05) grey = 0.18; // its roof
      if (y > near) grey = 0.24 - 0.1 * (y - near) + 0.03 * Math.sin(60 * x + 30 * y);
      return Math.max(0, Math.min(1, grey));
    }),
  );
}

/** A woven cloth: stripes across plus stripes down, so two sheets are all it is. */
export const cloth = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (Math.floor(i / 4) % 3 ? 0.15 : 0.5) + (Math.floor(j / 6) % 2 ? 0.1 : 0.45)));

/** Nothing but chance. */
export function noise(size: number, seed = 7): number[][] {
  const random = seeded(seed);
  return Array.from({ length: size }, () => Array.from({ length: size }, () => Math.max(0, Math.min(1, 0.5 + 0.2 * normal(random)))));
}
