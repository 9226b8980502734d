// The API of meetings: requests, plans, releases, the current schedule, agendas, attendance and feedback.
import type { z } from 'zod';
import { interpreting } from './contract/interpreting.ts';
import { agendas } from './contract/agendas.ts';
import { cards } from './contract/cards.ts';
import { door } from './contract/door.ts';
import { moves } from './contract/moves.ts';
import { files } from './contract/files.ts';
import { programme } from './contract/programme.ts';
import { numbers } from './contract/numbers.ts';
import { papers } from './contract/papers.ts';
import { plans } from './contract/plans.ts';
import { queue } from './contract/queue.ts';
import { requests } from './contract/requests.ts';
import { suggestions } from './contract/suggestions.ts';
import { screens } from './contract/screens.ts';
import { schedule } from './contract/schedule.ts';

export const meetings = {
  ...requests,
  ...suggestions,
  ...plans,
  ...schedule,
  ...agendas,
  ...cards,
  ...interpreting,
  ...queue,
  ...screens,
  ...door,
  ...moves,
  ...files,
  ...papers,
  ...programme,
  ...numbers,
};

/** What a use case is handed once its input has been read: `Asked<'releasePlan'>`. */
export type Asked<P extends keyof typeof meetings> = z.output<NonNullable<(typeof meetings)[P]['~orpc']['inputSchema']>>;
/** What a use case answers: `Answer<'releasePlan'>`. */
export type Answer<P extends keyof typeof meetings> = z.output<NonNullable<(typeof meetings)[P]['~orpc']['outputSchema']>>;
