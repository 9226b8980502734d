// Who may see an organisation; what becomes public is shown before it does, and the people in its posts never go with it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { AudienceSection } from '#modules/evidence/ui/audience-section.tsx';
import type { Organisation } from '../contract.ts';
import { organisationKinds } from '../domain/organisation.ts';
import { organisationsApi, organisationsQueries } from './client.ts';

export function Audience({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { id: organisationId, ownerOffice } = organisation;
  return (
    <AudienceSection
      shown={organisation}
      owner={ownerOffice}
      shareNote={t('organisations.share_note')}
      publicNote={t('organisations.public_note')}
      preview={<Preview organisationId={organisationId} />}
      save={(wanted, ifMatch) => organisationsApi.setOrganisationAudience({ organisationId, ...wanted }, { context: { ifMatch } })}
      refresh={() => queryClient.invalidateQueries({ queryKey: organisationsQueries.key() })}
    />
  );
}

function Preview({ organisationId }: { readonly organisationId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { data, error } = useQuery(organisationsQueries.previewOrganisation.queryOptions({ input: { organisationId }, staleTime: 0 }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={4} />;
  const valueOf = (field: string, value: string): string => {
    const kind = organisationKinds.find((known) => field === 'kind' && known === value);
    if (kind !== undefined) return t(`organisations.kind_${kind}`);
    return field === 'country' && value.length === 2 ? formats.countryName(value) : value;
  };
  return (
    <>
      <Facts
        entries={data.becomesPublic.map(({ field, value }) => ({ term: t(`organisations.${field}`), value: valueOf(field, value) }))}
      />
      <p className="note after">{t('organisations.stays_private', { count: data.staysPrivate.contacts })}</p>
    </>
  );
}
