// A frame agreement and the dated memoranda under it, the earliest first.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { useBecameCounts } from './became-counts.ts';

interface AgreementCycleProps {
  readonly tie: Tie;
  readonly cycle: readonly AgreementShown[];
  /** The one whose page it is. */
  readonly current: string;
}

export function AgreementCycle({ tie, cycle, current }: AgreementCycleProps) {
  const { t } = useText();
  const formats = useFormats();
  const counted = useBecameCounts();
  const spelt = (date: AgreementShown['signedOn']): string => (date === null ? '' : formats.spelt(formats.flexDate(date, 'table')));
  return (
    <Section title={t('ties.cycle')}>
      <DataTable
        caption={t('ties.cycle')}
        rows={cycle}
        rowKey={({ id }) => id}
        rowState={({ id }) => (id === current ? 'chosen' : undefined)}
        columns={[
          {
            key: 'title',
            head: t('ties.agreement_title'),
            naming: true,
            cell: ({ id, title }) =>
              id === current ? (
                <Named text={title} quiet />
              ) : (
                <Link to="/ties/$slug/agreements/$id" params={{ slug: tie.slug, id }}>
                  <Named text={title} quiet />
                </Link>
              ),
          },
          { key: 'signed', head: t('ties.cycle_signed'), nowrap: true, cell: ({ signedOn }) => spelt(signedOn) },
          {
            key: 'valid',
            head: t('ties.valid'),
            cell: ({ validFrom, validTo }) => (validFrom === null && validTo === null ? '' : `${spelt(validFrom)}–${spelt(validTo)}`),
          },
          {
            key: 'items',
            head: t('ties.cycle_items'),
            cell: ({ items }) => (items.length === 0 ? <Unknown>{t('ties.none_entered')}</Unknown> : counted(items)),
          },
        ]}
      />
    </Section>
  );
}
