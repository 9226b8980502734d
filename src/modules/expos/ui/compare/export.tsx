// The comparison as a table to take away: what the page shows, a row each, with the source of every figure that somebody stated.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { saveText } from '#design/save-file.ts';
import { writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { guardCell } from '#reading/live-cells.ts';
import type { ShownFirstShape } from '#modules/evidence/contract/shapes.ts';
import { figureOf } from '#modules/evidence/ui/value.tsx';
import type { Comparison } from '../../contract/compare.ts';
import { useHeads } from './heads.ts';
import { useChangeWords } from './said-table.tsx';

type Stated = NonNullable<ShownFirstShape['first']>;
type Row = readonly string[];

const cellOf = (text: string): string => `"${guardCell(text).replaceAll('"', '""')}"`;
const tableOf = (rows: readonly Row[]): string => `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

export function ExportComparison({ of }: { readonly of: Comparison }) {
  const { t } = useText();
  const rows = useRows(of);
  const name = `${of.earlier.slug}-${of.later.slug}.csv`;
  return (
    <div className="noprint after">
      <Button onPress={() => saveText(name, 'text/csv', tableOf(rows()))}>{t('expos.compare_take')}</Button>
    </div>
  );
}

/** The figure as it is meant, or the words; a statement shown first, else the first of those apart. */
function useStatedWords() {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const wordsOf = ({ value }: Stated): string => {
    const figure = figureOf(value, formats, 'table');
    const basis = 'basis' in value && value.basis !== undefined ? inLanguage(value.basis, language) : null;
    if (figure !== null) return basis === null ? formats.spelt(figure) : writing[language].inBrackets(formats.spelt(figure), basis);
    if (value.type === 'text') return naming(value.text);
    return value.type === 'unknown' ? t(`evidence.unknown_${value.reason}`) : '';
  };
  const of = (shown: ShownFirstShape | null): Stated | undefined => shown?.first ?? shown?.apart[0];
  return {
    words: (shown: ShownFirstShape | null): string => {
      const stated = of(shown);
      return stated === undefined ? t('expos.not_stated') : wordsOf(stated);
    },
    source: (shown: ShownFirstShape | null): string => {
      const source = of(shown)?.source;
      return source === undefined ? '' : [source.title, source.address ?? ''].filter((part) => part !== '').join(' ');
    },
  };
}

function useRows(of: Comparison): () => readonly Row[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const changeWords = useChangeWords();
  const [was, is] = useHeads(of);
  const { words, source } = useStatedWords();
  const { exhibitors, countries } = of;
  const said = (section: string, lines: Comparison['said'] | Comparison['stands'][number]['said']): readonly Row[] =>
    lines.map(({ attribute, earlier, later, change }) => [
      ...[section, t(`expos.said_${attribute}`), words(earlier), words(later), changeWords(change)],
      ...[source(earlier), source(later)],
    ]);
  const counted = (section: string, what: string, earlier: number | null | undefined, later: number | null | undefined): Row => {
    const cell = (count: number | null | undefined): string => (count == null ? t('expos.not_stated') : String(count));
    return [section, what, cell(earlier), cell(later), '', '', ''];
  };
  const stand = (pair: Comparison['stands'][number]): readonly Row[] => {
    const { earlier, later } = pair;
    const name = naming((later ?? earlier)?.name ?? {});
    return [
      ...(earlier?.area == null && later?.area == null ? [] : [counted(name, t('expos.stand_area'), earlier?.area, later?.area)]),
      ...((earlier?.brought ?? 0) + (later?.brought ?? 0) === 0
        ? []
        : [counted(name, t('expos.compare_brought'), earlier?.brought, later?.brought)]),
      ...said(name, pair.said),
    ];
  };
  return () => [
    [
      t('expos.compare_part'),
      t('expos.said_what'),
      was,
      is,
      t('expos.change'),
      `${t('expos.compare_source')} ${was}`,
      `${t('expos.compare_source')} ${is}`,
    ],
    ...said(t('expos.compare_said'), of.said),
    ...of.stands.flatMap(stand),
    ...(exhibitors === null
      ? []
      : [
          counted(t('expos.came_again'), t('expos.exhibitors'), exhibitors.earlier, exhibitors.later),
          counted(t('expos.came_again'), t('expos.returners'), exhibitors.both, exhibitors.both),
          [t('expos.came_again'), t('expos.first_timers'), '', String(exhibitors.later - exhibitors.both), '', '', ''],
          [t('expos.came_again'), t('expos.not_again'), String(exhibitors.earlier - exhibitors.both), '', '', '', ''],
        ]),
    ...(countries === null
      ? []
      : (['both', 'earlier', 'later'] as const).map((side): Row => [
          ...[
            t('expos.from_where'),
            t(({ both: 'expos.country_both', earlier: 'expos.country_gone', later: 'expos.country_new' } as const)[side]),
          ],
          ...[
            side === 'later' ? '' : formats.list(countries[side].map(formats.countryName)),
            side === 'earlier' ? '' : formats.list(countries[side].map(formats.countryName)),
          ],
          ...['', '', ''],
        ])),
  ];
}
