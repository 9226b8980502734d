// Who may see an organisation; what becomes public is shown before it does, and sharing names the offices.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { isStale } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Confirm } from '#design/dialog.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Notice } from '#design/notice.tsx';
import { Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/waiting.tsx';
import { useToast } from '#design/toast.tsx';
import type { Organisation } from '../contract.ts';
import { organisationKinds } from '../domain/organisation.ts';
import { useNaming } from '#design/named.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { useAction } from '#client/use-action.ts';

type Wanted = Pick<Organisation, 'visibility' | 'sharedWith'>;

/** Sets who may see the organisation, says so, and offers the way back. */
function useAudience({ id: organisationId, version, visibility, sharedWith }: Organisation, onDone: () => void) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
  const setTo = async (wanted: Wanted, ifMatch: number) => {
    const offices = wanted.sharedWith.map(({ id }) => id);
    const input = { organisationId, visibility: wanted.visibility, sharedWith: offices };
    const saved = await api().organisations.setOrganisationAudience(input, { context: { ifMatch } });
    await refresh();
    return saved;
  };
  const sentence = (saved: Wanted): string => {
    if (saved.visibility === 'shared') return t('organisations.made_shared', { count: saved.sharedWith.length });
    return t(saved.visibility === 'public' ? 'organisations.made_public' : 'organisations.made_private');
  };
  const change = (wanted: Wanted) =>
    action.run(async () => {
      try {
        const saved = await setTo(wanted, version);
        onDone();
        toast({ text: sentence(saved), undo: () => setTo({ visibility, sharedWith }, saved.version) });
      } catch (error) {
        if (isStale(error)) await refresh(); // the new state stands there before the sentence asks to look at it
        throw error;
      }
    });
  return { action, change };
}

export function Audience({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const [open, setOpen] = useState<'preview' | 'share' | null>(null);
  const { action, change } = useAudience(organisation, () => setOpen(null));
  const { id, visibility, sharedWith } = organisation;
  const close = () => {
    setOpen(null);
    action.clear();
  };
  return (
    <Section
      title={t('organisations.audience')}
      aside={
        visibility === 'public' ? (
          <Button busy={action.busy} onPress={() => void change({ visibility: 'private', sharedWith: [] })}>
            {t('organisations.make_private')}
          </Button>
        ) : (
          <Buttons>
            <Button onPress={() => setOpen('share')}>
              {t(visibility === 'shared' ? 'organisations.share_change' : 'organisations.share')}
            </Button>
            <Button onPress={() => setOpen('preview')}>{t('organisations.make_public')}</Button>
          </Buttons>
        )
      }
    >
      <p>
        <VisibilityMark visibility={visibility} /> {t(`organisations.audience_${visibility}`, { count: sharedWith.length })}
      </p>
      {sharedWith.length > 0 && (
        <Facts entries={[{ term: t('organisations.shared_with'), value: formats.list(sharedWith.map(({ name }) => naming(name))) }]} />
      )}
      {action.trouble !== null && open !== 'share' && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      {open === 'share' && (
        <ShareDialog organisation={organisation} action={action} onShare={(wanted) => void change(wanted)} onClose={close} />
      )}
      <Confirm
        open={open === 'preview'}
        onClose={close}
        title={t('organisations.becomes_public')}
        confirmText={t('organisations.make_public')}
        onConfirm={() => void change({ visibility: 'public', sharedWith: [] })}
        busy={action.busy}
      >
        {open === 'preview' && <Preview organisationId={id} />}
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
