// Who holds a post now and who did: names that our office keeps for itself, with the reason and the day until which it does.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { inLanguage } from '#kernel/written-language.ts';
import { personName } from '#modules/organisations/ui/person-name.ts';
import type { CarrierShown, HolderShown } from '../../contract/carriers.ts';
import { holdersOn } from '../../domain/carriers.ts';
import { HolderDialog } from './holder-dialog.tsx';

interface PostHoldersProps {
  readonly carrier: CarrierShown;
  readonly office: string;
  readonly today: string;
}

export function PostHolders({ carrier, office, today }: PostHoldersProps) {
  const { t, language } = useText();
  const naming = useNaming();
  const [open, setOpen] = useState<HolderShown | 'new' | null>(null);
  const post = carrier.organisationName === null ? inLanguage(carrier.name ?? '', language) : naming(carrier.organisationName);
  const { now, before } = holdersOn(carrier.holders, today);
  const line = (holder: HolderShown) => (
    <span key={holder.id} className="holder">
      <HolderLine holder={holder} />{' '}
      {holder.mayEdit && holder.person !== null && (
        <TextAction aria-label={t('ties.edit_whom', { name: personName(holder.person) })} onPress={() => setOpen(holder)}>
          {t('ties.edit')}
        </TextAction>
      )}
    </span>
  );
  return (
    <>
      {now.map(line)}
      {now.length === 0 && <span className="holder">{t('ties.nobody_in_post')}</span>}
      {before.length > 0 && (
        <details className="holder">
          <summary>{t('ties.holders_before', { count: before.length })}</summary>
          {before.map(line)}
        </details>
      )}
      <span className="holder noprint">
        <TextAction aria-label={t('ties.add_holder_of', { post: post })} onPress={() => setOpen('new')}>
          {t('ties.add_holder')}
        </TextAction>{' '}
        <VisibilityMark visibility="private" />
      </span>
      {open !== null && (
        <HolderDialog carrier={carrier} office={office} holder={open === 'new' ? null : open} today={today} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function HolderLine({ holder: { person, starts, ends } }: { readonly holder: HolderShown }) {
  const { t } = useText();
  const formats = useFormats();
  const spelt = (date: NonNullable<HolderShown['starts']>): string => formats.spelt(formats.flexDate(date, 'table'));
  const span =
    starts !== null && ends !== null
      ? t('ties.valid_between', { from: spelt(starts), until: spelt(ends) })
      : starts !== null
        ? t('ties.carrier_since', { day: spelt(starts) })
        : ends !== null
          ? t('ties.until_day', { day: spelt(ends) })
          : '';
  return (
    <>
      {person === null ? <span className="muted">{t('ties.name_erased')}</span> : <b>{personName(person)}</b>}
      {span !== '' && `${t('ties.comma')}${span}`}
    </>
  );
}
