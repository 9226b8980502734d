// The API of meetings: requests, plans, releases, the current schedule, agendas, attendance and feedback.
import { agendas } from './contract/agendas.ts';
import { plans } from './contract/plans.ts';
import { requests } from './contract/requests.ts';
import { schedule } from './contract/schedule.ts';

export const meetings = { ...requests, ...plans, ...schedule, ...agendas };
