// Sharing a card with the other side of one meeting: whose, sent or as a code on this screen; and taking it back.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Offline } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CheckField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Dialog } from '#design/notices/dialog.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Note } from '#design/page.tsx';
import { QrCode } from '#design/qr-code.tsx';
import { personWords } from '../../domain/agenda/agenda-words.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useName } from '../edition/names.tsx';
import type { Agenda, AgendaEntry, Cards } from './answers.ts';
import { Reached, useVcards } from './card-people.tsx';
import { useSaidLater } from './said-later.ts';

interface CardDialogProps {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly cards: Cards;
  readonly onClose: () => void;
}

export function CardDialog({ agenda, entry, cards, onClose }: CardDialogProps) {
  const { t, language } = useText();
  const name = useName();
  const toast = useToast();
  const { sayLater } = useSaidLater();
  const { keep, ...action } = useKeeping(meetingsQueries.listCards.key());
  const vcards = useVcards(agenda);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(cards.own.slice(0, 1).map(({ key }) => key)));
  const [isShown, setShown] = useState(false);
  const people = cards.own.filter(({ key }) => chosen.has(key));
  const other = name(entry.with.name);
  /** Of whom no name is entered, the company's stands on the card. */
  const nameOn = (person: Cards['own'][number] | Cards['given'][number]['people'][number]): string =>
    personWords(person, language) || name(agenda.participant.name);
  const isNameless = people.some((person) => personWords(person, language) === '');
  const on = { editionId: agenda.edition.id, participantId: agenda.participant.id };
  const sent = cards.given.find(({ meetingId, way }) => meetingId === entry.meetingId && way === 'sent');
  const give = async (way: 'sent' | 'shown', idempotencyKey: string) => {
    const input = { ...on, meetingId: entry.meetingId, way, keys: people.map(({ key }) => key) };
    try {
      return await meetingsApi.giveCard(input, { context: { idempotencyKey } });
    } catch (error) {
      if (!(error instanceof Offline)) throw error;
      sayLater({ say: 'card', input }, `${other} · ${t('meetings.card_share')}`, idempotencyKey);
      toast({ text: t('meetings.kept_until_network') });
      return null;
    }
  };
  const send = () =>
    void keep(({ idempotencyKey }) => give('sent', idempotencyKey), {
      after: onClose,
      said: (given) => (given === null ? t('meetings.kept_until_network') : t('meetings.card_sent', { name: other })),
      undo: (given) => (given === null ? undefined : meetingsApi.withdrawCard({ ...on, cardId: given.id })),
    });
  const show = () => {
    setShown(true);
    void keep(() => give('shown', crypto.randomUUID()));
  };
  const takeBack = (cardId: string) =>
    void keep(() => meetingsApi.withdrawCard({ ...on, cardId }), { said: t('meetings.card_withdrawn'), after: onClose });
  return (
    <Dialog open onClose={onClose} title={t('meetings.card_share_with', { name: other })}>
      {cards.own.length === 0 ? (
        <p>{t('meetings.card_no_contact')}</p>
      ) : (
        <Form {...formTrouble(action)} onSubmit={send}>
          {cards.own.map((person) => (
            <CheckField
              key={person.key}
              name={person.key}
              label={nameOn(person)}
              checked={chosen.has(person.key)}
              onChange={(checked) => {
                setShown(false);
                setChosen(new Set(checked ? [...chosen, person.key] : [...chosen].filter((key) => key !== person.key)));
              }}
              hint={<Reached {...person} />}
            />
          ))}
          {isNameless && (
            <p className="note">
              {t('meetings.card_nameless')}{' '}
              <Link to="/in" search={{ place: agenda.participant.id }} hash="profile">
                {t('meetings.suggest_say')}
              </Link>
            </p>
          )}
          {sent !== undefined && (
            <p role="status">
              {t('meetings.card_stands', { names: sent.people.map(nameOn).join(' · ') })}{' '}
              <Button kind="text" onPress={() => takeBack(sent.id)}>
                {t('meetings.card_withdraw')}
              </Button>
            </p>
          )}
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy} aria-disabled={people.length === 0 || undefined}>
              {t('meetings.card_send')}
            </Button>
            <Button onPress={show} aria-disabled={people.length === 0 || undefined}>
              {t('meetings.card_show')}
            </Button>
          </Buttons>
          {isShown &&
            people.map((person) => (
              <div key={person.key}>
                {vcards([person], agenda.participant.name, agenda.participant.code).map((card) => (
                  <QrCode key={card} text={card} label={t('meetings.card_code', { name: nameOn(person) })} />
                ))}
              </div>
            ))}
          {isShown && <p className="note">{t('meetings.card_code_hint')}</p>}
          <Note>{t('meetings.card_hint')}</Note>
        </Form>
      )}
    </Dialog>
  );
}
