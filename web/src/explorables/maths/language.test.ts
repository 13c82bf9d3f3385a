// Expected numbers were computed once by PyTorch 2.13 and SciPy in float64; the call stands beside each.
import { describe, expect, it } from 'vitest';
import { scores, weights, words } from './attention';
import { convolve, places, window } from './convolve';
import { ratio, remaining } from './diffusion';
import { glue, learn, pairs, size, start } from './merges';
import { entropy, nucleus, softmax } from './softmax';

const near = (got: readonly number[], want: readonly number[], digits = 10) => {
  expect(got.length).toBe(want.length);
  want.forEach((w, i) => expect(got[i]).toBeCloseTo(w, digits));
};

describe('softmax', () => {
  it('is torch.softmax of the scores over the temperature', () => near(softmax([2, 1, 0.5, -1], 0.7), [0.729536152038686, 0.17483409495781604, 0.0855885729927872, 0.010041180010710709]));
  it('does not mind a thousand more on every score', () => near(softmax([1002, 1001, 1000.5, 999]), [0.6094600375988771, 0.22420781804820114, 0.1359889157935055, 0.030343228559416225]));
  it('gives the last of 1, 2, 3 its 67 %, also after 100 or 1000 is added', () => {
    for (const more of [0, 100, 1000]) expect(softmax([1 + more, 2 + more, 3 + more])[2]).toBeCloseTo(0.6652409557748219, 12); // torch.softmax(torch.tensor([1., 2, 3]), 0)
  });
  it('gives nothing to -Infinity, and a blind row nothing at all', () => {
    near(softmax([0, -Infinity, 0]), [0.5, 0, 0.5]);
    expect(softmax([-Infinity, -Infinity])).toEqual([0, 0]);
  });
  it('has the entropy of scipy.stats.entropy', () => expect(entropy([0.5, 0.25, 0.125, 0.125])).toBeCloseTo(1.2130075659799042, 12));
  it('the nucleus is the smallest set that reaches the share', () => {
    near(nucleus([0.5, 0.3, 0.15, 0.05], 0.8), [0.625, 0.375, 0, 0]);
    near(nucleus([0.05, 0.5, 0.15, 0.3], 0.81), [0, 0.5 / 0.95, 0.15 / 0.95, 0.3 / 0.95]);
    near(nucleus([0.5, 0.3, 0.2], 0.0001), [1, 0, 0]);
  });
});

describe('attention', () => {
  const table = scores(words('The cat sat because it was tired.'));
  it('shares 1 in every row', () => {
    for (const causal of [false, true]) for (const row of weights(table, 0.7, causal)) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
  it('leaves the first word nothing but itself under the causal mask', () => expect(weights(table, 0.4, true)[0]![0]).toBe(1));
  it('lets "it" look at the cat most', () => {
    const row = weights(table, 0.4, false)[4]!;
    expect(row.indexOf(Math.max(...row))).toBe(1);
  });
  it('reads letters of any script, and keeps the table small', () => {
    expect(words('Der Bär schläft!')).toEqual(['der', 'bär', 'schläft', '!']);
    expect(words('a '.repeat(50))).toHaveLength(14);
    expect(words('  ')).toEqual([]);
  });
});

describe('convolution', () => {
  // image = torch.arange(25.).reshape(1, 1, 5, 5) ** 1.5 / 10
  const image = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => (i * 5 + j) ** 1.5 / 10));
  const kernel = [[1, 0, -2], [0.5, 1, 0], [0, -1, 3]];
  it('is torch.nn.functional.conv2d', () => near(convolve(image, kernel).flat(), [10.285503960200593, 11.552370392183095, 12.899341737491543, 17.27124694338466, 18.826256165830902, 20.42667428629818, 25.4865063489207, 27.25545635598081, 29.063914066246507]));
  it('with stride=2, padding=1 too', () => {
    near(convolve(image, kernel, 2, 1).flat(), [3.291047548259826, 5.269041894120262, -1.6401923788646684, 13.613414949517443, 18.826256165830902, 1.562762377604784, -3.8557280900008415, 6.257112677685749, 24.909510253983598]);
    expect(places(5, 3, 2, 1)).toBe(3);
    expect(window(image, kernel, 1, 1)).toBeCloseTo(18.826256165830902, 10);
  });
});

describe('byte-pair merges', () => {
  const text = `${'low '.repeat(5)}${'lower '.repeat(2)}${'newest '.repeat(6)}${'widest '.repeat(3)}`;
  it('are those of the worked example in the step', () => {
    const learned = learn(text, 20).slice(1).map((s) => s.merge!);
    expect(learned.slice(0, 5).map((m) => `${m.pair.join('+')} ${m.count}`)).toEqual(['e+s 9', 'es+t 9', 'l+o 7', 'lo+w 7', 'e+w 6']);
    expect(learned).toHaveLength(12);
  });
  it('counts a run from the left, and glues it so', () => {
    expect(pairs(start('aaa')).map((p) => p.count)).toEqual([1]);
    expect(pairs(start('aaaa')).map((p) => p.count)).toEqual([2]);
    expect(glue(start('aaa'), ['a', 'a'])[0]!.parts).toEqual(['aa', 'a']);
    expect(size(start('ab ab c'))).toBe(5);
  });
});

describe('the forward process of diffusion', () => {
  // np.cumprod(1 - np.linspace(1e-4, 0.02, 1000)), and the cosine schedule with s = 0.008 and beta <= 0.999
  it('linear', () => {
    const left = remaining('linear');
    near([1, 100, 250, 500].map((t) => left[t]!), [0.9999, 0.89701814567496, 0.5240853738253606, 0.07858724288177824]);
    expect(left[1000]! / 4.035829765375676e-5).toBeCloseTo(1, 8);
    expect(left.findIndex((a) => a < 0.5)).toBe(260);
  });
  it('cosine', () => {
    const left = remaining('cosine');
    near([1, 100, 250, 500].map((t) => left[t]!), [0.999958715775178, 0.9720927371139696, 0.847012161326905, 0.4938435904406382]);
    expect(left.findIndex((a) => a < 0.5)).toBe(497);
    expect(ratio(0.5)).toBe(0);
  });
});
