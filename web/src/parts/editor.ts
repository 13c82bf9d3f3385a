// The code editor: CodeMirror with exactly what a step needs. Loaded when a step opens, in a chunk of its own.
import { autocompletion, closeBrackets, closeCompletion, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags as t } from '@lezer/highlight';

export interface Options {
  parent: HTMLElement;
  text: string;
  language: string;
  label: string;
  onchange: (text: string) => void;
  onrun: () => void;
}
export interface Handle {
  set(text: string): void;
  language(name: string): void;
  mark(line: number | null, say: string): void;
  focus(): void;
  destroy(): void;
}

const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword, t.self], color: 'var(--syn-keyword)' },
  { tag: [t.function(t.variableName), t.function(t.definition(t.variableName)), t.className, t.standard(t.name), t.typeName], color: 'var(--syn-name)' },
  { tag: [t.string, t.special(t.string), t.docString], color: 'var(--syn-string)' },
  { tag: [t.number, t.bool, t.null], color: 'var(--syn-number)' },
  { tag: t.comment, color: 'var(--syn-comment)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13.5px', color: 'var(--ink)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '21px', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none', paddingLeft: '6px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunk) 70%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--sunk) 70%, transparent)', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--select) !important' },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--select) 55%, transparent)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--select) !important', outline: 'none' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--ink)', borderColor: 'var(--line)', fontFamily: 'var(--sans)' },
  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '6px', boxShadow: 'var(--shadow-high)', overflow: 'hidden' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '12.5px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--active-tint)', color: 'var(--ink)' },
  '.cm-panel input, .cm-panel button': { fontSize: '13px', backgroundImage: 'none', backgroundColor: 'var(--page)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '4px' },
  '.cm-diagnostic': { borderLeftColor: 'var(--fail)', padding: '6px 10px' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--fail) 1px', textUnderlineOffset: '3px' },
  '.cm-lint-marker-error': { content: '""', width: '9px', height: '9px', borderRadius: '50%', backgroundColor: 'var(--fail)', margin: '6px 1px' },
  '.cm-gutter-lint': { width: '15px' },
});

// SQL's many keywords would pop up at every word: there they come only on Ctrl Space.
const grammar = (name: string) => [
  autocompletion({ icons: false, activateOnTyping: name === 'python' }),
  name === 'python' ? python() : name === 'sql' ? sql({ dialect: PostgreSQL, upperCaseKeywords: true }) : [],
];

// Few steps are written in these.
const rare = new Set(['shell', 'cpp', 'java'] as const);
type Rare = typeof rare extends Set<infer T> ? T : never;

export function edit(options: Options): Handle {
  const language = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: (v) => (closeCompletion(v), options.onrun(), true) }])),
        lineNumbers(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
        language.of(grammar(options.language)),
        syntaxHighlighting(colours),
        look,
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false', autocorrect: 'off', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onchange(update.state.doc.toString());
        }),
      ],
    }),
  });
  let wanted = '';
  const speak = (name: string) => {
    wanted = name;
    view.dispatch({ effects: language.reconfigure(grammar(name)) });
    if (rare.has(name as Rare)) void import('./grammars').then((g) => wanted === name && view.dispatch({ effects: language.reconfigure([grammar(name), g[name as Rare]]) }));
  };
  if (rare.has(options.language as Rare)) speak(options.language);
  return {
    /** Replace only what differs, so that the cursor and the undo history stay. */
    set(text) {
      const old = view.state.doc.toString();
      if (old === text) return;
      let from = 0;
      while (from < old.length && from < text.length && old[from] === text[from]) from += 1;
      let [end, stop] = [old.length, text.length];
      while (end > from && stop > from && old[end - 1] === text[stop - 1]) [end, stop] = [end - 1, stop - 1];
      view.dispatch({ changes: { from, to: end, insert: text.slice(from, stop) } });
    },
    language: speak,
    mark(line, say) {
      if (line === null || line < 1 || line > view.state.doc.lines) return view.dispatch(setDiagnostics(view.state, []));
      const { from, to, text } = view.state.doc.line(line);
      const start = from + (text.length - text.trimStart().length);
      view.dispatch(setDiagnostics(view.state, [{ from: Math.min(start, to), to, severity: 'error', message: say }]));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
