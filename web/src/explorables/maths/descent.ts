// Gradient descent on the valley L(w) = k w² / 2, where one step multiplies w by 1 - rate k.

export type Regime = 'slides' | 'lands' | 'bounces' | 'circles' | 'runs away';

export const factor = (curvature: number, rate: number): number => 1 - rate * curvature;

export function regime(curvature: number, rate: number): Regime {
  const f = factor(curvature, rate);
  if (Math.abs(f) < 1e-9) return 'lands';
  if (Math.abs(f + 1) < 1e-9) return 'circles';
  return f > 0 ? 'slides' : f > -1 ? 'bounces' : 'runs away';
}

/** Every point of the walk, the start first. */
export function walk(curvature: number, rate: number, start: number, steps: number): number[] {
  const points = [start];
  for (let i = 0; i < steps; i += 1) points.push(points[i]! - rate * curvature * points[i]!);
  return points;
}
