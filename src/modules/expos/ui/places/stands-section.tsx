// The stands of an edition: where, who leads, who else stands there, and whether meetings are held at them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Stand } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { KeptList } from '../kept-list.tsx';
import { StandForm } from './stand-form.tsx';

export function StandsSection({ edition: { id: editionId, counts } }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const pages = usePages(exposQueries.listStands.infiniteOptions(paged({ editionId, limit: 100 })));
  const namesOf = ({ exhibitors }: Stand, lead: boolean) =>
    exhibitors.filter(({ isLead }) => isLead === lead).map(({ name }) => naming(name));
  return (
    <KeptList
      title={t('expos.stands')}
      count={counts.stands}
      queryKey={exposQueries.key()}
      pages={pages}
      nameOf={({ code }) => code}
      words={{ add: t('expos.add_stand'), empty: t('expos.no_stands'), emptyText: t('expos.no_stands_text') }}
      mayRemove={({ exhibitors }) => exhibitors.length === 0}
      remove={({ id: standId }, context) => exposApi.removeStand({ editionId, standId }, { context })}
      putBack={({ id: _id, version: _version, exhibitors: _exhibitors, ...facts }) => exposApi.createStand({ editionId, ...facts })}
      removedWords={({ code }) => t('expos.stand_removed', { code })}
      form={(stand, onClose) => <StandForm {...{ editionId, stand, onClose }} />}
      columns={[
        { key: 'code', head: t('expos.stand'), naming: true, nowrap: true, cell: ({ code }) => code },
        { key: 'hall', head: t('expos.hall'), cell: ({ hall }) => (hall === '' ? <Unknown /> : hall) },
        { key: 'area', head: t('expos.stand_area'), end: true, cell: ({ area }) => (area === null ? null : formats.number(area)) },
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
      ]}
    />
  );
}
