// What the API answers about agendas and groups, by the names the pages use.
import type { meetingsApi } from '../client.ts';

type Answer<P extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<P>>;

export type Agenda = Answer<(typeof meetingsApi)['getAgenda']>;
export type AgendaEntry = Agenda['entries'][number];
export type MyAgenda = Answer<(typeof meetingsApi)['listMyAgendas']>['entries'][number];
export type Cards = Answer<(typeof meetingsApi)['listCards']>;
export type GroupGrid = Answer<(typeof meetingsApi)['groupGrid']>;
export type Candidate = Answer<(typeof meetingsApi)['listCandidates']>['candidates'][number];
export type Feedback = NonNullable<AgendaEntry['feedback']>;
export type InterpreterAgenda = Answer<(typeof meetingsApi)['getInterpreterAgenda']>;
export type InterpretedMeeting = InterpreterAgenda['entries'][number];
