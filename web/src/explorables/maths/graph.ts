// A graph of four nodes in which one input reaches the result along two ways: p = a b, q = a + c, L = p q.

export interface Inputs {
  a: number;
  b: number;
  c: number;
}
export interface Pass {
  p: number;
  q: number;
  loss: number;
  /** Slopes of the loss in every node; `viaP` and `viaQ` are the two ways from a. */
  slope: { p: number; q: number; a: number; b: number; c: number; viaP: number; viaQ: number };
}

export function pass({ a, b, c }: Inputs): Pass {
  const [p, q] = [a * b, a + c];
  const [dp, dq] = [q, p];
  return { p, q, loss: p * q, slope: { p: dp, q: dq, a: b * dp + dq, b: a * dp, c: dq, viaP: b * dp, viaQ: dq } };
}
