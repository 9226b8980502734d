// Delegations and trading groups, and which is part of which.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
import { Named } from '#design/named.tsx';
import { useAction } from '#client/use-action.ts';
import { paging, usePages, type Cursor } from '#client/use-pages.ts';
import type { Group } from '../../contract/roster.ts';
import { GroupForm } from './group-form.tsx';
import { useSetupEdition } from '../setup-page.tsx';
import '#modules/organisations/ui/parts.css';

export function GroupsPage() {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const edition = useSetupEdition();
  const editionId = edition.id;
  const [open, setOpen] = useState<Group | 'new' | null>(null);
  const pages = usePages(
    queries().expos.listGroups.infiniteOptions({
      input: (cursor: Cursor) => ({ editionId, limit: 200, ...(cursor === undefined ? {} : { cursor }) }),
      ...paging,
    }),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().expos.key() });
  const remove = ({ id: groupId, version, code, kind, name, parentId, leadOffice }: Group) =>
    action.run(async () => {
      await api().expos.removeGroup({ editionId, groupId }, { context: { ifMatch: version } });
      await refresh();
      const undo = async () => {
        await api().expos.createGroup({ editionId, code, kind, name, parentId, leadOffice });
        await refresh();
      };
      toast({ text: t('expos.group_removed', { code }), undo });
    });
  const add = <Button onPress={() => setOpen('new')}>{t('expos.add_group')}</Button>;
  return (
    <Section title={t('expos.groups')} aside={pages.entries.length > 0 ? add : undefined}>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      {pages.error !== null && <Notice kind="refused">{troubleOf(pages.error).message}</Notice>}
      {pages.pending && pages.error === null && <Skeleton />}
      {pages.entries.length > 0 && (
        <GroupLedger slug={edition.slug} groups={pages.entries} onEdit={setOpen} onRemove={(group) => void remove(group)} />
      )}
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
      {!pages.pending && pages.entries.length === 0 && (
        <Empty heading={t('expos.no_groups')} actions={add}>
          {t('expos.no_groups_text')}
        </Empty>
      )}
      {open !== null && (
        <GroupForm editionId={editionId} group={open === 'new' ? null : open} groups={pages.entries} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

interface GroupLedgerProps {
  readonly slug: string;
  readonly groups: readonly Group[];
  readonly onEdit: (group: Group) => void;
  readonly onRemove: (group: Group) => void;
}

function GroupLedger({ slug, groups, onEdit, onRemove }: GroupLedgerProps) {
  const { t } = useText();
  const formats = useFormats();
  const isEmpty = ({ id, memberCount }: Group) => memberCount === 0 && !groups.some(({ parentId }) => parentId === id);
  return (
    <Ledger
      caption={t('expos.groups')}
      rows={groups}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('expos.name'),
          naming: true,
          cell: ({ code, name }) => (
            <>
              {code} <Named text={name} quiet />
            </>
          ),
        },
        { key: 'kind', head: t('expos.group_kind'), cell: ({ kind }) => t(`expos.kind_${kind}`) },
        {
          key: 'parent',
          head: t('expos.part_of'),
          cell: ({ parentId }) => groups.find(({ id }) => id === parentId)?.code ?? <Unknown>{t('expos.none')}</Unknown>,
        },
        {
          key: 'lead',
          head: t('expos.lead_office'),
          cell: ({ leadOfficeName }) =>
            leadOfficeName === null ? <Unknown>{t('expos.none')}</Unknown> : <Named text={leadOfficeName} quiet />,
        },
        {
          key: 'members',
          head: t('expos.members'),
          end: true,
          cell: ({ id, memberCount }) => (
            <Link to="/editions/$slug/setup/participants" params={{ slug }} search={{ group: id }}>
              {formats.number(memberCount)}
            </Link>
          ),
        },
        {
          key: 'act',
          head: t('expos.actions'),
          silent: true,
          end: true,
          cell: (group) => (
            <Buttons>
              <TextAction aria-label={t('expos.edit_named', { name: group.code })} onPress={() => onEdit(group)}>
                {t('expos.edit')}
              </TextAction>
              {isEmpty(group) && (
                <TextAction aria-label={t('expos.remove_named', { name: group.code })} onPress={() => onRemove(group)}>
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
