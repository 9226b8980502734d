// The figures of a report, and nothing else of it: the same whoever reads it, in whatever language and whichever city is named first. Their
// hash stands on every paper that is made of them, so that two sides see that they hold the same.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Amount } from '#kernel/money.ts';
import { canonicalJson } from '#modules/evidence/domain/canonical.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';

interface Figure {
  readonly stage: string;
  readonly amount: Amount | null;
  readonly count: string | null;
  readonly qualifier: string;
  readonly countQualifier: string;
  readonly assurance: string;
  readonly confirmedPart?: { readonly amount: Amount | null; readonly count?: string | null } | null;
  readonly paperExpired?: string | undefined;
}

type Entry =
  | {
      readonly kind: 'said';
      readonly standing: string;
      readonly attribute: string;
      readonly cityId: string | null;
      readonly shown: {
        readonly first: { readonly value: StatedValue } | null;
        readonly differing: readonly { readonly value: StatedValue }[];
      };
    }
  | {
      readonly kind: 'agreement';
      readonly agreement: {
        readonly id: string;
        readonly kind: string;
        readonly signedOn: FlexDate | null;
        readonly validTo: FlexDate | null;
      };
    }
  | {
      readonly kind: 'exchange';
      readonly exchange: { readonly id: string; readonly kind: string; readonly starts: FlexDate; readonly ends: FlexDate | null };
    }
  | {
      readonly kind: 'outcome';
      readonly standing: string;
      readonly outcome: { readonly id: string; readonly kind: string; readonly partOf: string | null; readonly figures: readonly Figure[] };
    };

export interface Figured {
  readonly slug: string;
  readonly entries: readonly Entry[];
  readonly totals: readonly {
    readonly kind: string;
    readonly way?: { readonly from: string | null; readonly to: string | null } | undefined;
    readonly stage: string;
    readonly assurance: string;
    readonly amount: Amount;
    readonly qualifier: string;
    readonly outcomes: readonly string[];
  }[];
}

const dated = (date: FlexDate | null): string => (date === null ? '' : `${date.qualifier} ${date.text}`);
const sum = ({ value, currency }: Amount): string => `${value} ${currency}`;

function valueOf(value: StatedValue): unknown {
  switch (value.type) {
    case 'date':
      return dated(value.date);
    case 'money':
      return { amount: value.amount, currency: value.currency, qualifier: value.qualifier };
    case 'count':
      return { count: value.count, qualifier: value.qualifier };
    case 'code':
      return value.code;
    case 'unknown':
      return { unknown: value.reason };
    // Words are no figures; what they say stands in the language of their writer.
    case 'text':
      return null;
  }
}

function figuresIn(entry: Entry): unknown {
  switch (entry.kind) {
    case 'said': {
      const { first, differing } = entry.shown;
      if (first === null || first.value.type === 'text') return null;
      const { standing, attribute, cityId } = entry;
      return {
        said: attribute,
        by: cityId,
        standing,
        first: valueOf(first.value),
        differing: ordered(differing.map(({ value }) => valueOf(value))),
      };
    }
    case 'agreement': {
      const { id, kind, signedOn, validTo } = entry.agreement;
      return { agreement: id, kind, signed: dated(signedOn), until: dated(validTo) };
    }
    case 'exchange': {
      const { id, kind, starts, ends } = entry.exchange;
      return { exchange: id, kind, starts: dated(starts), ends: dated(ends) };
    }
    case 'outcome': {
      const { id, kind, partOf, figures } = entry.outcome;
      const stages = figures.map(({ stage, amount, count, qualifier, countQualifier, assurance, confirmedPart, paperExpired }) => ({
        ...{ stage, count, qualifier, countQualifier, assurance },
        amount: amount === null ? null : sum(amount),
        // Left out where there is none, so that the seals of what has none stay what they were.
        ...(confirmedPart?.amount == null ? {} : { confirmed: sum(confirmedPart.amount) }),
        ...(confirmedPart?.count == null ? {} : { confirmedCount: confirmedPart.count }),
        ...(paperExpired === undefined ? {} : { expired: paperExpired }),
      }));
      return { outcome: id, kind, partOf, standing: entry.standing, stages: ordered(stages) };
    }
  }
}

/** In an order that is of the content alone. */
const ordered = (values: readonly unknown[]): readonly unknown[] =>
  values
    .map((value) => ({ value, key: canonicalJson(value) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ value }) => value);

/** What is hashed of a report: JSON-able, figures as decimal strings, no words, no order of anybody's. */
export const figuresOf = ({ slug, entries, totals }: Figured) => ({
  tie: slug,
  entries: ordered(entries.flatMap((entry) => figuresIn(entry) ?? [])),
  totals: ordered(
    totals.map(({ amount, outcomes, way, ...total }) => ({
      ...{ ...total, amount: sum(amount), outcomes: outcomes.toSorted() },
      ...(way === undefined ? {} : { way }),
    })),
  ),
});

/** How much of a hash is printed: twelve digits in threes of four, which nobody confuses by chance. */
export const printedSeal = (hash: string): string => (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
