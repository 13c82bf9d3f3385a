// A real server on a home of its own: started, killed and started again as a journey needs it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const own = join(ROOT, '.venv', 'bin', 'python');
const python = process.env.PYTHON ?? (existsSync(own) ? own : 'python3');
export const CURRICULUM = process.env.GRADUS_E2E_CURRICULUM ?? join(ROOT, 'curriculum');

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

export class Server {
  home = mkdtempSync(join(tmpdir(), 'gradus-e2e-'));
  log = '';

  constructor(curriculum = CURRICULUM) {
    this.curriculum = curriculum;
  }

  async start() {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const options = ['-m', 'gradus.cli.main', '--home', this.home, '--curriculum', this.curriculum, 'up', '--port', String(this.port), '--no-browser'];
    this.process = spawn(python, options, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const pipe of [this.process.stdout, this.process.stderr]) pipe.on('data', (d) => (this.log += d));
    for (let i = 0; i < 300; i += 1) {
      if (this.process.exitCode !== null) throw new Error(`the server ended:\n${this.log}`);
      if (await fetch(`${this.url}/api/health`).then((r) => r.ok, () => false)) return this;
      await new Promise((r) => setTimeout(r, 200));
    }
    throw new Error(`the server does not answer:\n${this.log}`);
  }

  /** As hard as a power cut, unless told otherwise. */
  async stop(signal = 'SIGKILL') {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill(signal);
    await ended;
  }

  async end() {
    await this.stop('SIGTERM');
    rmSync(this.home, { recursive: true, force: true });
  }

  async get(path) {
    const answer = await fetch(`${this.url}${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  /** A command in a terminal on the same home. */
  gradus(...words) {
    const done = spawnSync(python, ['-m', 'gradus.cli.main', '--home', this.home, '--curriculum', this.curriculum, ...words], { cwd: ROOT, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`gradus ${words.join(' ')}: ${done.stdout}${done.stderr}`);
    return done.stdout;
  }

  /** These steps were solved so many days ago: a record carried over from another home. */
  solvedBefore(days, ...steps) {
    const at = new Date(Date.now() - days * 86_400_000).toISOString().replace('Z', '000Z');
    const evidence = steps.map((step, n) => ({ uid: `e${n}${days}`, step, fact: 'accepted', at, step_hash: '', submission: null, detail: {} }));
    const file = join(this.home, 'carried.json');
    writeFileSync(file, JSON.stringify({ gradus: 'export', format: 2, engine: '0', at, learner: 'you', submissions: [], evidence, workspace: {} }));
    this.gradus('import', file);
  }

  file(step, name) {
    return join(this.home, 'workspace', step, name);
  }
  read(step, name) {
    return readFileSync(this.file(step, name), 'utf8');
  }
  write(step, name, text) {
    writeFileSync(this.file(step, name), text);
  }
}
