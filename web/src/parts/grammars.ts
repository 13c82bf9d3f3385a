// Grammars of the languages that few steps are written in; a chunk of its own, loaded when such a step is opened.
import { StreamLanguage } from '@codemirror/language';
import * as clike from '@codemirror/legacy-modes/mode/clike';
import { shell as sh } from '@codemirror/legacy-modes/mode/shell';

export const shell = StreamLanguage.define(sh);
export const cpp = StreamLanguage.define(clike.cpp);
export const java = StreamLanguage.define(clike.java);
