// Cards at a meeting: sharing one's own, and saving those one was given.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { AsWritten } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Section } from '#design/page.tsx';
import { saveText } from '#design/save-file.ts';
import { personWords } from '../../domain/agenda/agenda-words.ts';
import { meetingsQueries } from '../client.ts';
import { Named } from '../edition/names.tsx';
import type { Agenda, AgendaEntry, Cards } from './answers.ts';
import { Reached, useVcards } from './card-people.tsx';

const CardDialog = later(() => import('./card-dialog.tsx'), 'CardDialog');

const refreshEvery = 60_000;

/** What one's own side has shared and was given; the organiser reads none of it. */
export const useCards = ({ edition, participant, side }: Agenda): Cards | undefined =>
  useQuery({
    ...meetingsQueries.listCards.queryOptions({ input: { editionId: edition.id, participantId: participant.id } }),
    enabled: side === 'own',
    refetchInterval: refreshEvery,
  }).data;

/** Beside a meeting: sharing a card. */
export function CardAtMeeting({ agenda, entry }: { readonly agenda: Agenda; readonly entry: AgendaEntry }) {
  const { t } = useText();
  const cards = useCards(agenda);
  const [open, setOpen] = useState(false);
  if (cards === undefined) return null;
  const shared = cards.given.some(({ meetingId }) => meetingId === entry.meetingId);
  return (
    <>
      <span className="noprint">&emsp;</span>
      <button type="button" className="linkish noprint" onClick={() => setOpen(true)}>
        {t(shared ? 'meetings.card_shared' : 'meetings.card_share')}
      </button>
      {open && <CardDialog {...{ agenda, entry, cards }} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Cards one was given, each to be taken over by a telephone. */
export function CardsReceived({ agenda }: { readonly agenda: Agenda }) {
  const { t, language } = useText();
  const cards = useCards(agenda);
  const vcards = useVcards(agenda);
  const received = cards?.received ?? [];
  if (received.length === 0) return null;
  const save = (some: typeof received, name: string) =>
    saveText(`${name}.vcf`, 'text/vcard', some.flatMap(({ people, with: who }) => vcards(people, who.name, who.code)).join(''));
  return (
    <div className="noprint">
      <Section title={t('meetings.cards_received')} count={received.length}>
        <ul className="rows ends">
          {received.map((card) => (
            <li key={card.id}>
              <div className="what">
                <Named name={card.with.name} /> <span className="note">{card.with.code}</span>
                {card.people.map((person) => (
                  <p key={JSON.stringify(person)}>
                    {personWords(person, language) !== '' && (
                      <>
                        <AsWritten text={personWords(person, language)} />
                        <br />
                      </>
                    )}
                    <Reached {...person} />
                  </p>
                ))}
              </div>
              <Button kind="text" onPress={() => save([card], card.with.code)}>
                {t('meetings.card_save')}
              </Button>
            </li>
          ))}
        </ul>
        {received.length > 1 && (
          <p>
            <Button onPress={() => save(received, t('meetings.cards_file'))}>{t('meetings.cards_save_all')}</Button>
          </p>
        )}
      </Section>
    </div>
  );
}
