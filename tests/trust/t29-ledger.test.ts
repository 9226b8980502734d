// T29: over random histories no amount is counted twice, shares stay within the whole, stages are never added, no posted row changes, and what was said of
// figures holds as long as they are those of which it was said: an entry that is reversed leaves all as sure as it was.
// The model beside the product is a plain list of what was accepted, summed with whole numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { qualifiers } from '#kernel/money.ts';
import { convert, ratesInForce, type Rate } from '#modules/outcomes/domain/conversion.ts';
import { assuranceOf, lastNumber, type Confirmation } from '#modules/outcomes/domain/assurance.ts';
import { checkEntry, checkReversal, type ProposedEntry } from '#modules/outcomes/domain/entry-problems.ts';
import { figuresOf, reachedOf, type EntryFacts, type EntryId, type Ledger, type LedgerEntry } from '#modules/outcomes/domain/ledger.ts';
import { extents, type Extent, type OutcomeId } from '#modules/outcomes/domain/outcome.ts';
import { partyProblems, type Party } from '#modules/outcomes/domain/parties.ts';
import { stages, type Stage } from '#modules/outcomes/domain/stages.ts';
import { totalsOf } from '#modules/outcomes/domain/totals.ts';

const histories = process.env['HANSA_ROUNDS'] === undefined ? 150 : 100_000;

type Step =
  | { readonly does: 'enter'; readonly entry: ProposedEntry }
  | { readonly does: 'reverse'; readonly at: number }
  | { readonly does: 'say'; readonly by: number; readonly stage: Stage; readonly verdict: Verdict }
  | { readonly does: 'state rate'; readonly to: string; readonly cents: number; readonly day: string }
  | { readonly does: 'name parties'; readonly shares: readonly (number | null)[] };

const figure = fc.option(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -50, max: 200 }).map(String) }, fc.constantFrom('1.5', 'x')), {
  nil: null,
});
const wild = fc.record({
  stage: fc.constantFrom(...stages),
  amount: figure,
  currency: fc.oneof({ weight: 6, arbitrary: fc.constant('GBP') }, fc.constantFrom('CNY', 'XXX', null)),
  count: figure,
  qualifier: fc.constantFrom(...qualifiers),
  countQualifier: fc.constantFrom(...qualifiers),
  valueDate: fc.constant(null),
});
/** What is mostly accepted, in few stages and figures, so that figures come back to what they were; of drawn parts alone hardly one is accepted. */
const likely = fc
  .record({
    stage: fc.constantFrom(...stages.slice(0, 3)),
    amount: fc.option(fc.constantFrom('10', '20', '30', '-10'), { nil: null }),
    count: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom('1', '2')),
    qualifier: fc.oneof({ weight: 4, arbitrary: fc.constant('exact' as const) }, fc.constantFrom(...qualifiers)),
  })
  .map(({ amount, qualifier, ...rest }) => ({
    ...{ ...rest, amount, currency: amount === null ? null : 'GBP', qualifier: amount === null ? 'exact' : qualifier },
    ...{ countQualifier: 'exact' as const, valueDate: null },
  }));
const entry: fc.Arbitrary<ProposedEntry> = fc.oneof({ weight: 5, arbitrary: likely }, { weight: 1, arbitrary: wild });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: entry.map((proposed) => ({ does: 'enter' as const, entry: proposed })) },
  { weight: 3, arbitrary: fc.nat(12).map((at) => ({ does: 'reverse' as const, at })) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('say' as const),
      by: fc.nat(2),
      stage: fc.constantFrom(...stages.slice(0, 3)),
      verdict: fc.constantFrom('confirms' as const, 'differs' as const, 'cannot_say' as const, 'withdraws' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('state rate' as const),
      to: fc.constantFrom('USD', 'CNY'),
      cents: fc.integer({ min: 1, max: 999 }),
      day: fc.constantFrom('2019-04-15', '2019-11-05'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.option(fc.integer({ min: -5, max: 120 }), { nil: null }), { maxLength: 4 })
      .map((shares) => ({ does: 'name parties' as const, shares })),
  },
);

/** What the model knows of an accepted entry; `taken` once it was reversed. */
interface Kept {
  readonly id: string;
  readonly stage: Stage;
  readonly money: bigint | null;
  readonly pieces: bigint | null;
  readonly moneyMeant: string;
  readonly piecesMeant: string;
  taken: boolean;
}

/** In hundredths: 1.5 → 150. */
function hundredths(text: string | null): bigint | null {
  if (text === null) return null;
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

const sumOf = (values: readonly (bigint | null)[]): bigint | null => {
  const stated = values.filter((value) => value !== null);
  return stated.length === 0 ? null : stated.reduce((sum, value) => sum + value, 0n);
};

type Verdict = 'confirms' | 'differs' | 'cannot_say' | 'withdraws';

/** What an office said in the model, and the figure that it saw. */
interface Word {
  readonly by: number;
  readonly stage: Stage;
  readonly verdict: Verdict;
  readonly saw: string;
}

/** The first keeps the outcome. */
const offices = ['ours', 'theirs', 'third'].map((name) => name as OfficeId);

class History {
  readonly posted: LedgerEntry[] = [];
  readonly words: Word[] = [];
  readonly said: Confirmation[] = [];
  readonly kept: Kept[] = [];
  readonly rates: Rate[] = [];
  parties: readonly Party[] = [];

  readonly extent: Extent;

  constructor(extent: Extent) {
    this.extent = extent;
  }

  private get ledger(): Ledger {
    return { extent: this.extent, entries: this.posted };
  }

  do(step: Step): void {
    const before = structuredClone(this.posted);
    if (step.does === 'enter') this.enter(step.entry);
    else if (step.does === 'reverse') this.reverse(step.at);
    else if (step.does === 'say') this.say(step);
    else if (step.does === 'state rate') this.stateRate(step);
    else this.nameParties(step.shares);
    // Whatever happened, what was posted is as it was.
    expect(this.posted.slice(0, before.length)).toEqual(before);
    this.compare();
  }

  private post(facts: EntryFacts, reverses: EntryId | null): string {
    const number = this.posted.length + 1;
    this.posted.push(Object.freeze({ ...facts, id: `entry ${number}` as EntryId, number, reverses }));
    return `entry ${number}`;
  }

  private enter(proposed: ProposedEntry): void {
    const checked = checkEntry(this.ledger, proposed);
    if (checked.problems !== null) {
      expect(checked.problems.length).toBeGreaterThan(0);
      return;
    }
    const id = this.post(checked.facts, null);
    const [money, pieces] = [hundredths(proposed.amount), hundredths(proposed.count)];
    const { stage, qualifier: moneyMeant, countQualifier: piecesMeant } = proposed;
    this.kept.push({ id, stage, money, pieces, moneyMeant, piecesMeant, taken: false });
  }

  private reverse(at: number): void {
    const target = this.posted[at % Math.max(1, this.posted.length)];
    if (target === undefined) return;
    const checked = checkReversal(this.ledger, target.id);
    const kept = this.kept.find(({ id }) => id === target.id);
    if (target.reverses !== null || kept === undefined || kept.taken) {
      expect(checked.problems?.map(({ code }) => code)).toEqual([
        target.reverses === null ? 'outcomes.already_reversed' : 'outcomes.reversal_of_reversal',
      ]);
      return;
    }
    if (checked.problems !== null) return;
    this.post(checked.facts, target.id);
    kept.taken = true;
  }

  /** What somebody sees of a stage who reads all that stands there. */
  private seen(stage: Stage): string {
    const here = this.kept.filter((kept) => kept.stage === stage && !kept.taken);
    const meant = (of: readonly string[]) => (new Set(of).size < 2 ? of[0] : of.includes('planned') ? 'planned' : 'about');
    const told = (['money', 'pieces'] as const).map((field) => {
      const given = here.filter((kept) => kept[field] !== null);
      const loose = given.map((kept) => kept[`${field}Meant`]).filter((one) => one !== 'exact');
      return [sumOf(given.map((kept) => kept[field])), meant(loose) ?? 'exact', given.length < here.length].join(' ');
    });
    return told.join(', ');
  }

  private say({ by, stage, verdict }: Extract<Step, { readonly does: 'say' }>): void {
    const office = offices[by];
    const through = lastNumber(this.posted, stage);
    if (office === undefined || through === 0) return;
    const number = this.said.filter((said) => said.office === office).length + 1;
    this.said.push({ number, office, stage, verdict, through });
    this.words.push({ by, stage, verdict, saw: this.seen(stage) });
  }

  private surenessOf(stage: Stage) {
    const entries = this.posted.map((one) => ({ ...one, evidence: null }));
    const sure = assuranceOf({ stage, owner: 'ours' as OfficeId, entries, confirmations: this.said });
    return sure === null ? null : [sure.assurance, sure.confirmedBy.toSorted(), sure.differs.toSorted()];
  }

  /** By the model: of each office the last word that was said of the figure as it is now, nothing where one of its words was taken back since. */
  private compareSureness(): void {
    for (const stage of stages) {
      if (!this.kept.some((kept) => kept.stage === stage && !kept.taken)) continue;
      const now = this.seen(stage);
      const held = offices.map((_, by) => {
        const words = this.words.filter((word) => word.by === by && word.stage === stage);
        const at = words.findLastIndex(({ saw, verdict }) => saw === now || verdict === 'withdraws');
        const last = words[at];
        return last === undefined || last.saw !== now ? null : last.verdict;
      });
      const who = (verdict: Verdict) => offices.filter((_, by) => by > 0 && held[by] === verdict).toSorted();
      const isOtherwise = held.includes('differs');
      const assurance =
        held[0] === 'withdraws' ? 'withdrawn' : isOtherwise ? 'differ' : who('confirms').length > 0 ? 'confirmed' : 'reported';
      expect(this.surenessOf(stage)).toEqual([assurance, who('confirms'), who('differs')]);
    }
  }

  /** An entry that is reversed leaves all as sure as it was. */
  enterInVain(proposed: ProposedEntry): void {
    const before = stages.map((stage) => this.surenessOf(stage));
    const length = this.posted.length;
    this.enter(proposed);
    if (this.posted.length === length) return;
    this.reverse(length);
    expect(this.posted).toHaveLength(length + 2);
    expect(stages.map((stage) => this.surenessOf(stage))).toEqual(before);
    this.compare();
  }

  private stateRate({ to, cents, day }: Extract<Step, { readonly does: 'state rate' }>): void {
    this.rates.push({ number: this.rates.length + 1, from: 'GBP', to, rate: (cents / 100).toFixed(2), day });
  }

  private nameParties(shares: readonly (number | null)[]): void {
    const named = shares.map((share): Party => ({
      organisationId: null,
      cityId: null,
      name: 'A',
      role: 'partner',
      share: share === null ? null : String(share),
    }));
    if (partyProblems(named).length === 0) this.parties = named;
  }

  private compare(): void {
    const figures = figuresOf(this.ledger);
    const standing = this.kept.filter(({ taken }) => !taken);
    // Every entry that stands is in exactly one figure, that of its own stage.
    expect(figures.flatMap((f) => f.entries.map((id) => `${f.stage} ${id}`)).sort()).toEqual(
      standing.map(({ stage, id }) => `${stage} ${id}`).sort(),
    );
    for (const { stage, amount, count } of figures) {
      const here = standing.filter((kept) => kept.stage === stage);
      expect(hundredths(amount?.value ?? null)).toBe(sumOf(here.map(({ money }) => money)));
      expect(hundredths(count)).toBe(sumOf(here.map(({ pieces }) => pieces)));
      expect([amount?.value ?? '0', count ?? '0'].some((value) => value.startsWith('-'))).toBe(false);
    }
    this.compareTotals(figures);
    this.compareSureness();
    const { stage } = reachedOf(this.ledger);
    if (stage !== null) expect(standing.some((kept) => kept.stage === stage)).toBe(true);
    const shared = this.parties.reduce((sum, { share }) => sum + Number(share ?? 0), 0);
    expect(shared).toBeLessThanOrEqual(100);
  }

  /** A sum over outcomes holds figures of one stage alone; a part beside its whole adds nothing. */
  private compareTotals(figures: ReturnType<typeof figuresOf>): void {
    const whole = {
      id: 'whole' as OutcomeId,
      kind: 'deal' as const,
      partOf: null,
      figures: figures.map((f) => ({ ...f, assurance: 'reported' as const })),
    };
    const part = { ...whole, id: 'part' as OutcomeId, partOf: whole.id };
    const total = (of: readonly (typeof whole | typeof part)[]) => totalsOf(of).map(({ stage, amount }) => [stage, amount]);
    const stated = figures.flatMap(({ stage, amount }) => (amount === null ? [] : [[stage, amount]]));
    expect(total([whole])).toEqual(stated);
    expect(total([whole, part])).toEqual(stated);
    for (const rate of ratesInForce(this.rates)) {
      expect(rate.number).toBe(Math.max(...this.rates.filter((r) => r.to === rate.to && r.day === rate.day).map((r) => r.number)));
      for (const { amount } of figures) if (amount?.currency === 'GBP') expect(convert(amount, rate)?.currency).toBe(rate.to);
    }
  }
}

test(`${histories} random histories of a ledger agree with a plain model, step by step`, () => {
  fc.assert(
    fc.property(fc.constantFrom(...extents), fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }), entry, (extent, steps, vain) => {
      const history = new History(extent);
      for (const next of steps) history.do(next);
      history.enterInVain(vain);
    }),
    { numRuns: histories, seed: 29 },
  );
}, 900_000);
