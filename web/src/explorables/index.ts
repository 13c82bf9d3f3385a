// Every figure by its name; each loads when it comes near the view. The linter's list (lesson_explorables.py) is tested against this folder.
import type { Component } from 'svelte';

const found = import.meta.glob<{ default: Component<{ name: string }> }>('./*.svelte');

export const FIGURES = Object.fromEntries(Object.entries(found).map(([file, load]) => [file.slice(2, -'.svelte'.length), load]));
