// How the cells of a row are written: for searching and sorting, and when they are copied.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import type { FlexDate } from '#kernel/flex-date.ts';
import { inLanguage } from '#kernel/written-language.ts';
import type { Desk } from '../../contract/register.ts';
import { useDomainSentence } from '#modules/ties/ui/domain-row.tsx';
import { seenByUsAlone, sourcesOf, type CellText } from './grid-model.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';

/** How each column of a row is written, for searching and sorting. */
export function useCellText(desk: Desk): CellText {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const nameOf = useClassName(desk.classes);
  return (row, column) => {
    if (column === 'city') return row.near === null ? naming(row.city.name) : `${naming(row.near.name)} – ${naming(row.city.name)}`;
    if (column === 'country') return formats.countryName(row.city.country);
    if (column === 'class') return row.classCode.value === null ? '' : nameOf(row.classCode.value);
    if (column === 'since') return row.since.value?.text ?? '';
    if (column === 'status') return row.status.value === null ? '' : t(`ties.status_${row.status.value}`);
    if (column === 'theirs') return row.theirs === null ? '' : t(`ties.status_${row.theirs}`);
    if (column === 'note') return row.note.value ?? '';
    return column === 'source'
      ? formats.list(sourcesOf(row).map((title) => inLanguage(title, formats.language)))
      : column === 'seen'
        ? row.visibility
        : '';
  };
}

/** How each column is written on the clipboard: dates so that every spreadsheet and every language reads them. */
export function useCopiedText(text: CellText): CellText {
  const { t } = useText();
  const formats = useFormats();
  const sentence = useDomainSentence();
  const dated = (date: FlexDate): string => (date.qualifier === 'exact' ? date.text : formats.spelt(formats.flexDate(date, 'table')));
  return (row, column) => {
    if (column === 'since') return row.since.value === null ? '' : dated(row.since.value);
    if (column === 'last') return row.lastExchange === null ? '' : dated(row.lastExchange.on);
    if (column === 'domains') return sentence(row.domains);
    if (column === 'seen')
      return [t(`design.${row.visibility}`), ...(seenByUsAlone(row).length > 0 ? [t('desk.seen_in_part')] : [])].join(' ');
    if (column === 'next') {
      if (row.next === null) return '';
      const { kind, years, on } = row.next;
      return `${dated(on)} ${kind === 'anniversary' ? t('ties.years', { count: years ?? 0 }) : t(`desk.next_${kind}`)}`;
    }
    return text(row, column);
  };
}
