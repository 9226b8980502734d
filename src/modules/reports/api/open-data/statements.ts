// Rows of what is said, each with how a page shows it.
import type { FlexDate } from '#kernel/flex-date.ts';
import { ok, type Result } from '#kernel/result.ts';
import { shownAttributes } from '#modules/cities/domain/city-attributes.ts';
import { knownAmong } from '#modules/expos/api/list-directory.ts';
import { shownOfEdition, shownOfParticipation } from '#modules/expos/domain/said-attributes.ts';
import { pageStatements } from '#modules/evidence/api/page-statements.ts';
import { pinsOf } from '#modules/evidence/api/read-statements.ts';
import type { ShownFirst } from '#modules/evidence/domain/show-first.ts';
import { subjectKinds, type Pin, type SubjectKind } from '#modules/evidence/domain/statement.ts';
import { shownOfLesson } from '#modules/matching/domain/lessons/lesson.ts';
import { saidOfMark } from '#modules/outcomes/domain/project/mark.ts';
import type { Transact } from '#platform/work.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';
import { placesOnPage, type PlaceOnPage } from '../../domain/open-data/shown.ts';
import { saidOfTie, statedOf, type SideOfTie } from '../../domain/sorting.ts';
import { officeCells, sourceCells } from './cells.ts';
import { allOf, pageRows } from './paging.ts';

type Statement = Awaited<ReturnType<typeof pageStatements>>[number];

function plainOf(value: Statement['value']): { readonly value: string; readonly qualifier: string | null } {
  switch (value.type) {
    case 'date':
      return { value: value.date.text, qualifier: value.date.qualifier };
    case 'text':
      return { value: (value.text['en'] ?? Object.values(value.text)[0])?.text ?? '', qualifier: null };
    case 'count':
      return { value: value.count, qualifier: value.qualifier };
    case 'money':
      return { value: `${value.amount} ${value.currency}`, qualifier: value.qualifier };
    case 'code':
      return { value: value.code, qualifier: null };
    case 'unknown':
      return { value: '', qualifier: value.reason };
  }
}

const statementRow = (said: Statement, about: string, place: PlaceOnPage | undefined): OpenRow => ({
  ...{ id: said.id, about_kind: said.subject.kind, about, attribute: said.attribute, ...plainOf(said.value) },
  ...{ basis: 'basis' in said.value ? (said.value.basis ?? null) : null },
  ...{ value_json: JSON.stringify(said.value), kind: said.kind },
  ...{ shown: place?.shown ?? 'earlier', contested: place?.contested ?? false, said_by: said.saidBy },
  ...sourceCells(said.source),
  ...officeCells(said.office.id, said.office.name),
  ...{ entered_at: said.enteredAt, supersedes: said.supersedes, content_hash: said.contentHash },
});

/** How the pages of things that are no ties tell what is said of them. */
const tellers = {
  city: shownAttributes,
  edition: shownOfEdition,
  participation: shownOfParticipation,
  outcome: statedOf,
  organisation: statedOf,
  lesson: shownOfLesson,
  milestone: (statements, pins) => saidOfMark('milestone', statements, pins),
  indicator: (statements, pins) => saidOfMark('indicator', statements, pins),
} as const satisfies Readonly<
  Record<Exclude<SubjectKind, 'tie'>, (statements: readonly Statement[], pins: readonly Pin[]) => readonly Group[]>
>;
interface Group {
  readonly shown: ShownFirst<Statement>;
}

/** What pages show of a subject, group by group. */
function groupsOf(kind: SubjectKind, statements: readonly Statement[], pins: readonly Pin[], tie: FoundedTie) {
  const groups: readonly Group[] = kind === 'tie' ? saidOfTie(statements, pins, tie) : tellers[kind](statements, pins);
  return groups.map(({ shown }) => shown);
}

/** Statements about what the other tables hold, in order of entry. */
export async function readStatements(transact: Transact, known: Known): Promise<Result<readonly OpenRow[]>> {
  const said = await allOf(transact, async (work, after: Statement['id'] | null) => {
    const entries = await pageStatements(work, { kinds: subjectKinds, after, limit: pageRows });
    return { entries, last: entries.length < pageRows ? null : (entries.at(-1)?.id ?? null) };
  });
  if (!said.ok) return said;
  const participants = said.value.flatMap(({ subject }) => (subject.kind === 'participation' ? [subject.id] : []));
  const listed = await transact(async (work) => ok(await knownAmong(work, participants)));
  if (!listed.ok) return listed;
  const told = said.value.filter(
    ({ subject }) => known.addresses.has(subject.id) || subject.kind === 'organisation' || listed.value.has(subject.id),
  );
  const places = new Map<string, PlaceOnPage>();
  for (const [kind, ofKind] of Map.groupBy(told, ({ subject }) => subject.kind)) {
    const subjects = Map.groupBy(ofKind, ({ subject }) => subject.id);
    const pins = await transact(async (work) => ok(await pinsOf(work, kind, [...subjects.keys()])));
    if (!pins.ok) return pins;
    for (const [id, statements] of subjects)
      for (const [statement, place] of placesOnPage(
        groupsOf(kind, statements, pins.value.get(id) ?? [], known.founded.get(id) ?? { sides: [], papers: [] }),
      ))
        places.set(statement, place);
  }
  return ok(
    told.map((statement) =>
      statementRow(statement, known.addresses.get(statement.subject.id) ?? statement.subject.id, places.get(statement.id)),
    ),
  );
}

/** The sides of a tie, and the days of the papers that can have founded it. */
interface FoundedTie {
  readonly sides: readonly SideOfTie[];
  readonly papers: readonly FlexDate[];
}

/** What statements may be about, by id. */
export interface Known {
  readonly addresses: ReadonlyMap<string, string>;
  readonly founded: ReadonlyMap<string, FoundedTie>;
}
