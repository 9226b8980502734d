// The stands of an edition: where, who leads, who else stands there, and whether meetings are held at them.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { Ledger, More } from '#design/ledger.tsx';
import { Unknown } from '#design/marks.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { useNaming } from '#design/named.tsx';
import { useAction } from '#client/use-action.ts';
import { paging, usePages, type Cursor } from '#client/use-pages.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Stand } from '../../contract/roster.ts';
import { StandForm } from './stand-form.tsx';
import '#modules/organisations/ui/parts.css';

export function StandsSection({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [open, setOpen] = useState<Stand | 'new' | null>(null);
  const editionId = edition.id;
  const pages = usePages(
    queries().expos.listStands.infiniteOptions({
      input: (cursor: Cursor) => ({ editionId, limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      ...paging,
    }),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().expos.key() });
  const remove = ({ id: standId, version, code, hall, seats }: Stand) =>
    action.run(async () => {
      await api().expos.removeStand({ editionId, standId }, { context: { ifMatch: version } });
      await refresh();
      const undo = async () => {
        await api().expos.createStand({ editionId, code, hall, seats });
        await refresh();
      };
      toast({ text: t('expos.stand_removed', { code }), undo });
    });
  const add = <Button onPress={() => setOpen('new')}>{t('expos.add_stand')}</Button>;
  return (
    <Section title={t('expos.stands')} count={edition.counts.stands} aside={pages.entries.length > 0 ? add : undefined}>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      {pages.error !== null && <Notice kind="refused">{troubleOf(pages.error).message}</Notice>}
      {pages.pending && pages.error === null && <Skeleton />}
      {pages.entries.length > 0 && <StandLedger stands={pages.entries} onEdit={setOpen} onRemove={(stand) => void remove(stand)} />}
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
      {!pages.pending && pages.entries.length === 0 && (
        <Empty heading={t('expos.no_stands')} actions={add}>
          {t('expos.no_stands_text')}
        </Empty>
      )}
      {open !== null && <StandForm editionId={editionId} stand={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

interface StandLedgerProps {
  readonly stands: readonly Stand[];
  readonly onEdit: (stand: Stand) => void;
  readonly onRemove: (stand: Stand) => void;
}

function StandLedger({ stands, onEdit, onRemove }: StandLedgerProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const namesOf = ({ exhibitors }: Stand, lead: boolean) =>
    exhibitors.filter(({ isLead }) => isLead === lead).map(({ name }) => naming(name));
  return (
    <Ledger
      caption={t('expos.stands')}
      rows={stands}
      rowKey={({ id }) => id}
      columns={[
        { key: 'code', head: t('expos.stand'), naming: true, nowrap: true, cell: ({ code }) => code },
        { key: 'hall', head: t('expos.hall'), cell: ({ hall }) => (hall === '' ? <Unknown /> : hall) },
        { key: 'lead', head: t('expos.lead_exhibitor'), cell: (stand) => namesOf(stand, true)[0] ?? <Unknown>{t('expos.none')}</Unknown> },
        {
          key: 'others',
          head: t('expos.co_exhibitors'),
          cell: (stand) =>
            namesOf(stand, false).length === 0 ? <Unknown>{t('expos.none')}</Unknown> : formats.list(namesOf(stand, false)),
        },
        {
          key: 'seats',
          head: t('expos.meetings_here'),
          cell: ({ seats }) => (seats === 0 ? t('expos.no_meetings_here') : t('expos.at_once', { count: seats })),
        },
        {
          key: 'act',
          head: t('expos.actions'),
          silent: true,
          end: true,
          cell: (stand) => (
            <Buttons>
              <TextAction aria-label={t('expos.edit_named', { name: stand.code })} onPress={() => onEdit(stand)}>
                {t('expos.edit')}
              </TextAction>
              {stand.exhibitors.length === 0 && (
                <TextAction aria-label={t('expos.remove_named', { name: stand.code })} onPress={() => onRemove(stand)}>
                  {t('expos.remove')}
                </TextAction>
              )}
            </Buttons>
          ),
        },
      ]}
    />
  );
}
