// What others state of things in which an office has a word, and what it has answered of that.
import { keysOf } from '#kernel/codes.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { citiesByIds, cityOfOffice } from '#modules/cities/api/open-city.ts';
import { saidByOthers } from '#modules/evidence/api/page-statements.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Statement, SubjectKind } from '#modules/evidence/domain/statement.ts';
import { expoHeardBy } from '#modules/expos/api/edition/said-of-edition.ts';
import { lessonsHeardBy } from '#modules/matching/api/lessons/show-lessons.ts';
import { marksHeardBy, outcomesHeardBy } from '#modules/outcomes/api/list-unanswered.ts';
import type { Work } from '#platform/work.ts';
import { statedSubject, type AnsweredShown, type AnswerEntry, type StatedSubject } from '../../contract/answers.ts';
import { answeredStated, askedWhere, unansweredStated } from '../../domain/stated.ts';
import { cityAmong, shownCity } from './of-outcomes.ts';

/** A thing in which the office has a word. */
interface Heard {
  readonly kind: SubjectKind;
  readonly id: string;
  /** To what it belongs: the project of a milestone, the edition of a participation; else itself. */
  readonly of: string;
  readonly title: MultilingualText;
  /** The address of the city or edition on whose page it stands; that of an outcome is its id. */
  readonly slug: string;
  readonly cities: readonly string[];
}

/** A city is its office's own, whoever says something of it; what else is said is found by what others say. */
const kindsFound = keysOf(askedWhere).filter((kind) => askedWhere[kind] === 'stated' && kind !== 'city');

async function heardBy(work: Work, office: OfficeId): Promise<readonly Heard[]> {
  const said = Map.groupBy(await saidByOthers(work, office, kindsFound), ({ kind }) => kind);
  const ids = (...kinds: readonly SubjectKind[]) => kinds.flatMap((kind) => (said.get(kind) ?? []).map(({ id }) => id));
  const city = await cityOfOffice(work, office);
  const [cities, lessons, outcomes, marks, expo] = [
    await citiesByIds(work, city === null ? [] : [city]),
    await lessonsHeardBy(work, office, ids('lesson')),
    await outcomesHeardBy(work, office, ids('outcome')),
    await marksHeardBy(work, office, ids('milestone', 'indicator')),
    await expoHeardBy(work, office, { participants: ids('participation'), editions: ids('edition') }),
  ];
  return [
    ...[...cities.values()].map(({ id, slug, name }) => ({ kind: 'city' as const, id, of: id, title: { ...name }, slug, cities: [] })),
    ...lessons.map((lesson) => ({ ...lesson, kind: 'lesson' as const, of: lesson.id })),
    ...outcomes.map((outcome) => ({ ...outcome, kind: 'outcome' as const, of: outcome.id, slug: '' })),
    ...marks.map(({ id, kind, title, project }) => ({ kind, id, of: project.id, title, slug: '', cities: project.cities })),
    ...expo.map(({ id, editionId, name, slug }) => ({
      ...{
        kind: id === editionId ? ('edition' as const) : ('participation' as const),
        id,
        of: editionId,
        title: { ...name },
        slug,
        cities: [],
      },
    })),
  ];
}

interface StatedOf {
  readonly subject: Heard;
  readonly statements: readonly Statement[];
}

/** All of it with what is said, read once for what waits and what was answered. */
export async function statedTo(work: Work, office: OfficeId): Promise<readonly StatedOf[]> {
  const heard = await heardBy(work, office);
  const found: StatedOf[] = [];
  for (const [kind, subjects] of Map.groupBy(heard, (subject) => subject.kind)) {
    const said = await statementsOf(
      work,
      kind,
      subjects.map(({ id }) => id),
    );
    found.push(...subjects.map((subject) => ({ subject, statements: said.get(subject.id) ?? [] })));
  }
  return found;
}

/** What is asked, as its page knows it; null for an attribute that its module has no word for. */
function subjectOf({ kind, id, of, slug }: Heard, attribute: string): StatedSubject | null {
  const read = statedSubject.safeParse({ kind, id, of, slug, attribute });
  return read.success ? read.data : null;
}

/** The city that what one says of a thing is listed under. */
async function citiesUnder(work: Work, office: OfficeId, stated: readonly StatedOf[]) {
  const cities = await citiesByIds(
    work,
    stated.flatMap(({ subject }) => subject.cities),
  );
  return (subject: Heard, by: string) =>
    shownCity(
      cityAmong(
        subject.cities.flatMap((id) => cities.get(id) ?? []),
        office,
        by,
      ),
    );
}

export async function waitingOfStated(work: Work, office: OfficeId, stated: readonly StatedOf[]): Promise<readonly AnswerEntry[]> {
  const under = await citiesUnder(work, office, stated);
  return stated.flatMap(({ subject, statements }) =>
    unansweredStated(statements, office).flatMap(({ theirs, ours, isUnseen }): readonly AnswerEntry[] => {
      const about = subjectOf(subject, theirs.attribute);
      if (about === null) return [];
      const { value, source, kind: meant, saidBy } = theirs;
      return [
        {
          ...{ kind: 'stated', key: `stated ${theirs.id}`, at: theirs.enteredAt, reminded: 0 },
          ...{
            office: { id: theirs.office.id, name: { ...theirs.office.name } },
            city: under(subject, theirs.office.id),
          },
          ...{ about, title: { ...subject.title }, theirs: { value, source }, saidBy, meant, isUnseen },
          ours:
            ours === null
              ? null
              : { value: ours.value, source: ours.source, id: ours.id, version: ours.version, isQuoted: ours.saidBy !== null },
        },
      ];
    }),
  );
}

export async function answeredOfStated(
  work: Work,
  office: OfficeId,
  { stated, since }: { readonly stated: readonly StatedOf[]; readonly since: string },
): Promise<readonly AnsweredShown[]> {
  const given = stated.flatMap(({ subject, statements }) =>
    answeredStated(statements, office, since).map((answered) => ({ subject, statements, ...answered })),
  );
  const under = await citiesUnder(work, office, given);
  return given.map(({ subject, theirs, statement: { id, version, enteredAt }, answer }) => ({
    ...{ key: `stated ${id}`, at: enteredAt, city: under(subject, theirs.office.id)?.name ?? null },
    ...{ title: { ...subject.title }, attribute: null, answer },
    undo: { kind: 'said' as const, statementId: id, version },
  }));
}
