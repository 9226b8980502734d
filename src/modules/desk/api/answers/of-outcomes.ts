// What others report of outcomes and relate to an office's ties, and what it has answered of that.
import type { OfficeId } from '#kernel/ids.ts';
import { citiesByIds, type NamedCity } from '#modules/cities/api/open-city.ts';
import { listContradicted } from '#modules/outcomes/api/list-contradicted.ts';
import { answeredSince, listUnanswered, titlesOf } from '#modules/outcomes/api/list-unanswered.ts';
import { listWaiting } from '#modules/outcomes/api/take-up-outcome.ts';
import { decidedSince } from '#modules/ties/api/others.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import type { Work } from '#platform/work.ts';
import type { AnsweredShown, AnswerEntry } from '../../contract/answers.ts';

/** The city that something is listed under: that of whoever says it, else the first that is not the office's own. */
export function cityAmong(cities: readonly NamedCity[], office: OfficeId, by: string | null): NamedCity | null {
  return cities.find(({ officeId }) => officeId !== null && officeId === by) ?? cities.find(({ officeId }) => officeId !== office) ?? null;
}

export const shownCity = (city: NamedCity | null) => (city === null ? null : { id: city.id, slug: city.slug, name: { ...city.name } });

/** What third parties relate to an office's ties and nobody has taken up. */
export async function waitingOfThird(work: Work, office: OfficeId): Promise<readonly AnswerEntry[]> {
  const third = await listWaiting(work, { officeId: office });
  const said = third.ok ? third.value.entries : [];
  const cities = await citiesByIds(
    work,
    said.flatMap((thing) => thing.cities),
  );
  return said.map((thing): AnswerEntry => {
    const around = thing.cities.flatMap((id) => cities.get(id) ?? []);
    const city = shownCity(cityAmong(around, office, thing.office.id));
    return { kind: 'third', key: `waits ${thing.id}`, at: thing.at, office: thing.office, city, reminded: 0, thing };
  });
}

/** In no order. */
export async function waitingOfOutcomes(work: Work, office: OfficeId): Promise<readonly AnswerEntry[]> {
  const asked = { officeId: office };
  const [figures, contradictions, third] = [
    await listUnanswered(work, asked),
    await listContradicted(work, asked),
    await waitingOfThird(work, office),
  ];
  const [reported, held] = [figures.ok ? figures.value.entries : [], contradictions.ok ? contradictions.value.entries : []];
  const around = await titlesOf(
    work,
    held.map(({ outcome }) => outcome.id),
  );
  const citiesOf = (id: string) => around.get(id)?.cities ?? [];
  const ids = reported.flatMap(({ cities }) => cities);
  const cities = await citiesByIds(work, [...ids, ...held.flatMap(({ outcome }) => citiesOf(outcome.id))]);
  const under = (of: readonly string[], by: string) =>
    shownCity(
      cityAmong(
        of.flatMap((id) => cities.get(id) ?? []),
        office,
        by,
      ),
    );
  const common = (one: { readonly at: string; readonly office: AnswerEntry['office'] }, of: readonly string[]) => ({
    ...{ at: one.at, office: one.office, city: under(of, one.office.id), reminded: 0 },
  });
  return [
    ...reported.map((figure): AnswerEntry => {
      const key = `figure ${figure.outcome.id} ${figure.stage} ${figure.through}`;
      return { kind: 'figure', key, ...common(figure, figure.cities), figure };
    }),
    ...held.map((one): AnswerEntry => {
      return { kind: 'contradiction', key: `contradiction ${one.id}`, ...common(one, citiesOf(one.outcome.id)), contradiction: one };
    }),
    ...third,
  ];
}

const answers = {
  confirms: 'as_they_say',
  confirms_part: 'in_part',
  differs: 'differs',
  cannot_say: 'not_known',
  maintains: 'maintained',
} as const;

export async function answeredOfOutcomes(
  work: Work,
  { office, ties, since }: { readonly office: OfficeId; readonly ties: readonly TieId[]; readonly since: Date },
): Promise<readonly AnsweredShown[]> {
  const [words, decisions] = [await answeredSince(work, office, since), await decidedSince(work, { office, ties, since })];
  const outcomes = await titlesOf(
    work,
    decisions.flatMap(({ thing, thingId }) => (thing === null ? [thingId] : [])),
  );
  const told = decisions.flatMap((decision) => {
    const outcome = outcomes.get(decision.thingId);
    const undo =
      decision.thing !== null
        ? { kind: 'thing' as const, thingId: decision.thingId, tieId: decision.thing.tieId }
        : outcome === undefined
          ? null
          : { kind: 'outcome' as const, outcomeId: outcome.id };
    const named = decision.thing ?? outcome;
    return undo === null || named === undefined ? [] : [{ ...decision, undo, named }];
  });
  const cities = await citiesByIds(work, [...words.flatMap((word) => word.cities), ...told.flatMap(({ named }) => named.cities)]);
  const cityOf = (ids: readonly string[]) => {
    const city = cityAmong(
      ids.flatMap((id) => cities.get(id) ?? []),
      office,
      null,
    );
    return city === null ? null : { ...city.name };
  };
  return [
    ...words.map(({ outcome, stage, verdict, through, visibility, at, cities: of }): AnsweredShown => ({
      ...{ key: `figure ${outcome.id} ${stage}`, at, answer: answers[verdict], city: cityOf(of), attribute: null },
      title: { ...outcome.title },
      undo: { kind: 'figure', outcomeId: outcome.id, stage, through, isPublic: visibility === 'public' },
    })),
    ...told.map(({ thingId, takesUp, differs, at, undo, named }): AnsweredShown => ({
      ...{
        key: `waits ${thingId}`,
        at,
        answer: takesUp ? 'taken_up' : differs === null ? 'left' : 'differs',
        city: cityOf(named.cities),
        attribute: null,
      },
      ...{ title: named.title === null ? null : { ...named.title }, undo },
    })),
  ];
}
