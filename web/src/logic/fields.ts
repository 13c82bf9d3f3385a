// A drill's answers.toml as fields and back: only lines of the form  q1 = "..."  are touched, everything else stays as it is.

const LINE = /^(\s*)([A-Za-z][\w-]*)(\s*=\s*)(?:"((?:[^"\\]|\\.)*)"|'([^']*)')(.*)$/;

const unescape = (s: string): string =>
  s.replace(/\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|(.))/g, (_, long?: string, short?: string, c = '') =>
    long || short ? String.fromCodePoint(Math.min(parseInt((long ?? short)!, 16), 0x10ffff)) : (({ n: '\n', t: '\t', r: '\r' })[c as string] ?? (c as string)),
  );
const escape = (s: string): string => s.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');

export function read(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const m = LINE.exec(line);
    if (m?.[2]) fields[m[2]] = m[5] ?? unescape(m[4] ?? '');
  }
  return fields;
}

export function write(text: string, id: string, value: string): string {
  let found = false;
  const lines = text.split('\n').map((line) => {
    const m = LINE.exec(line);
    if (m?.[2] !== id) return line;
    found = true;
    return `${m[1]}${id}${m[3]}"${escape(value)}"${m[6]}`;
  });
  if (found) return lines.join('\n');
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${id} = "${escape(value)}"\n`;
}
