// SQL of what became of an entry, step by step; steps are only ever added.
import type { AccountId, Id } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { noEntrySource, type EntrySource, type EntryText, type ProfileEntryId, type StepKind } from '../domain/profile/profile.ts';
import type { CityScope } from '../domain/scope.ts';

export type EntryStepId = Id<'EntryStep'>;

export interface StepRecord {
  readonly id: EntryStepId;
  readonly step: StepKind;
  readonly textVersion: number;
  readonly fromVersion: number | null;
  readonly account: AccountId | null;
  readonly note: string | null;
  readonly content: EntryText | null;
  readonly doneAt: Date;
}

const stepColumns = columns('id, step, text_version, from_version, account, note, content, done_at');

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    /** A text that was written before texts had sources, places or days has none. */
    'cities.entry_step.content': Omit<EntryText, keyof EntrySource | 'extent'> & Partial<EntrySource & Pick<EntryText, 'extent'>>;
  }
}

/** Notes a step; a content is noted with the step that wrote it. */
export async function insertStep(tx: Tx, { office }: CityScope, entryId: ProfileEntryId, step: StepRecord): Promise<void> {
  await tx
    .insertInto('cities.entry_step')
    .values({
      ...valuesOf(stepColumns, step),
      entry_id: entryId,
      owner_office: office,
    })
    .execute();
}

/** The last first. */
export async function listSteps(tx: Tx, entryId: ProfileEntryId): Promise<readonly StepRecord[]> {
  const rows = await tx
    .selectFrom('cities.entry_step')
    .select(stepColumns)
    .where('entry_id', '=', entryId)
    .orderBy('done_at', 'desc')
    .orderBy('text_version', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ content, ...step }) => ({
    ...step,
    content: content === null ? null : { ...noEntrySource, extent: null, ...content },
  }));
}

/** One text of an entry; null where it has none of that number. */
export async function findText(tx: Tx, entryId: ProfileEntryId, textVersion: number): Promise<EntryText | null> {
  const row = await tx
    .selectFrom('cities.entry_step')
    .select('content')
    .where('entry_id', '=', entryId)
    .where('text_version', '=', textVersion)
    .where('content', 'is not', null)
    .executeTakeFirst();
  return row?.content == null ? null : { ...noEntrySource, extent: null, ...row.content };
}
