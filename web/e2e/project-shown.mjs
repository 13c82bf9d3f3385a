// A project with something to look at, for its picture: the chatbot's first stage proved, and two trainings that differ in one line.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CURRICULUM } from './server.mjs';

const REFERENCE = join(CURRICULUM, 'projects', 'project-chatbot', 'chatbot', 'reference');

async function judged(server, stage) {
  const reply = await fetch(`${server.url}/api/projects/chatbot/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ stage }) });
  if (!reply.ok) throw new Error(`${stage}: ${await reply.text()}`);
  const { id } = await reply.json();
  for (let i = 0; i < 3000; i += 1) {
    const { submission } = await server.get(`/api/submissions/${id}`);
    if (submission.outcome) return;
    await new Promise((r) => setTimeout(r, 200));
  }
  throw new Error(`no verdict on ${stage}`);
}

/** A repository in the home, and three runs of it; done once for a server. */
export async function prepared(server) {
  if (server.projectShown) return;
  const mine = join(server.home, 'mybot');
  server.gradus('project', 'new', 'chatbot', mine, '--no-setup');
  cpSync(REFERENCE, mine, { recursive: true });
  await server.get('/api/health').catch(() => null); // the line to the server was let go while the command ran
  await judged(server, 'ingest');
  await judged(server, 'finetune');
  const settings = join(mine, 'bot.toml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('rate = 0.001', 'rate = 0.0001'));
  await judged(server, 'finetune');
  server.projectShown = true;
}
