// What a briefing is made of: what the office may see of one tie, the other side's people, what is open, and the office's own points.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Qualifier } from '#kernel/money.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import type { OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import type { ConvertedSum } from '#modules/outcomes/domain/rates/convert-sum.ts';
import type { Conversion } from '#modules/outcomes/domain/rates/table.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import type { OpeningFacts } from '#modules/reports/domain/opening.ts';
import type { NameOrder } from '#modules/organisations/domain/contact.ts';
import type { BriefingPoints } from './points.ts';
import type { OpenThing } from './open-things.ts';

/** Somebody of the other side who comes or whom our office keeps in a post; of whom no name is kept the surname is empty. */
export interface BriefedPerson {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
  readonly title: MultilingualText | null;
  readonly post: MultilingualText | null;
  readonly body: MultilingualText | null;
  readonly since: FlexDate | null;
  readonly languages: readonly string[];
}

/** Something done on the day; `starts` is on the clock there, where it is known. */
export interface BriefedStop {
  readonly date: FlexDate;
  readonly starts: string | null;
  readonly title: MultilingualText;
  readonly place: MultilingualText | null;
}

/** Of one organisation that comes: organisations here, and what our city tells, best first. */
export interface BriefedMatch {
  readonly visitor: MultilingualText;
  readonly organisations: readonly MultilingualText[];
  readonly told: readonly MultilingualText[];
}

interface Happened {
  readonly title: MultilingualText;
  /** Whether everybody may read it: what is not, is not to be said. */
  readonly isPublic: boolean;
}

export interface BriefingFacts {
  readonly today: string;
  readonly office: MultilingualText;
  readonly own: { readonly id: string; readonly name: MultilingualText };
  readonly other: { readonly id: string; readonly name: MultilingualText };
  readonly opening: OpeningFacts;
  /** What the naming policy calls countries, for the names of currencies. */
  readonly labels: RegionLabels;
  readonly since: FlexDate | null;
  /** Whole years since then; null where that cannot be said. */
  readonly years: number | null;
  readonly classCode: string | null;
  /** Of a class of an office's own. */
  readonly className: MultilingualText | null;
  /** The visit or event it is for. */
  readonly meeting:
    | (Happened & {
        readonly starts: FlexDate;
        readonly gifts: string | null;
        readonly talkingPoints: string | null;
        readonly stops: readonly BriefedStop[];
      })
    | null;
  readonly people: readonly BriefedPerson[];
  /** Whether the first of them come in the visit that it is for. */
  readonly isComing: boolean;
  /** Whom of ours those who come should meet, organisation by organisation. */
  readonly meets: readonly BriefedMatch[];
  readonly agreements: readonly (Happened & {
    readonly signedOn: FlexDate | null;
    readonly validTo: FlexDate | null;
    readonly parties: number;
  })[];
  readonly exchanges: readonly (Happened & { readonly starts: FlexDate; readonly ledBy: string | null })[];
  readonly outcomes: number;
  /** Its sums in the currency of the office, at the rates that it chose; null where it chose none. */
  readonly converted: {
    readonly conversion: Pick<Conversion, 'base' | 'period' | 'measure' | 'direction' | 'source'>;
    readonly totals: readonly {
      readonly stage: Stage;
      readonly kind: OutcomeKind;
      readonly qualifier: Qualifier;
      readonly sum: ConvertedSum;
    }[];
  } | null;
  readonly theirTies: number;
  readonly visits: {
    readonly inward: { readonly visits: number; readonly last: FlexDate | null };
    readonly outward: { readonly visits: number; readonly last: FlexDate | null };
  };
  readonly open: readonly OpenThing[];
  readonly addressee: string | null;
  readonly points: BriefingPoints;
  /** Of the figures that everybody may read; null where nobody shows the tie to everybody. */
  readonly seal: string | null;
}
