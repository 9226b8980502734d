// Enters what is said to have come of the demo's ties, public with its sources.
import { enterOutcomeStatements } from '#modules/outcomes/api/enter-outcome-statements.ts';
import { listOutcomes } from '#modules/outcomes/api/list-outcomes.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { getTie } from '#modules/ties/api/open-tie.ts';
import { listTies } from '#modules/ties/api/list-ties.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { as, cited, idsOfCities, must, on, sourcesOf, words, type RegisterSetting, type SourceOf } from './as-people.ts';
import { outcomeFacts, type OutcomeFact } from './facts/outcomes.ts';
import { isOf } from './load-happenings.ts';

interface Desk {
  readonly office: OfficeId;
  readonly cities: ReadonlyMap<string, string>;
  readonly source: SourceOf;
}

async function tieOf(work: Work, pair: readonly [string, string]): Promise<string> {
  const { entries } = must(await listTies(work, { city: pair[0], limit: 200 }));
  return entries.find(({ cities }) => isOf([cities.a.slug, cities.b.slug], pair))?.id ?? '';
}

async function entryOf({ entry }: OutcomeFact, source: SourceOf) {
  if (entry === null) return null;
  const { source: key, ...figures } = entry;
  return {
    qualifier: 'exact' as const,
    countQualifier: 'exact' as const,
    ...figures,
    valueDate: null,
    note: null,
    source: cited(await source(key)),
  };
}

async function enterStatements(work: Work, outcomeId: Id<'Outcome'>, { said }: OutcomeFact, { office, source }: Desk): Promise<void> {
  const entries = [];
  for (const { attribute, money, text, saidBy, source: key, kind = 'fact' } of said) {
    const value = money === undefined ? { type: 'text' as const, text: words(text ?? ['', '']) } : { type: 'money' as const, ...money };
    const plain = { kind, visibility: 'public' as const, sharedWith: [], supersedes: null };
    entries.push({ attribute, value, saidBy, source: cited(await source(key)), ...plain });
  }
  if (entries.length > 0) must(await enterOutcomeStatements(work, { outcomeId, office, entries }));
}

async function enterOutcome(work: Work, fact: OutcomeFact, desk: Desk): Promise<void> {
  const { extent, counted = null, title, from, to, domain, occurred } = fact;
  const cityOf = (key: string | null) => (key === null ? null : (desk.cities.get(key) ?? null));
  const subjectId = await tieOf(work, fact.tie);
  const visitId =
    fact.ofVisit === undefined
      ? undefined
      : must(await getTie(work, { tie: subjectId })).exchanges.find(({ kind, starts }) => kind === 'visit' && starts.text === fact.ofVisit)
          ?.id;
  const recorded = must(
    await recordOutcome(work, {
      office: desk.office,
      kind: fact.kind,
      extent,
      counted,
      title: words(title),
      fromCity: cityOf(from),
      toCity: cityOf(to),
      domain,
      occurred: occurred === null ? null : on(occurred),
      note: null,
      partOf: null,
      parties: [],
      attributions: [
        { subjectKind: 'tie', subjectId, relation: 'related_to' },
        ...(visitId === undefined ? [] : [{ subjectKind: 'exchange' as const, subjectId: visitId, relation: 'result_of' as const }]),
      ],
      entry: await entryOf(fact, desk.source),
    }),
  );
  await enterStatements(work, recorded.id, fact, desk);
  const version = { ...work, expectedVersion: recorded.version };
  must(await setOutcomeAudience(version, { outcomeId: recorded.id, visibility: 'public', sharedWith: [] }));
}

/** Liverpool's desk enters what is told of its ties, the register office the rest. */
export async function loadOutcomes({ database, people }: RegisterSetting): Promise<void> {
  for (const voice of ['liverpool', 'register'] as const) {
    const { owner, office } = people[voice];
    await as(database, owner, async (work) => {
      if (must(await listOutcomes(work, { ownerOffice: office, limit: 1 })).entries.length > 0) return;
      const desk = { office, cities: await idsOfCities(work), source: sourcesOf(work, office) };
      for (const fact of outcomeFacts)
        if (fact.tie.includes('liverpool-gb') === (voice === 'liverpool')) await enterOutcome(work, fact, desk);
    });
  }
}
