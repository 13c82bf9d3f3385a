// Brings the figures of server-made HTML to life when they come near the view. Without it the caption stands alone.
import { mount, unmount } from 'svelte';
import { FIGURES } from '../explorables';

/** An attachment for the element that holds `figure[data-explorable]`. */
export function enliven(root: HTMLElement): () => void {
  const alive: object[] = [];
  let ended = false;
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        const name = (target as HTMLElement).dataset['explorable'] ?? '';
        FIGURES[name]?.().then(
          ({ default: Figure }) => {
            if (ended) return;
            (target as HTMLElement).style.minHeight = '';
            const stage = document.createElement('div');
            target.prepend(stage);
            alive.push(mount(Figure, { target: stage, props: { name } }));
            const all = document.createElement('a');
            all.href = '/figures';
            all.textContent = 'All figures';
            (target.querySelector('figcaption p') ?? target).append(' ', all);
          },
          () => ((target as HTMLElement).style.minHeight = ''), // the caption says what it would have shown
        );
      }
    },
    { rootMargin: '500px', scrollMargin: '500px' } as IntersectionObserverInit, // a lesson scrolls inside the page; rootMargin alone does not reach in there
  );
  for (const figure of root.querySelectorAll<HTMLElement>('figure[data-explorable]')) {
    figure.style.minHeight = '360px'; // about what it will take, so that the text below does not jump
    watch.observe(figure);
  }
  return () => {
    ended = true;
    watch.disconnect();
    for (const figure of alive) void unmount(figure);
  };
}
