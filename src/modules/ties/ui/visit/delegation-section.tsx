// Who travels, in order of rank, with the post and organisation that they came for; names stand where the reader may see them.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { personName } from '#modules/organisations/ui/person-name.ts';
import type { TravellerShown } from '../../contract/visits.ts';
import { organisationsIn } from '../../domain/visit/delegation.ts';
import { PartAudience } from './part-audience.tsx';
import { moved, useSavingTravellers } from './saving-travellers.ts';
import type { VisitOnPage } from './visit-on-page.ts';

const TravellerDialog = later(() => import('./traveller-dialog.tsx'), 'TravellerDialog');
const PasteTravellers = later(() => import('./paste-travellers.tsx'), 'PasteTravellers');

/** 'paste', a new one, or the place of the one that is edited. */
type Doing = 'new' | 'paste' | number | null;

export function DelegationSection(on: VisitOnPage) {
  const { t } = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const { visit, office, tie } = on;
  const { delegation } = visit;
  const stop = () => setDoing(null);
  if (delegation === null && office === null) return null;
  return (
    <Section title={t('ties.delegation')} id="delegation" {...(delegation === null ? {} : { count: delegation.travellers.length })}>
      {delegation === null || delegation.travellers.length === 0 ? (
        <Empty heading={t('ties.no_travellers')}>{t('ties.no_travellers_text')}</Empty>
      ) : (
        <>
          <Travellers on={on} travellers={delegation.travellers} onEdit={setDoing} />
          <Seen {...on} />
        </>
      )}
      {office !== null && (
        <div className="noprint">
          <Buttons after>
            <Button onPress={() => setDoing('new')}>{t('ties.add_traveller')}</Button>
            <Button kind="text" onPress={() => setDoing('paste')}>
              {t('ties.paste_travellers')}
            </Button>
          </Buttons>
        </div>
      )}
      {office !== null && (doing === 'new' || typeof doing === 'number') && (
        <TravellerDialog visit={visit} office={office} at={doing === 'new' ? null : doing} today={tie.today} onClose={stop} />
      )}
      {office !== null && doing === 'paste' && <PasteTravellers visit={visit} today={tie.today} onClose={stop} />}
    </Section>
  );
}

interface TravellersProps {
  readonly on: VisitOnPage;
  readonly travellers: readonly TravellerShown[];
  readonly onEdit: (at: number) => void;
}

function Travellers({ on: { visit, office, tie }, travellers, onEdit }: TravellersProps) {
  const { t } = useText();
  const { keep, trouble } = useKeeping();
  const save = useSavingTravellers(visit, tie.today);
  const naming = useNaming();
  const called = ({ name, post, organisation }: TravellerShown): string =>
    name === null ? naming(post ?? organisation ?? {}) : personName(name);
  const change = (list: readonly TravellerShown[], said: string) =>
    void keep(() => save(list), { said, undo: (saved) => save(travellers, saved.delegation?.version) });
  const lead = (leads: boolean) => leads && <small>{t('ties.leads')}</small>;
  const post = ({ post: held }: TravellerShown) => (held === null ? <Unknown /> : <Named text={held} quiet />);
  // Where no name may be seen, or none was entered, the post says who somebody is.
  const who: readonly Column<TravellerShown>[] = travellers.some(({ name }) => name !== null)
    ? [
        {
          key: 'name',
          head: t('ties.traveller'),
          naming: true,
          cell: ({ name, leads }) => (
            <>
              {name === null ? <Unknown>{t('ties.name_not_shown')}</Unknown> : personName(name)}
              {lead(leads)}
            </>
          ),
        },
        { key: 'post', head: t('ties.traveller_post'), cell: post },
      ]
    : [
        {
          key: 'post',
          head: t('ties.traveller_post'),
          naming: true,
          cell: (one) => (
            <>
              {post(one)}
              {lead(one.leads)}
            </>
          ),
        },
      ];
  const columns: readonly Column<TravellerShown>[] = [
    ...who,
    {
      key: 'organisation',
      head: t('ties.traveller_organisation'),
      cell: ({ organisation }) => (organisation === null ? <Unknown /> : <Named text={organisation} quiet />),
    },
  ];
  const acts: Column<TravellerShown> = {
    key: 'acts',
    head: t('evidence.actions'),
    silent: true,
    end: true,
    cell: (one, at) => (
      <span className="noprint">
        <TextAction onPress={() => onEdit(at)} aria-label={t('ties.edit_whom', { name: called(one) })}>
          {t('ties.edit')}
        </TextAction>{' '}
        {at > 0 && (
          <>
            <TextAction
              onPress={() => change(moved(travellers, at), t('ties.moved_up', { name: called(one) }))}
              aria-label={t('ties.move_up_whom', { name: called(one) })}
            >
              {t('ties.move_up')}
            </TextAction>{' '}
          </>
        )}
        <TextAction
          onPress={() =>
            change(
              travellers.filter((other) => other !== one),
              t('ties.traveller_gone', { name: called(one) }),
            )
          }
          aria-label={t('ties.take_party_off', { name: called(one) })}
        >
          {t('ties.take_off')}
        </TextAction>
      </span>
    ),
  };
  return (
    <>
      {trouble !== null && <TroubleNotice trouble={trouble} />}
      <DataTable
        caption={t('ties.delegation')}
        rows={travellers}
        rowKey={({ id }) => id}
        columns={office === null ? columns : [...columns, acts]}
      />
    </>
  );
}

/** Who sees the list, and who sees the names on it, until when these are kept. */
function Seen(on: VisitOnPage) {
  const { t } = useText();
  const formats = useFormats();
  const { delegation } = on.visit;
  if (delegation === null || on.office === null) return null;
  const { names, travellers, version } = delegation;
  const organisations = organisationsIn(travellers);
  return (
    <Note>
      <PartAudience
        {...{ on, version }}
        part="delegation"
        audience={delegation}
        preview={
          <>
            <p>{t('ties.preview_delegation', { count: travellers.length })}</p>
            <ul>
              {organisations.map(({ first }) => (
                <li key={first.id}>
                  <Named text={first.organisation ?? {}} quiet />
                </li>
              ))}
            </ul>
            <p className="note">{t('ties.names_stay')}</p>
          </>
        }
      />
      {names !== null && (
        <>
          <br />
          {t('ties.names_until', { day: formats.day(names.keepUntil) })}{' '}
          <PartAudience
            {...{ on, version }}
            part="names"
            audience={names}
            preview={<ul>{travellers.flatMap(({ id, name }) => (name === null ? [] : [<li key={id}>{personName(name)}</li>]))}</ul>}
          />
        </>
      )}
    </Note>
  );
}
