// Delegations and trading groups, and which is part of which.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import { exposApi, exposQueries } from '../client.ts';
import { KeptList } from '../kept-list.tsx';
import { useSetupEdition } from '../setup-page.tsx';
import { GroupForm } from './group-form.tsx';

export function GroupsPage() {
  const { t } = useText();
  const formats = useFormats();
  const { id: editionId, slug } = useSetupEdition();
  const pages = usePages(exposQueries.listGroups.infiniteOptions(paged({ editionId, limit: 200 })));
  const groups = pages.entries;
  return (
    <KeptList
      title={t('expos.groups')}
      queryKey={exposQueries.key()}
      pages={pages}
      nameOf={({ code }) => code}
      words={{ add: t('expos.add_group'), empty: t('expos.no_groups'), emptyText: t('expos.no_groups_text') }}
      mayRemove={({ id, memberCount }) => memberCount === 0 && !groups.some(({ parentId }) => parentId === id)}
      remove={({ id: groupId }, context) => exposApi.removeGroup({ editionId, groupId }, { context })}
      putBack={({ code, kind, name, parentId, leadOffice }) => exposApi.createGroup({ editionId, code, kind, name, parentId, leadOffice })}
      removedWords={({ code }) => t('expos.group_removed', { code })}
      form={(group, onClose) => <GroupForm {...{ editionId, group, groups, onClose }} />}
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
      ]}
    />
  );
}
