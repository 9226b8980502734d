// The scorecard of a city: as everybody reads it, or with what the caller's offices see besides; its list, and its file.
import type { OfficeId } from '#kernel/ids.ts';
import { chooseText, inEach, writing, type Language } from '#kernel/language.ts';
import { readNumber } from '#kernel/pages.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import { sentence } from '#kernel/sentence.ts';
import { labelsOf } from '#modules/cities/api/naming.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { convertedAsShown, convertFigures, type Converted } from '#modules/outcomes/api/rates/convert.ts';
import { outcomesKnown, type KnownOutcome, type UnstagedOutcome } from '#modules/outcomes/api/known/known-outcomes.ts';
import { assurances } from '#modules/outcomes/domain/assurance.ts';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { Further } from '#modules/outcomes/domain/follow-through/further.ts';
import { unknownReasons } from '#modules/outcomes/domain/follow-up/fate.ts';
import { keepingsOf } from '#modules/ties/api/registers.ts';
import { readTies, type ReadyTie } from '#modules/ties/api/year-of-ties.ts';
import { standardClasses, statuses } from '#modules/ties/domain/attributes.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { sayConverted } from '#modules/outcomes/domain/rates/say-sum.ts';
import { asPublic, type Transact, type Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { Scorecard, ScoredRow } from '../../contract/scorecard.ts';
import { answerStates, countedBy, scoresOf, tellings } from '../../domain/scorecard/scorecard.ts';
import { paperEn } from '../../domain/shared-words.en.ts';
import { paperZh } from '../../domain/shared-words.zh.ts';
import { classEn, classZh } from '../../formats/class-text.ts';
import { mediaTypes } from '../../formats/report-files.ts';
import { scorecardEn } from '../../formats/scorecard-text.en.ts';
import { scorecardZh } from '../../formats/scorecard-text.zh.ts';
import { en as codesEn } from '../../formats/text.en.ts';
import { zh as codesZh } from '../../formats/text.zh.ts';

type City = Extract<Awaited<ReturnType<typeof openCity>>, { ok: true }>['value'];

interface Read {
  readonly work: Work;
  readonly city: City;
  readonly ties: readonly ReadyTie[];
  readonly outcomes: readonly KnownOutcome[];
  readonly unstaged: readonly UnstagedOutcome[];
  readonly tieOf: ReadonlyMap<string, ReadyTie>;
}

const mostTies = 1000;

async function readCity(
  caller: Work,
  { city: address, view }: { readonly city: string; readonly view: 'public' | 'own' },
): Promise<Result<Read>> {
  const work = view === 'own' && caller.actor.account !== null ? caller : await asPublic(caller);
  const found = await openCity(work, address);
  if (!found.ok) return found;
  const city = found.value;
  const kept = await keepingsOf(work, { city: city.id, after: null, limit: mostTies });
  const ties = await readTies(work, new Map(kept.map(({ tieId, pair }) => [tieId, pair])));
  const tieOf = new Map<string, ReadyTie>(
    ties.flatMap((tie) =>
      [tie.id, ...tie.facts.agreements.map(({ id }) => id), ...tie.facts.exchanges.map(({ id }) => id)].map((id) => [id, tie] as const),
    ),
  );
  const sidesOf = (subject: string): readonly OfficeId[] => tieOf.get(subject)?.sides ?? [];
  const known = await outcomesKnown(work, { subjects: [...tieOf.keys()], sidesOf, asked: 'again' });
  return ok({ work, city, ties, tieOf, ...known });
}

/** In the currency of the reader's office, of the city's own where it is theirs: the figures of the stage that each outcome has reached. */
async function convertedFor({ work, city, ties, outcomes }: Read): Promise<Converted | null> {
  const offices = work.actor.memberships.map(({ office }) => office);
  const office = offices.find((one) => one === city.officeId) ?? offices[0];
  if (office === undefined) return null;
  const slugs: ReadonlyMap<string, string> = new Map(
    ties.flatMap(({ cities: { a, b } }) => [a, b].map(({ id, slug }) => [id, slug] as const)),
  );
  const figures = outcomes.flatMap(({ id, kind, partOf, occurred, way, at, sureness, partAt, figures: all, counted }) => {
    const figure = all.find(({ stage }) => stage === at);
    if (figure === undefined || counted !== null || kind === 'offer_made') return [];
    return [{ id, kind, partOf, occurred, way, figure: { ...figure, assurance: sureness, confirmedPart: partAt } }];
  });
  return convertFigures(work, { office, nameOf: (id) => slugs.get(id) ?? null }, figures);
}

const toldOf = ({ came, rest }: Further): Scorecard['further']['several'] => ({ came: came.map((one) => ({ ...one })), rest });

/** Refuses as a city's page does. */
export async function getScorecard(caller: Work, input: Asked<'getScorecard'>): Promise<Result<Scorecard>> {
  const read = await readCity(caller, input);
  if (!read.ok) return read;
  const { work, city, ties, outcomes, unstaged, tieOf } = read.value;
  const perTie = new Map<string, number>();
  for (const { subjects, counted } of outcomes)
    if (counted === null)
      for (const slug of new Set(subjects.flatMap((one) => tieOf.get(one)?.slug ?? []))) perTie.set(slug, (perTie.get(slug) ?? 0) + 1);
  const { byStage, offers, ...scores } = scoresOf(outcomes);
  const converted = await convertedFor(read.value);
  return ok({
    converted: converted === null ? null : convertedAsShown(converted),
    ...{
      city: { id: city.id, slug: city.slug, name: { ...city.name } },
      view: caller.actor.account === null ? 'public' : input.view,
      asOf: work.now.toISOString().slice(0, 10),
    },
    ties: ties
      .map(({ slug, cities: { a, b }, classCode, className, since, status }) => {
        const [other, own] = a.id === city.id ? [b, status.a] : [a, status.b];
        return {
          ...{ slug, other: { slug: other.slug, name: { ...other.name } }, classCode, since, outcomes: perTie.get(slug) ?? 0 },
          ...{ className: className === null ? null : { ...className }, status: statuses.find((one) => one === own) ?? null },
        };
      })
      .toSorted((one, next) => (one.other.slug < next.other.slug ? -1 : 1)),
    unstaged: unstaged.length,
    offers: offers.map((one) => ({ ...one })),
    byStage: byStage.map((row) => ({ ...row, sureness: { ...row.sureness } })),
    ...{
      ...scores,
      fates: { ...scores.fates },
      further: { several: toldOf(scores.further.several), single: toldOf(scores.further.single) },
      wholes: { ...scores.wholes },
      reasons: { ...scores.reasons },
      answers: { ...scores.answers },
      papers: { ...scores.papers },
    },
  });
}

/** In the order of recording. `cursor` is how many stood before. */
export async function listScored(
  caller: Work,
  { cursor, limit, city, view, ...filter }: Asked<'listScored'>,
): Promise<Result<{ entries: ScoredRow[]; nextCursor: string | null }>> {
  const before = readNumber(cursor);
  if (!before.ok) return before;
  const read = await readCity(caller, { city, view });
  if (!read.ok) return read;
  const { outcomes, tieOf } = read.value;
  const rows = countedBy(outcomes, filter);
  const from = before.value;
  return ok({
    entries: rows.slice(from, from + limit).map(({ of, things }) => ({
      ...{ id: of.id, title: { ...of.title }, kind: of.kind, stage: of.at, sureness: of.sureness, things, hasPaper: of.hasPaper },
      ...{ confirmedPart: of.partAt, paperExpired: of.paperExpired },
      ...{ isPart: of.partOf !== null, isPublic: of.visibility === 'public' },
      ties: [...new Set(of.subjects.flatMap((one) => tieOf.get(one)?.slug ?? []))],
    })),
    nextCursor: from + limit < rows.length ? String(from + limit) : null,
  });
}

const texts = inEach({ ...codesEn, ...classEn, ...paperEn, ...scorecardEn }, { ...codesZh, ...classZh, ...paperZh, ...scorecardZh });

/** In which language, and what the naming policy calls countries there. */
interface Telling {
  readonly language: Language;
  readonly labels: RegionLabels;
}

/** The sums that are converted, each with its rates in words; what is not converted stands beside it. */
const convertedLines = (
  { converted }: Scorecard,
  { language, labels }: Telling,
  say: (key: string) => string,
): readonly (readonly [string, string, string])[] => {
  if (converted === null) return [];
  return converted.totals.map(({ stage, kind, assurance, sum, qualifier }) => {
    const said = sayConverted(sum, converted.conversion, { language, labels, qualifier });
    const what = [say(`word_stage_${stage}`), say(`word_kind_${kind}`), say(`word_assurance_${assurance}`)].join(', ');
    return [say('sc_converted'), what, [said.whole, ...said.left].join('; ')];
  });
};

/** A row for each figure, the unknown among them; then the ties. */
function tableOf(card: Scorecard, { language, labels }: Telling): readonly (readonly (string | number)[])[] {
  const say = (key: string): string => sentence(texts[language], language, `reports.${key}`);
  const letters = new Intl.Collator(writing[language].locale);
  const sections: readonly (readonly [string, string, number | string])[] = [
    [say('sc_ties'), say('sc_all'), card.ties.length],
    ...[...Map.groupBy(card.ties, ({ classCode }) => classCode)].map(([code, all]): readonly [string, string, number] => {
      const standard = standardClasses.find((one) => one === code);
      const own = all[0]?.className == null ? (code ?? '') : chooseText(all[0].className, language).text;
      return [
        say('sc_by_class'),
        code === null ? say('sc_not_stated') : standard === undefined ? own : texts[language][`ties.class_${standard}`],
        all.length,
      ];
    }),
    ...[...statuses, null].map((status): readonly [string, string, number] => [
      say('sc_by_status'),
      status === null ? say('sc_not_stated') : say(`word_status_${status}`),
      card.ties.filter((tie) => tie.status === status).length,
    ]),
    [say('sc_outcomes'), say('sc_all'), card.outcomes],
    [say('sc_outcomes'), say('sc_no_stage'), card.unstaged],
    ...card.byStage.flatMap(({ stage, count, sureness, inPart }) => [
      [say('sc_by_stage'), say(`word_stage_${stage}`), count] as const,
      ...assurances.map(
        (one) => [`${say('sc_by_stage')} ${say(`word_stage_${stage}`)}`, say(`word_assurance_${one}`), sureness[one]] as const,
      ),
      [`${say('sc_by_stage')} ${say(`word_stage_${stage}`)}`, say('sc_in_part'), inPart] as const,
    ]),
    ...card.offers.map(({ stage, count }) => [say('sc_offers'), texts[language][`outcomes.offer_${stage}`], count] as const),
    ...fates.map((fate) => [say('sc_fates'), say(`sc_${fate}`), card.fates[fate]] as const),
    [say('sc_fates'), say('sc_in_wholes'), card.wholes.things],
    [say('sc_fates'), say('sc_single'), card.things - card.wholes.things],
    ...tellings.flatMap((telling) => [
      ...card.further[telling].came.map(
        ({ stage, things }) =>
          [
            say(`sc_further_${telling}`),
            stage === null ? texts[language]['outcomes.in_dispute'] : say(`word_stage_${stage}`),
            things,
          ] as const,
      ),
      [say(`sc_further_${telling}`), say('sc_no_further'), card.further[telling].rest] as const,
    ]),
    ...unknownReasons.map((reason) => [say('sc_reasons'), say(`sc_why_${reason}`), card.reasons[reason]] as const),
    [say('sc_reasons'), say('sc_untold'), card.untold],
    ...answerStates.map((state) => [say('sc_answers'), say(`sc_${state}`), card.answers[state]] as const),
    ...convertedLines(card, { language, labels }, say),
    [say('sc_papers'), say('sc_with'), card.papers.with],
    [say('sc_papers'), say('sc_without'), card.papers.without],
    ...card.ties
      .map((tie) => [say('sc_outcomes_of'), chooseText(tie.other.name, language).text, tie.outcomes] as const)
      .toSorted(([, one], [, other]) => letters.compare(one, other)),
  ];
  return [[say('sc_part'), say('sc_what'), say('sc_value')], ...sections];
}

export async function exportScorecard(transact: Transact, { format, language, ...named }: Asked<'exportScorecard'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const card = await getScorecard(work, named);
    return card.ok ? ok({ card: card.value, labels: await labelsOf(work), language: language ?? work.actor.language }) : card;
  });
  if (!read.ok) return read;
  const { card, labels, language: written } = read.value;
  const bytes =
    format === 'csv' ? writeCsv(tableOf(card, { language: written, labels })) : new TextEncoder().encode(JSON.stringify(card, null, 2));
  return ok(new File([new Uint8Array(bytes)], `${card.city.slug}-scorecard.${format}`, { type: mediaTypes[format] }));
}
