// Reads a sheet of outcomes with everything around it: the office's ties, its organisations, what is on record already.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { citiesByIds, cityOfOffice } from '#modules/cities/api/open-city.ts';
import { ownOrganisationsNamed } from '#modules/organisations/api/own-organisations-named.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import type { Work } from '#platform/work.ts';
import { splitPaste } from '#reading/clipboard.ts';
import { foldWord } from '#reading/words.ts';
import { agrees } from '#kernel/flex-date.ts';
import { looksAlike, resembles } from '../../domain/alike.ts';
import { doubtsOf, nothingAround } from '../../domain/plausible.ts';
import { answersOf, RowReading, type SheetAnswer } from '../../domain/sheet/answers.ts';
import { namesIn } from '../../domain/sheet/cells.ts';
import { outcomeSheetOf, type OutcomeSheet } from '../../domain/sheet/columns.ts';
import { readSheetRows, type ReadOutcomeRow, type SheetFacts, type SheetKnown } from '../../domain/sheet/read-rows.ts';
import { mostRows, type SheetReading } from '../../domain/sheet/sheet.ts';
import { mayRecord } from '../../policy.ts';
import { listOutcomeRecords } from '../../store/outcomes.ts';
import { sized } from '../ask-doubts.ts';
import { comparedWith, partyKeys, type Compared } from '../compare-outcomes.ts';

export interface ReadSheet {
  readonly sheet: OutcomeSheet;
  readonly rows: readonly ReadOutcomeRow[];
  readonly reading: SheetReading;
  readonly known: SheetKnown;
}

export interface SheetAsked {
  readonly officeId: OfficeId;
  readonly text: string;
  readonly reading: SheetReading;
}

/** So many of the office's own outcomes are compared with the rows of a sheet, the newest first. */
const MOST_OWN = 2000;

async function knownOf(work: Work, office: OfficeId, sheet: OutcomeSheet): Promise<SheetKnown> {
  const own = await cityOfOffice(work, office);
  const register = (await registerOf(work, office)).map(({ tieId, pair }) => ({ tieId, cityId: pair.a === own ? pair.b : pair.a }));
  const cities = await citiesByIds(
    work,
    register.map(({ cityId }) => cityId),
  );
  const ties = register.flatMap(({ tieId, cityId }) => {
    const city = cities.get(cityId);
    return city === undefined ? [] : [{ tieId, names: Object.values(city.name).map(({ text }) => text), country: city.country }];
  });
  const names = sheet.rows.flatMap(({ cells }) =>
    sheet.columns.flatMap((meaning, at) => (meaning === 'organisation' ? namesIn(cells[at] ?? '') : [])),
  );
  const found = await ownOrganisationsNamed(work, office, names);
  return { ties, organisations: new Map([...found].map(([name, ids]) => [foldWord(name), ids])) };
}

const titlesOf = ({ title }: Pick<Compared, 'title'>): readonly string[] => Object.values(title).map(({ text }) => foldWord(text));

/** A row as it is compared with what is on record. */
const proposedOf = (work: Work, facts: SheetFacts): Compared & { readonly words: string } => ({
  ...{ id: work.newId<'Outcome'>(), kind: facts.kind, partOf: null, occurred: facts.date, meetings: [], title: {} },
  ...{ subjects: facts.tieId === null ? [] : [facts.tieId], parties: partyKeys(facts.parties), words: foldWord(facts.title) },
  figures: [{ stage: facts.stage, amount: facts.amount, count: facts.count }],
  ownerOffice: '' as OfficeId,
});

/** Of the same name and day in the office's own records, which is what a list brought in twice looks like; else what figures and parties tell. */
const isLike = (row: ReturnType<typeof proposedOf>, other: Compared, office: OfficeId): boolean =>
  looksAlike(row, other) ||
  resembles(row, other) ||
  (other.ownerOffice === office &&
    row.kind === other.kind &&
    titlesOf(other).includes(row.words) &&
    (row.occurred === null || other.occurred === null || agrees(row.occurred, other.occurred)));

const sameRow = (facts: SheetFacts): string =>
  JSON.stringify([facts.title, facts.kind, facts.date, facts.amount, facts.count, facts.tieId]);

/** Asks of each understood row whether it is on record already, stands twice in the sheet, or has a figure to be looked at twice. */
function askMore(
  work: Work,
  rows: readonly ReadOutcomeRow[],
  {
    office,
    compared,
    answers,
    companies,
  }: {
    readonly office: OfficeId;
    readonly compared: readonly Compared[];
    readonly answers: readonly SheetAnswer[];
    readonly companies: Awaited<ReturnType<typeof sized>>;
  },
): readonly ReadOutcomeRow[] {
  const answered = answersOf(answers);
  const first = new Map<string, number>();
  return rows.map((row): ReadOutcomeRow => {
    const { facts, line } = row;
    if (facts === null) return row;
    const reading = new RowReading(answered);
    const [of, choices] = [String(line), ['as_is']];
    const proposed = proposedOf(work, facts);
    const like = compared.find((other) => isLike(proposed, other, office));
    const before = first.get(sameRow(facts));
    if (like !== undefined) {
      const params = { title: Object.values(like.title)[0]?.text ?? '' };
      reading.ask({ about: 'same', of, code: 'outcomes.sheet_may_be_same', params, choices });
    } else if (before !== undefined) reading.ask({ about: 'same', of, code: 'outcomes.sheet_twice', params: { line: before }, choices });
    const parties = companies.filter((one) => facts.parties.some(({ organisationId }) => organisationId === one.organisationId));
    for (const { code, params } of doubtsOf(facts, {
      ...nothingAround,
      parties,
      on: facts.date,
      today: work.now.toISOString().slice(0, 10),
    }))
      reading.ask({ about: 'doubt', of: `${of} ${code}`, code, params, choices });
    if (before === undefined) first.set(sameRow(facts), line);
    if (reading.isLeft) return { ...row, state: 'left', facts: null };
    return reading.questions.length === 0 ? row : { ...row, state: 'question', facts: null, questions: reading.questions };
  });
}

/** What the sheet would mean; nothing is kept. Refuses `kernel.forbidden`, an empty or too long sheet. */
export async function readOutcomeSheet(work: Work, { officeId, text, reading }: SheetAsked): Promise<Result<ReadSheet>> {
  const scope = mayRecord(work.actor, officeId);
  if (!scope.ok) return scope;
  const { office } = scope.value;
  const sheet = outcomeSheetOf(splitPaste(text), reading.columns);
  if (sheet.rows.length === 0) return refuseInput([{ path: ['text'], code: 'outcomes.sheet_empty' }]);
  if (sheet.rows.length > mostRows) return refuseInput([{ path: ['text'], code: 'outcomes.sheet_too_long', params: { max: mostRows } }]);
  const known = await knownOf(work, office, sheet);
  const { order, answers } = reading;
  const read = readSheetRows(sheet, { order, answers, known, today: work.now.toISOString().slice(0, 10) });
  const facts = read.flatMap((row) => row.facts ?? []);
  const own = await listOutcomeRecords(work.tx, { ownerOffice: office, after: null, limit: MOST_OWN });
  const about = { subjects: [...new Set(facts.flatMap(({ tieId }) => tieId ?? []))], parties: facts.flatMap(({ parties }) => parties) };
  const compared = facts.length === 0 ? [] : await comparedWith(work, about, own);
  return ok({
    sheet,
    known,
    reading,
    rows: askMore(work, read, { office, compared, answers, companies: await sized(work, about.parties) }),
  });
}
