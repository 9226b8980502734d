// What the API answers about agendas and groups, by the names the pages use.
import type { Api } from '#client/api.ts';

type Answer<P extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<P>>;

export type Agenda = Answer<Api['meetings']['getAgenda']>;
export type AgendaEntry = Agenda['entries'][number];
export type MyAgenda = Answer<Api['meetings']['listMyAgendas']>['entries'][number];
export type GroupGrid = Answer<Api['meetings']['groupGrid']>;
export type Candidate = Answer<Api['meetings']['listCandidates']>['candidates'][number];
export type Feedback = NonNullable<AgendaEntry['feedback']>;
