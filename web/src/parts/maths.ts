// Typesets the formulas of server-made HTML: what is in view first, the rest when the browser has time.

type Katex = typeof import('./katex').default;
let loading: Promise<Katex> | undefined;
export const warm = (): Promise<Katex> => (loading ??= import('./katex').then((m) => m.default));

const later: (run: () => void) => void = 'requestIdleCallback' in window ? (run) => requestIdleCallback(run) : (run) => setTimeout(run, 30);

function set(katex: Katex, element: HTMLElement): void {
  if (element.dataset['set']) return;
  element.dataset['set'] = 'yes';
  const tex = element.textContent ?? '';
  // Into the node, not as a string: styles set through the DOM pass the content-security policy.
  katex.render(tex, element, { displayMode: !element.classList.contains('inline'), throwOnError: false, output: 'htmlAndMathml', trust: false });
  if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display === 'block') {
    // It scrolls, so keys must reach it.
    element.tabIndex = 0;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', 'Formula, wider than the page');
  }
}

/** An attachment for the element that holds the HTML. */
export function typeset(root: HTMLElement): () => void {
  const formulas = [...root.querySelectorAll<HTMLElement>('.math')];
  let ended = false;
  let watch: IntersectionObserver | undefined;
  if (formulas.length) {
    void warm().then((katex) => {
      if (ended) return;
      watch = new IntersectionObserver((seen) => seen.forEach((s) => s.isIntersecting && set(katex, s.target as HTMLElement)));
      for (const f of formulas) watch.observe(f);
      const rest = [...formulas];
      const go = () => {
        const f = rest.shift();
        if (!f || ended) return;
        set(katex, f);
        later(go);
      };
      later(go);
    });
  }
  return () => {
    ended = true;
    watch?.disconnect();
  };
}
