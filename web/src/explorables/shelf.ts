// The figures in the order of the roadmap, with what each is about, for the page that lists them.

interface Entry {
  name: string;
  title: string;
  about: string;
}

export const GROUPS: { title: string; figures: Entry[] }[] = [
  {
    title: 'Mathematics',
    figures: [
      { name: 'unit-balls', title: 'Unit balls of the p-norms', about: 'what length 1 looks like' },
      { name: 'dot-product', title: 'The dot product', about: 'length times shadow' },
      { name: 'linear-map', title: 'A linear map and its eigenvectors', about: 'what a matrix does to the plane' },
      { name: 'svd-image', title: 'Low-rank pictures', about: 'singular values and what they may drop' },
      { name: 'secant', title: 'From secant to tangent', about: 'the derivative, and why h must not be too small' },
      { name: 'gradient-descent', title: 'Gradient descent', about: 'the learning rate and where it breaks' },
    ],
  },
  {
    title: 'Statistics',
    figures: [
      { name: 'bayes-frequencies', title: 'Bayes with people', about: 'base rates in natural frequencies' },
      { name: 'central-limit', title: 'The central limit theorem', about: 'means of a population that you draw' },
      { name: 'confidence-coverage', title: 'Coverage of confidence intervals', about: 'how often they miss, counted' },
      { name: 'p-values', title: 'P-values in one and the same world', about: 'false alarms and power' },
      { name: 'pca', title: 'Principal components', about: 'the direction of widest spread' },
    ],
  },
  {
    title: 'Machine learning',
    figures: [
      { name: 'kmeans', title: 'K-means, step by step', about: 'two half-steps, and where they end' },
      { name: 'decision-depth', title: 'A decision boundary against depth', about: 'bias and variance' },
    ],
  },
  {
    title: 'Deep learning',
    figures: [
      { name: 'backprop-graph', title: 'Backpropagation through a graph', about: 'slopes that add up' },
      { name: 'softmax', title: 'Softmax', about: 'from scores to shares, and why only differences count' },
      { name: 'optimisers', title: 'Four optimisers, one surface', about: 'SGD, momentum, RMSProp, Adam' },
      { name: 'convolution', title: 'Convolution', about: 'one small window everywhere' },
    ],
  },
  {
    title: 'Language and generation',
    figures: [
      { name: 'bpe-merges', title: 'Byte-pair merges', about: 'how text is cut into parts' },
      { name: 'attention', title: 'Attention on your sentence', about: 'who looks at whom' },
      { name: 'positions', title: 'Sinusoidal positions', about: 'clock hands, and why only the distance counts' },
      { name: 'sampling', title: 'Temperature and top-p', about: 'from shares to the next token' },
      { name: 'diffusion-noise', title: 'The noise schedule of diffusion', about: 'how fast a picture is lost' },
    ],
  },
];
