// A few ties of each kind of change: as the file spells them, and as they are taken.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { changeKinds } from '../../domain/plan-import.ts';
import type { ReferenceImport } from '../places/answers.ts';

type Sample = ReferenceImport['samples'][number];

export function ImportSamples({ samples }: { readonly samples: ReferenceImport['samples'] }) {
  const { t } = useText();
  const first = samples[0]?.kind;
  return changeKinds.map((kind) => {
    const those = samples.filter((sample) => sample.kind === kind);
    if (those.length === 0) return null;
    return (
      <details key={kind} className="spaced" open={kind === first || kind === 'gone' || kind === 'changed'}>
        <summary>{t('reference.samples_of', { kind: t(`reference.change_${kind}`) })}</summary>
        <SampleTable caption={t(`reference.change_${kind}`)} samples={those} />
      </details>
    );
  });
}

function SampleTable({ caption, samples }: { readonly caption: string; readonly samples: readonly Sample[] }) {
  const { t } = useText();
  const formats = useFormats();
  const taken = ({ name, country }: Sample['a']): string =>
    country === 'ZZ' ? name : t('reference.choice', { name, country: formats.countryName(country) });
  /** The city of all rows is chosen by a person: no row spells it. */
  const spelt = ({ written, name }: Sample['a']): string => (written === '' ? name : written);
  const directions = samples.some(({ listedBy }) => listedBy !== 'unstated');
  const side = ({ a, b, listedBy }: Sample): string =>
    listedBy === 'both'
      ? t('reference.both_sides')
      : listedBy === 'unstated'
        ? t('reference.side_unstated')
        : t('reference.one_side', listedBy === 'a' ? { from: a.name, to: b.name } : { from: b.name, to: a.name });
  return (
    <DataTable
      caption={caption}
      rows={samples}
      rowKey={({ a, b }) => `${a.cityId} ${b.cityId}`}
      columns={[
        { key: 'row', head: t('files.list_row'), end: true, cell: ({ rows }) => rows.slice(0, 4).join(t('reference.comma')) },
        {
          key: 'written',
          head: t('reference.as_written'),
          naming: true,
          cell: ({ a, b }) => `${spelt(a)} – ${spelt(b)}`,
        },
        { key: 'taken', head: t('reference.taken_as'), cell: ({ a, b }) => `${taken(a)} – ${taken(b)}` },
        ...(directions ? [{ key: 'listed', head: t('reference.listed'), cell: side }] : []),
      ]}
    />
  );
}
