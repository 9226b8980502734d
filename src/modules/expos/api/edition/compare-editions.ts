// Two editions of one expo beside each other, each as far as the actor may see it.
import { holds } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { listRegionLabels } from '#modules/cities/api/naming.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { ShownAttribute } from '#modules/evidence/domain/shown-attributes.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionRecord, ParticipantId } from '../../domain/edition.ts';
import { changeBetween, sameFigure, untold, widerCount, type Beside } from '../../domain/compare.ts';
import {
  editionAttributes,
  participationAttributes,
  shownOfEdition,
  shownOfParticipation,
  type EditionAttribute,
  type ParticipationAttribute,
} from '../../domain/said-attributes.ts';
import { comparisonFile, type EditionSteps } from '../../formats/comparison-file.ts';
import { countCountries, countReturning, listStandPairs, type Both, type CountrySeen, type StandSeen } from '../../store/comparison.ts';
import { saidParticipants } from '../../store/listings.ts';
import { findNamedEdition, showEditions } from './open-edition.ts';

type Comparison = Answer<'getEditionComparison'>;

type StepTeller = (work: Work, editionId: string, language: Language) => Promise<EditionSteps | null>;
const stepTellers = new Set<StepTeller>();

/** Has `teller` asked how far the meetings of an edition came, in words; null where the actor may not know. app/ subscribes at the start. */
export const tellsSteps = (teller: StepTeller): void => {
  stepTellers.add(teller);
};

/** What modules below tell of both, for whoever organises both; nothing of one alone. */
async function stepsOfBoth(work: Work, { earlier, later }: EditionComparison, language: Language) {
  const told: { readonly earlier: EditionSteps; readonly later: EditionSteps }[] = [];
  for (const teller of stepTellers) {
    const [was, is] = [await teller(work, earlier.id, language), await teller(work, later.id, language)];
    if (was !== null && is !== null) told.push({ earlier: was, later: is });
  }
  return told;
}

/** Beside each other at most so many stands; the page says that there are more. */
const MAX_STANDS = 60;

/** What is said of either, attribute by attribute, in the order in which they are told. */
function beside<A extends string>(
  attributes: readonly A[],
  { earlier, later }: { readonly earlier: readonly ShownAttribute<A>[]; readonly later: readonly ShownAttribute<A>[] },
): Beside<A>[] {
  const of = (all: readonly ShownAttribute<A>[], attribute: string) => all.find((one) => one.attribute === attribute)?.shown ?? null;
  const figure = (all: readonly ShownAttribute<A>[], attribute: string) => of(all, attribute)?.first?.value ?? null;
  return attributes.flatMap((attribute) => {
    const [was, is] = [of(earlier, attribute), of(later, attribute)];
    if (was === null && is === null) return [];
    const wider = widerCount[attribute] ?? '';
    const unsure = [earlier, later].some((all) => sameFigure(figure(all, attribute), figure(all, wider)));
    const change = changeBetween(was?.first?.value ?? null, is?.first?.value ?? null);
    const differing = [was, is].some((shown) => (shown?.differing.length ?? 0) > 0);
    return [{ attribute, earlier: was, later: is, change: untold(change, { counts: unsure, differing }) }];
  });
}

function countriesOf(seen: readonly CountrySeen[]): NonNullable<Comparison['countries']> {
  const which = (wanted: (one: CountrySeen) => boolean): string[] =>
    seen.flatMap((one) => (one.country !== null && wanted(one) ? [one.country] : []));
  const nowhere = seen.find(({ country }) => country === null);
  return {
    both: which(({ earlier, later }) => earlier > 0 && later > 0),
    earlier: which(({ later }) => later === 0),
    later: which(({ earlier }) => earlier === 0),
    notEntered: { earlier: nowhere?.earlier ?? 0, later: nowhere?.later ?? 0 },
  };
}

const shownStand = (seen: StandSeen | null) =>
  seen === null ? null : { participantId: seen.participant, name: { ...seen.name }, brought: seen.brought, area: seen.area };

/** As the API tells it, with the statements as they are kept. */
interface EditionComparison extends Omit<Comparison, 'said' | 'stands'> {
  readonly said: readonly Beside<EditionAttribute>[];
  readonly stands: readonly {
    readonly earlier: Comparison['stands'][number]['earlier'];
    readonly later: Comparison['stands'][number]['later'];
    readonly said: readonly Beside<ParticipationAttribute>[];
  }[];
}

async function standsOf(work: Work, both: Both) {
  const said = await saidParticipants(work.tx, [both.earlier, both.later]);
  const pairs = await listStandPairs(work.tx, { ...both, said, limit: MAX_STANDS });
  const shown = pairs.slice(0, MAX_STANDS);
  const ids = shown.flatMap((pair) => [pair.earlier?.participant ?? [], pair.later?.participant ?? []].flat());
  const statements = await statementsOf(work, 'participation', ids);
  const pins = await pinsOf(work, 'participation', ids);
  const of = (id: ParticipantId | undefined) =>
    id === undefined ? [] : shownOfParticipation(statements.get(id) ?? [], pins.get(id) ?? []);
  return {
    hasMoreStands: pairs.length > MAX_STANDS,
    stands: shown.map((pair) => ({
      earlier: shownStand(pair.earlier),
      later: shownStand(pair.later),
      said: beside(participationAttributes, { earlier: of(pair.earlier?.participant), later: of(pair.later?.participant) }),
    })),
  };
}

/** An edition that nobody claims lists whom somebody has entered, not who came; and one that is not public lists nobody to others. */
function countedOf(work: Work, editions: readonly Comparison['earlier'][]): Comparison['counted'] {
  if (editions.some(({ isUnclaimed }) => isUnclaimed)) return 'none';
  if (editions.every(({ organiser }) => holds(work.actor, organiser, 'viewer'))) return 'all';
  return editions.every(({ publishedAt }) => publishedAt !== null) ? 'listed' : 'none';
}

/**
 * An edition beside another of its expo, the earlier one first. Refuses `expos.not_found`, `expos.not_one_expo` where the two are not of one
 * expo that the actor can see, and `expos.one_edition` where they are the same.
 */
export async function getEditionComparison(work: Work, input: Asked<'getEditionComparison'>): Promise<Result<EditionComparison>> {
  const one = await findNamedEdition(work, input.edition);
  if (!one.ok) return one;
  const other = await findNamedEdition(work, input.with);
  if (!other.ok) return other;
  if (one.value.id === other.value.id) return refuse({ kind: 'conflict', code: 'expos.one_edition' });
  if (one.value.expoId === null || one.value.expoName === null || one.value.expoId !== other.value.expoId)
    return refuse({ kind: 'conflict', code: 'expos.not_one_expo' });
  const [earlier, later] = one.value.firstDay <= other.value.firstDay ? [one.value, other.value] : [other.value, one.value];
  const shown = await showEditions(work, [earlier, later]);
  const [first, second] = shown;
  if (first === undefined || second === undefined) throw new Error('two editions were to be shown');
  const ids = [earlier.id, later.id];
  const statements = await statementsOf(work, 'edition', ids);
  const pins = await pinsOf(work, 'edition', ids);
  const of = (id: EditionRecord['id']) => shownOfEdition(statements.get(id) ?? [], pins.get(id) ?? []);
  const seen = countedOf(work, [first, second]);
  const both = { earlier: earlier.id, later: later.id, listed: seen !== 'all' };
  const exhibitors = seen === 'none' ? null : await countReturning(work.tx, both);
  // Where nobody is entered nobody knows who came: that none came again would be said of an empty list.
  const isKnown = exhibitors !== null && exhibitors.earlier > 0 && exhibitors.later > 0;
  const counted = isKnown ? seen : 'none';
  return ok({
    earlier: first,
    later: second,
    counted,
    said: beside(editionAttributes, { earlier: of(earlier.id), later: of(later.id) }),
    ...(await standsOf(work, both)),
    exhibitors: isKnown ? exhibitors : null,
    countries: !isKnown ? null : countriesOf(await countCountries(work.tx, both)),
  });
}

/** The same as a table, named after the two; for the organiser of both with how far the meetings of each came. */
export async function exportEditionComparison(work: Work, input: Asked<'exportEditionComparison'>): Promise<Result<File>> {
  const { format, language = work.actor.language } = input;
  const compared = await getEditionComparison(work, input);
  if (!compared.ok) return compared;
  const labels = await listRegionLabels(work);
  if (!labels.ok) return labels;
  const steps = await stepsOfBoth(work, compared.value, language);
  const bytes = comparisonFile({ ...compared.value, steps }, { format, language, regions: labels.value.labels });
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return ok(new File([bytes], `${compared.value.earlier.slug}-${compared.value.later.slug}.${format}`, { type }));
}
