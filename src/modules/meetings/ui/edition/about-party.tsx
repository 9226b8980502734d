// What is known of somebody beside their name, for whoever plans: where they are from, their stand, what they offer and look for.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { shortWords } from '#design/named.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { ShownFiles } from '#modules/expos/ui/files/shown-files.tsx';
import { Saying } from '#modules/expos/ui/market/listing-filters.tsx';

interface AboutPartyProps {
  readonly editionId: string;
  readonly party: { readonly id: string; readonly code: string };
}

/** As many as begin with the same code, in whose order the one with just that code comes first. */
const ALIKE = 50;

export function AboutParty({ editionId, party }: AboutPartyProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const { data: listed } = useQuery({
    ...exposQueries.listDirectory.queryOptions({ input: { editionId, q: party.code, limit: ALIKE } }),
    throwOnError: true,
  });
  const data = listed?.entries.find(({ participantId }) => participantId === party.id);
  if (data === undefined) return null;
  const { city, country, standCode, offer, offerTopics, offerDetails, need, needTopics, needDetails, files, name } = data;
  const from = shortWords([city, country === null ? null : formats.countryName(country)], language);
  const where = [...(from === '' ? [] : [from]), ...(standCode === null ? [] : [t('meetings.stand_code', { code: standCode })])];
  const said = [
    { head: t('meetings.offers'), text: offer, topics: offerTopics, details: offerDetails },
    { head: t('meetings.looks_for'), text: need, topics: needTopics, details: needDetails },
  ].filter(({ text, topics, details }) => text !== null || topics.length > 0 || details !== null);
  return (
    <>
      {where.length > 0 && <small className="ownline">{where.join(' · ')}</small>}
      {said.map(({ head, text, topics, details }) => (
        <small className="ownline" key={head}>
          <b>{head}</b> <Saying {...{ editionId, text, topics, details }} />
        </small>
      ))}
      <ShownFiles ids={{ editionId, participantId: party.id }} name={name} count={files} />
    </>
  );
}
