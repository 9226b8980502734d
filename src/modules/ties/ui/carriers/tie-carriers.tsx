// Who carries the tie: organisations and posts with what they do and since when; of a post, who holds it now, for the office that keeps the name.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, shortWords, useNaming } from '#design/named.tsx';
import { Note, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { CarrierShown } from '../../contract/carriers.ts';
import type { Tie } from '../../contract/shapes.ts';

// Readers meet neither forms nor names of people.
const CarrierDialog = later(() => import('./carrier-dialog.tsx'), 'CarrierDialog');
const PostHolders = later(() => import('./post-holders.tsx'), 'PostHolders');

interface TieCarriersProps {
  readonly tie: Tie;
  readonly office: string | null;
}

export function TieCarriers({ tie, office }: TieCarriersProps) {
  const { t, language } = useText();
  const naming = useNaming();
  const [open, setOpen] = useState<CarrierShown | 'new' | null>(null);
  return (
    <Section
      title={t('ties.carriers')}
      id="carriers"
      {...(office === null ? {} : { aside: <TextAction onPress={() => setOpen('new')}>{t('ties.add_carrier')}</TextAction> })}
    >
      {tie.carriers.length === 0 ? (
        <Note>{t('ties.no_carriers')}</Note>
      ) : (
        <Rows
          wide
          label={t('ties.carriers')}
          entries={tie.carriers.map((carrier) => ({
            key: carrier.id,
            when: <Time carrier={carrier} />,
            what: <CarrierName carrier={carrier} />,
            detail: <CarrierDetail tie={tie} carrier={carrier} office={office} />,
            ...(carrier.mayEdit
              ? {
                  end: (
                    <>
                      <VisibilityMark visibility={carrier.visibility} />{' '}
                      <TextAction
                        aria-label={t('ties.edit_whom', {
                          name: carrier.organisationName === null ? shortWords([carrier.name], language) : naming(carrier.organisationName),
                        })}
                        onPress={() => setOpen(carrier)}
                      >
                        {t('ties.edit')}
                      </TextAction>
                    </>
                  ),
                }
              : {}),
          }))}
        />
      )}
      {open !== null && office !== null && (
        <CarrierDialog tie={tie} office={office} carrier={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

function Time({ carrier: { starts, ends } }: { readonly carrier: CarrierShown }) {
  const { t } = useText();
  const formats = useFormats();
  const from = starts === null ? '' : formats.spelt(formats.flexDate(starts, 'table'));
  const to = ends === null ? '' : formats.spelt(formats.flexDate(ends, 'table'));
  if (from === '') return to === '' ? null : t('ties.until_day', { day: to });
  return to === '' ? t('ties.carrier_since', { day: from }) : t('ties.valid_between', { from, until: to });
}

export function CarrierName({ carrier }: { readonly carrier: CarrierShown }) {
  const { t } = useText();
  if (carrier.organisationName !== null) return <Named text={carrier.organisationName} quiet />;
  return carrier.name === null ? t('ties.party_not_shared') : <AsWritten text={carrier.name} named />;
}

function CarrierDetail({ tie, carrier, office }: TieCarriersProps & { readonly carrier: CarrierShown }) {
  const { language } = useText();
  const naming = useNaming();
  const { body, role, side } = carrier;
  const parts = [body, side === null ? null : naming(tie.cities[side].name), role];
  return (
    <>
      <AsWritten text={shortWords(parts, language)} />
      {carrier.source !== null && (
        <small>
          <SourceName source={carrier.source} office={carrier.officeName} />
        </small>
      )}
      {carrier.kind === 'post' && office !== null && <PostHolders carrier={carrier} office={office} today={tie.today} />}
    </>
  );
}
