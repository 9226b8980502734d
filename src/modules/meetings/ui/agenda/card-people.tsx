// The people on a card: as files, and how they are reached.
import { useText } from '#client/language.ts';
import { vcardOf } from '../../domain/agenda/card.ts';
import { useName } from '../edition/names.tsx';
import type { Agenda, Cards } from './answers.ts';

/** The card of each person as a file, one after the other. */
export function useVcards(agenda: Agenda) {
  const { language } = useText();
  const name = useName();
  return (people: Cards['received'][number]['people'], company: Agenda['participant']['name'], code: string): readonly string[] =>
    people.map((person) => vcardOf(person, { company: name(company), met: `${name(agenda.edition.name)} · ${code}`, language }));
}

/** Address and telephone, each to be used at once. */
export function Reached({ email, phone }: { readonly email: string | null; readonly phone: string | null }) {
  return (
    <>
      {email !== null && <a href={`mailto:${email}`}>{email}</a>}
      {email !== null && phone !== null && ' · '}
      {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
    </>
  );
}
