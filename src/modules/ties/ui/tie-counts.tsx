// How many ties, by class, as of a date: one line that opens to a table.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/field.tsx';
import { Ledger } from '#design/ledger.tsx';
import type { Desk } from '../contract/register.ts';
import { countByClass, standingIn, type Standing } from '../domain/count-by-class.ts';
import { ClassDialog } from './class-dialog.tsx';
import { useClassName } from './words.tsx';

/** The counts of the rows on a day. */
export function TieCounts({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const [adding, setAdding] = useState(false);
  const [day, setDay] = useState(desk.today);
  const counted = desk.rows.map(({ classCode, since, ended, city }) => ({
    classCode: classCode.value,
    since: since.value,
    ended,
    country: city.country,
  }));
  const { classes, countries } = countByClass(counted, { day: day === '' ? desk.today : day, order: desk.classes.map(({ code }) => code) });
  const sum = (of: Standing): number => classes.reduce((total, row) => total + row[of], 0);
  const all = { certain: sum('certain'), perhaps: sum('perhaps'), undated: sum('undated'), later: sum('later'), ended: sum('ended') };
  const spelt = formats.spelt(formats.flexDate({ text: day === '' ? desk.today : day, qualifier: 'exact' }));
  const words = (code: string | null): string => (code === null ? t('ties.no_class') : nameOf(code));
  const parts = classes
    .filter((row) => standingIn(row) > 0)
    .map((row) => t('ties.count_of_class', { name: words(row.classCode), number: formats.number(standingIn(row)) }));
  const missing = (['undated', 'perhaps', 'later', 'ended'] as const)
    .filter((of) => all[of] > 0)
    .map((of) => t(`ties.count_also_${of}`, { count: all[of] }));
  return (
    <details className="spaced">
      <summary>
        <b>{t('ties.count_standing', { count: standingIn(all), day: spelt })}</b>
        {parts.length > 0 && t('ties.count_line', { parts: parts.join(t('ties.comma')) })}
        {missing.length > 0 && <span className="note"> {missing.join(' ')}</span>}
      </summary>
      <div className="filters">
        <TextField name="asOf" type="date" label={t('ties.as_of')} value={day} onChange={setDay} />
      </div>
      <Ledger
        caption={t('ties.counts_caption')}
        keepColumns
        rows={[...classes, { classCode: 'all', ...all }]}
        rowKey={({ classCode }) => classCode ?? 'none'}
        rowState={({ classCode }) => (classCode === 'all' ? 'chosen' : undefined)}
        columns={[
          {
            key: 'class',
            head: t('ties.class'),
            naming: true,
            cell: ({ classCode }) => (classCode === 'all' ? t('ties.all_classes', { count: countries }) : words(classCode)),
          },
          { key: 'standing', head: t('ties.count_stand'), end: true, cell: (row) => formats.number(standingIn(row)) },
          { key: 'certain', head: t('ties.count_certain'), end: true, cell: ({ certain }) => formats.number(certain) },
          { key: 'perhaps', head: t('ties.count_perhaps'), end: true, cell: ({ perhaps }) => formats.number(perhaps) },
          { key: 'undated', head: t('ties.count_undated'), end: true, cell: ({ undated }) => formats.number(undated) },
          { key: 'later', head: t('ties.count_later'), end: true, cell: ({ later }) => formats.number(later) },
          { key: 'ended', head: t('ties.count_ended'), end: true, cell: ({ ended }) => formats.number(ended) },
        ]}
      />
      <p className="note after">{t('ties.counts_note')}</p>
      {desk.mayEdit && (
        <p className="noprint">
          <Button kind="text" onPress={() => setAdding(true)}>
            {t('ties.add_class')}
          </Button>
        </p>
      )}
      {adding && <ClassDialog desk={desk} onClose={() => setAdding(false)} />}
    </details>
  );
}
