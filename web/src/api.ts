// The typed client: every call to the server goes through `ask`, every failure comes back as Trouble.
import createClient from 'openapi-fetch';
import type { components, paths } from './api.gen';

type Schemas = components['schemas'];
export type RoadmapOut = Schemas['MapOut'];
export type TrackOut = Schemas['TrackOut'];
export type ConceptOut = Schemas['ConceptOut'];
export type ConceptDetail = Schemas['ConceptDetail'];
export type StepBrief = Schemas['StepBrief'];
export type CardOut = Schemas['Card'];
export type StepOut = Schemas['StepOut'];
export type FileOut = Schemas['FileOut'];
export type QuestionOut = Schemas['QuestionOut'];
export type SubmissionOut = Schemas['SubmissionOut'];
export type VerdictOut = Schemas['VerdictOut'];
export type CheckOut = Schemas['CheckOut'];
export type ViewOut = Schemas['ViewOut'];
export type Found = Schemas['Found'];
export type LimitsOut = Schemas['LimitsOut'];
export type RanOut = Schemas['RanOut'];
export type TranscriptOut = Schemas['TranscriptOut'];
export type ReplayOut = Schemas['Replay'];
export type AuthorOut = Schemas['AuthorOut'];
export type TableOfAnswers = Schemas['TableOfAnswers'];
export type ProjectOut = Schemas['ProjectOut'];
export type ProjectBrief = Schemas['ProjectBrief'];
export type ProgressOut = Schemas['ProgressOut'];
export type ReviewOut = Schemas['ReviewOut'];
export type EndOut = Schemas['EndOut'];
export type PlaceOut = Schemas['PlaceOut'];
export type PlanOut = Schemas['PlanOut'];
export type GoalOut = Schemas['GoalOut'];
export type WhyOut = Schemas['WhyOut'];

export const client = createClient<paths>({ baseUrl: location.origin });

/** A failed call in the words of the server, or `gone` when no server answered. */
export class Trouble extends Error {
  constructor(
    readonly say: string,
    readonly next: string,
    readonly status: number,
    readonly body: unknown = null,
  ) {
    super(say);
  }
  get gone(): boolean {
    return this.status === 0;
  }
}

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

function trouble(error: unknown, status: number): Trouble {
  const told = (error as { error?: { say?: string; next?: string } } | null)?.error;
  return new Trouble(told?.say ?? `The server answered with ${status}.`, told?.next ?? '', status, error);
}

let onGone: (gone: boolean) => void = () => undefined;
/** Who wants to know whether the server answers. */
export const watchServer = (tell: (gone: boolean) => void): void => void (onGone = tell);

export async function ask<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>;
  try {
    reply = await call;
  } catch {
    onGone(true);
    throw new Trouble('The server does not answer.', 'It is tried again by itself.', 0);
  }
  // A proxy in front of a server that is gone answers 502 to 504.
  const gone = reply.response.status >= 502 && reply.response.status <= 504;
  onGone(gone);
  if (gone) throw new Trouble('The server does not answer.', 'It is tried again by itself.', 0);
  if (!reply.response.ok) throw trouble(reply.error, reply.response.status);
  return reply.data as T;
}
