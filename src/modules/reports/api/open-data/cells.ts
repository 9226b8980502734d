// How values become cells of the open data; a cell that is null is empty.
import { reachWords, type Reach } from '#modules/evidence/domain/reach.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { OpenRow, OpenValue } from '../../domain/open-data/package.ts';

export const inEnglish = (text: MultilingualText | null | undefined): string | null => text?.['en']?.text ?? null;
export const inChinese = (text: MultilingualText | null | undefined): string | null => text?.['zh-Hans']?.text ?? null;

/** The text in whatever language there is, English first. */
export const anyText = (text: MultilingualText | null | undefined): string | null =>
  inEnglish(text) ?? Object.values(text ?? {})[0]?.text ?? null;

/** A text in both languages of the interface; one in none of them stands in the first column as it is. */
export const textCells = (name: string, text: MultilingualText | null | undefined): OpenRow => ({
  [`${name}_en`]: inChinese(text) === null ? anyText(text) : inEnglish(text),
  [`${name}_zh`]: inChinese(text),
});

/** A date as it is known, and how it is meant. */
export const dateCells = (name: string, date: FlexDate | null | undefined): OpenRow => ({
  [name]: date?.text ?? null,
  [`${name}_qualifier`]: date?.qualifier ?? null,
});

export const officeCells = (id: string, name: MultilingualText | null | undefined): OpenRow => ({
  entered_by: id,
  ...textCells('entered_by', name),
});

interface CitedSource {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly date: FlexDate | null;
  readonly passage: string | null;
  readonly place: string | null;
  readonly documentId: string | null;
  readonly reach?: Reach | null | undefined;
}

export const sourceCells = (source: CitedSource | null): OpenRow => ({
  source_id: source?.id ?? null,
  source_class: source?.class ?? null,
  source_title: source?.title ?? null,
  source_publisher: source?.publisher ?? null,
  source_address: source?.address ?? null,
  source_date: source?.date?.text ?? null,
  source_covers:
    source?.reach == null
      ? null
      : reachWords(source.reach, {
          told: (text) => text,
          sampleOf: (sample, outOf) => (outOf === null ? sample : `${sample} of ${outOf}`),
        }).join('; '),
  source_has_paper: source !== null && source.documentId !== null,
  passage: source?.passage ?? null,
  passage_place: source?.place ?? null,
});

export const listCell = (values: readonly (string | number)[], between = ' '): OpenValue =>
  values.length === 0 ? null : values.join(between);
