// Who may see an organisation; what becomes public is shown before it does.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Confirm } from '#design/dialog.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Notice } from '#design/notice.tsx';
import { Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { useDoneToast } from './use-done-toast.ts';
import { Skeleton } from '#design/waiting.tsx';
import type { Organisation } from '../contract.ts';
import { organisationKinds } from '../domain/organisation.ts';
import { useAction } from './use-action.ts';

type Visibility = Organisation['visibility'];

export function Audience({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useText();
  const toast = useDoneToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [previewing, setPreviewing] = useState(false);
  const { id: organisationId, version, visibility, sharedWith } = organisation;

  const setTo = async (wanted: Visibility, ifMatch: number, offices: readonly string[] = []) => {
    const saved = await api().organisations.setOrganisationAudience(
      { organisationId, visibility: wanted, sharedWith: [...offices] },
      { context: { ifMatch } },
    );
    await queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
    return saved;
  };
  const change = (wanted: Visibility) =>
    action.run(async () => {
      const saved = await setTo(wanted, version);
      setPreviewing(false);
      toast({
        text: t(wanted === 'public' ? 'organisations.made_public' : 'organisations.made_private'),
        undo: () => setTo(visibility, saved.version, sharedWith),
      });
    });
  return (
    <Section
      title={t('organisations.audience')}
      aside={
        visibility === 'public' ? (
          <Button busy={action.busy} onPress={() => void change('private')}>
            {t('organisations.make_private')}
          </Button>
        ) : (
          <Button onPress={() => setPreviewing(true)}>{t('organisations.make_public')}</Button>
        )
      }
    >
      <p>
        <VisibilityMark visibility={visibility} /> {t(`organisations.audience_${visibility}`, { count: sharedWith.length })}
      </p>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      <Confirm
        open={previewing}
        onClose={() => setPreviewing(false)}
        title={t('organisations.becomes_public')}
        confirmText={t('organisations.make_public')}
        onConfirm={() => void change('public')}
        busy={action.busy}
      >
        {previewing && <Preview organisationId={organisationId} />}
      </Confirm>
    </Section>
  );
}

function Preview({ organisationId }: { readonly organisationId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { data, error } = useQuery(queries().organisations.previewOrganisation.queryOptions({ input: { organisationId }, staleTime: 0 }));
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
