// How many ties, by class, as of a date: one line that opens to a table.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { writing } from '#kernel/language.ts';
import { DataTable } from '#design/data-table.tsx';
import type { Desk } from '../../contract/register.ts';
import { countByClass, countByCommon, standingIn, type Standing } from '../../domain/count-by-class.ts';
import { ClassDialog } from './class-dialog.tsx';
import { useClassName } from '#modules/ties/ui/words.tsx';

/** The counts of the rows on a day. */
export function TieCounts({ desk }: { readonly desk: Desk }) {
  const { t, language } = useText();
  const { blank } = writing[language];
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const [changed, setChanged] = useState<Desk['classes'][number] | 'new' | null>(null);
  const own = desk.classes.filter(({ office }) => office === desk.office);
  const [day, setDay] = useState(desk.today);
  const counted = desk.rows.map(({ classCode, since, ended, city, status }) => ({
    classCode: classCode.value,
    since: since.value,
    ended,
    country: city.country,
    proposed: status.value === 'proposed',
  }));
  const { classes, countries } = countByClass(counted, { day: day === '' ? desk.today : day, order: desk.classes.map(({ code }) => code) });
  const sum = (of: Standing): number => classes.reduce((total, row) => total + row[of], 0);
  const all = { certain: sum('certain'), perhaps: sum('perhaps'), undated: sum('undated'), later: sum('later'), ended: sum('ended') };
  const spelt = formats.spelt(formats.flexDate({ text: day === '' ? desk.today : day, qualifier: 'exact' }));
  const words = (code: string | null): string => (code === null ? t('ties.no_class') : nameOf(code));
  const commonOf = (code: string): string | null => desk.classes.find((known) => known.code === code)?.common ?? null;
  const parts = countByCommon(classes, commonOf)
    .filter((row) => standingIn(row) > 0)
    .map((row) => t('desk.count_of_class', { name: words(row.classCode), number: formats.number(standingIn(row)) }));
  const missing = (['undated', 'perhaps', 'later', 'ended'] as const)
    .filter((of) => all[of] > 0)
    .map((of) => t(`desk.count_also_${of}`, { count: all[of] }));
  return (
    <details className="tiecounts">
      <summary>
        <b>{t('desk.count_standing', { count: standingIn(all), day: spelt })}</b>
        {parts.length > 0 && t('desk.count_line', { parts: parts.join(t('ties.comma')) })}
        {missing.length > 0 && (
          <span className="note">
            {blank}
            {missing.join(blank)}
          </span>
        )}
        {desk.hidden > 0 && (
          <span className="note">
            {blank}
            {t('desk.count_hidden', { count: desk.hidden })}
          </span>
        )}
      </summary>
      <div className="filters">
        <TextField name="asOf" type="date" label={t('desk.as_of')} value={day} onChange={setDay} />
      </div>
      <DataTable
        caption={t('desk.counts_caption')}
        keepColumns
        rows={[...classes, { classCode: 'all', ...all }]}
        rowKey={({ classCode }) => classCode ?? 'none'}
        rowState={({ classCode }) => (classCode === 'all' ? 'chosen' : undefined)}
        columns={[
          {
            key: 'class',
            head: t('ties.class'),
            naming: true,
            cell: ({ classCode }) => {
              if (classCode === 'all') return t('desk.all_classes', { count: countries });
              const common = classCode === null ? null : commonOf(classCode);
              return (
                <>
                  {words(classCode)}
                  {common !== null && common !== classCode && <small>{t('desk.counts_as', { name: words(common) })}</small>}
                </>
              );
            },
          },
          { key: 'standing', head: t('desk.count_stand'), end: true, cell: (row) => formats.number(standingIn(row)) },
          { key: 'certain', head: t('desk.count_certain'), end: true, cell: ({ certain }) => formats.number(certain) },
          { key: 'perhaps', head: t('desk.count_perhaps'), end: true, cell: ({ perhaps }) => formats.number(perhaps) },
          { key: 'undated', head: t('desk.count_undated'), end: true, cell: ({ undated }) => formats.number(undated) },
          { key: 'later', head: t('desk.count_later'), end: true, cell: ({ later }) => formats.number(later) },
          { key: 'ended', head: t('desk.count_ended'), end: true, cell: ({ ended }) => formats.number(ended) },
        ]}
      />
      <p className="note after">{t('desk.counts_note')}</p>
      {desk.mayEdit && (
        <p className="noprint">
          <Button kind="text" onPress={() => setChanged('new')}>
            {t('desk.add_class')}
          </Button>
          {own.map((one) => (
            <Button key={one.code} kind="text" onPress={() => setChanged(one)}>
              {t('desk.change_class', { name: nameOf(one.code) })}
            </Button>
          ))}
        </p>
      )}
      {changed !== null && <ClassDialog desk={desk} known={changed === 'new' ? null : changed} onClose={() => setChanged(null)} />}
    </details>
  );
}
