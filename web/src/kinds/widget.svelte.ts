// The widget of a kind of step. Those that many steps need come with the page, the others when such a step is opened.
import Code from './code.svelte';
import Drill from './drill.svelte';
import Sql from './sql.svelte';

type Widget = typeof Code;
const PRESENT: Record<string, Widget> = { code: Code, sql: Sql, drill: Drill };
const LOADED: Record<string, () => Promise<{ default: Widget }>> = {
  git: () => import('./git.svelte'),
  program: () => import('./program.svelte'),
  project: () => import('./project.svelte'),
  service: () => import('./service.svelte'),
};

/** Call it while a component is made; `unknown` says that no such widget exists, and not that it is on its way. */
export function widgetOf(kind: () => string | undefined) {
  let come = $state.raw<{ kind: string; widget: Widget } | null>(null);
  $effect(() => {
    const wanted = kind();
    const load = wanted ? LOADED[wanted] : undefined;
    if (wanted && load) void load().then((m) => (come = { kind: wanted, widget: m.default }));
  });
  return {
    get widget(): Widget | null {
      const wanted = kind();
      return wanted ? (PRESENT[wanted] ?? (come?.kind === wanted ? come.widget : null)) : null;
    },
    get unknown(): boolean {
      const wanted = kind();
      return wanted !== undefined && !(wanted in PRESENT) && !(wanted in LOADED);
    },
  };
}
