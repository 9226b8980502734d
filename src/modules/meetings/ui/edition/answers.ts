// What the API answers, by the names the pages use.
import type { exposApi } from '#modules/expos/ui/client.ts';
import type { meetingsApi } from '../client.ts';

type Answer<P extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<P>>;
type Entry<P extends (...input: never[]) => Promise<{ readonly entries: readonly unknown[] }>> = Answer<P>['entries'][number];

type Expos = typeof exposApi;
type Meetings = typeof meetingsApi;

export type Edition = Answer<Expos['getEdition']>;
export type Participant = Entry<Expos['listDirectory']>;
export type Decision = Entry<Meetings['listDecisions']>;
export type Request = Entry<Meetings['listRequests']>;
export type Invitation = Answer<Meetings['listMyRequests']>['received'][number];
/** Nothing is said of it, and the schedule does not hold it anyway. */
export const isWaiting = ({ answer, scheduledAt }: Pick<Invitation, 'answer' | 'scheduledAt'>): boolean =>
  answer === null && scheduledAt === null;
export type OwnQuota = Answer<Meetings['listMyRequests']>['quotas'][number];
export type ReplyTold = Answer<Meetings['listMyRequests']>['replies'][number]['reply'];
export type RequestRules = Answer<Meetings['getRequestRules']>;
export type Wish = Request['wish'];
export type Plan = Entry<Meetings['listPlans']>;
export type PlanDetail = Answer<Meetings['getPlan']>;
export type PlanFigures = NonNullable<Plan['figures']>;
export type Grid = Answer<Meetings['planGrid']>;
export type GridCell = Grid['cells'][number];
export type Conflict = Entry<Meetings['listConflicts']>;
export type Unplaced = Entry<Meetings['listUnplaced']>;
export type UnplacedGroup = Answer<Meetings['groupUnplaced']>['groups'][number];
export type PlannedMeeting = Answer<Meetings['getPlannedMeeting']>;
export type PlacementChange = Answer<Meetings['movePlacement']>;
export type Placement = NonNullable<PlacementChange['before']>;
export type Release = Entry<Meetings['listReleases']>;
export type Difference = Release['changes'][number];
export type ImportPreview = Answer<Meetings['previewImport']>;
export type SheetRead = Answer<Meetings['lookAtFile']>['sheets'][number];
/** What a person says of a sheet. */
export type SheetChoice = NonNullable<Parameters<Meetings['lookAtFile']>[0]['sheets']>[number];
