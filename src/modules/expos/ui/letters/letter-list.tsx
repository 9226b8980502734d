// Participants by name, each with where it stands and what can be done: a link on paper, the entry, an end to its links.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Section } from '#design/page.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { QrCode } from '#design/qr-code.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Addressees } from '../../domain/addressee.ts';
import type { LetterState } from '../../domain/letters/letters.ts';
import { exposApi, exposQueries } from '../client.ts';
import { InBoth } from './paper-links.tsx';

type Stand = Awaited<ReturnType<(typeof exposApi)['listLetters']>>['entries'][number];

interface LetterListProps {
  readonly whom: Addressees;
  readonly edition: Edition;
  /** Only those who stand so. */
  readonly state: LetterState | null;
  readonly onAll: () => void;
}

export function LetterList({ whom, edition, state, onAll }: LetterListProps) {
  const { t } = useText();
  const formats = useFormats();
  const list = t(`expos.letters_list_${whom}`);
  const [q, setQ] = useState('');
  const [linked, setLinked] = useState<Stand | null>(null);
  const { keep, ...action } = useKeeping(exposQueries.key());
  const pages = usePages(
    exposQueries.listLetters.infiniteOptions(
      paged({ editionId: edition.id, whom, limit: 100, ...(q === '' ? {} : { q }), ...(state === null ? {} : { state }) }),
    ),
  );
  const end = ({ id }: Stand) =>
    void keep(() => exposApi.revokeLinks({ editionId: edition.id, addresseeId: id }), {
      said: ({ revoked }) => t('expos.links_ended', { count: revoked }),
    });
  const columns: readonly Column<Stand>[] = [
    {
      key: 'name',
      head: t(`expos.letters_one_of_${whom}`),
      naming: true,
      cell: ({ id, code, name }) =>
        whom === 'speakers' ? (
          <Named text={name} quiet />
        ) : whom === 'interpreters' ? (
          <Link to="/editions/$slug/interpreters/$interpreterId" params={{ slug: edition.slug, interpreterId: id }}>
            {code}
          </Link>
        ) : (
          <Link to="/editions/$slug/setup/participants" params={{ slug: edition.slug }} search={{ open: id }}>
            {code} <Named text={name} quiet />
          </Link>
        ),
    },
    {
      key: 'person',
      head: t('expos.contacts'),
      cell: ({ person, channel, sentTo }) => (
        <>
          {person === '' ? <Unknown /> : <AsWritten text={person} />}
          {sentTo !== null && <small>{channel === 'mail' ? sentTo : t(`expos.way_to_${channel}`, { address: sentTo })}</small>}
        </>
      ),
    },
    {
      key: 'state',
      head: t('expos.state'),
      cell: ({ state: stands, fault }) => (
        <>
          <span className={stands === 'refused' ? 'attention' : undefined}>{t(`expos.letter_${stands}`)}</span>
          {fault !== null && <small>{fault}</small>}
        </>
      ),
    },
    { key: 'since', head: t('expos.since'), end: true, cell: ({ since }) => (since === null ? '' : formats.entryDay(since)) },
    {
      key: 'act',
      head: t('expos.actions'),
      silent: true,
      end: true,
      cell: (stand) =>
        stand.state === 'account' ? null : (
          <Buttons>
            <TextAction aria-label={`${t('expos.link_make')} ${stand.code}`} onPress={() => setLinked(stand)}>
              {t('expos.link_make')}
            </TextAction>
            {stand.links > 0 && (
              <TextAction aria-label={`${t('expos.links_end', { count: stand.links })} ${stand.code}`} onPress={() => end(stand)}>
                {t('expos.links_end', { count: stand.links })}
              </TextAction>
            )}
          </Buttons>
        ),
    },
  ];
  return (
    <Section
      title={state === null ? list : t(`expos.letter_${state}`)}
      aside={
        state === null ? undefined : (
          <Button kind="text" onPress={onAll}>
            {t('expos.show_all')}
          </Button>
        )
      }
    >
      <div className="filters">
        <SearchField name="letter-search" label={t(`expos.search_${whom}`)} value={q} onSearch={(sought) => setQ(sought ?? '')} />
      </div>
      <TroubleNotice trouble={action.trouble} />
      <Paged pages={pages} lines={8} empty={<Empty heading={t('expos.no_participant_fits')}>{t('expos.no_participant_fits_text')}</Empty>}>
        {(entries) => <LongDataTable caption={list} rows={entries} rowKey={({ id }) => id} columns={columns} />}
      </Paged>
      {linked !== null && <LinkDialog whom={whom} edition={edition} stand={linked} onClose={() => setLinked(null)} />}
    </Section>
  );
}

/** A link is made when it is asked for, and told once: to be printed, or handed over. */
interface LinkDialogProps {
  readonly whom: Addressees;
  readonly edition: Edition;
  readonly stand: Stand;
  readonly onClose: () => void;
}

function LinkDialog({ whom, edition, stand, onClose }: LinkDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const [made, setMade] = useState<{ readonly address: string; readonly until: string } | null>(null);
  const { keep, ...action } = useKeeping(exposQueries.key());
  const make = () => void keep(() => exposApi.makeLink({ editionId: edition.id, addresseeId: stand.id }), { after: setMade });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('expos.link_for', { name: whom === 'participants' ? `${stand.code} ${naming(stand.name)}` : stand.code })}
    >
      <p>{t('expos.link_text', { name: naming(stand.name) })}</p>
      {made === null ? (
        <Buttons>
          <Button kind="go" busy={action.busy} onPress={make}>
            {t('expos.link_make')}
          </Button>
        </Buttons>
      ) : (
        <>
          <div className="paperlink">
            <h3>{naming(stand.name)}</h3>
            <InBoth edition={edition} until={made.until} />
            <QrCode text={made.address} label={t('expos.link_for', { name: naming(stand.name) })} />
            <p>
              <code>{made.address}</code>
            </p>
          </div>
          <p className="note">{t('expos.link_until')}</p>
          <Buttons>
            <Button onPress={() => window.print()}>{t('expos.link_print')}</Button>
            <Button kind="go" onPress={() => void navigator.clipboard.writeText(made.address)}>
              {t('expos.link_copy')}
            </Button>
          </Buttons>
        </>
      )}
      <TroubleNotice trouble={action.trouble} />
    </Dialog>
  );
}
