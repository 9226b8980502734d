// “Which one is meant?”: a written place, what it could be, told apart without a map by region, neighbour, size and distance.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, TextAction } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Facts, Rows, type RowEntry } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { GazetteerCredit } from '#modules/cities/ui/search/gazetteer-credit.tsx';
import { CityChooser } from '#modules/cities/ui/search/city-chooser.tsx';
import { useTelling } from '#modules/cities/ui/search/city-telling.ts';
import { kilometresAway } from '../../domain/away.ts';
import { referenceApi, referenceQueries } from '../client.ts';
import type { GivenAnswer, ReferenceImport, WrittenPlace } from './answers.ts';

interface PlaceQuestionProps {
  readonly one: ReferenceImport;
  readonly placeKey: string;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

export function PlaceQuestion({ one, placeKey, onClose, onAnswered }: PlaceQuestionProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const { data } = useQuery(referenceQueries.listReferencePlaces.queryOptions({ input: { importId: one.id, key: placeKey, limit: 1 } }));
  const place = data?.entries[0];
  const give = (answer: GivenAnswer | null) =>
    void keep(() => referenceApi.answerReferencePlace({ importId: one.id, key: placeKey, answer }), { after: onAnswered });
  return (
    <Dialog open wide onClose={onClose} title={t('reference.which_is_meant_of', { name: place?.name ?? placeKey })}>
      {action.trouble !== null && (
        <Notice kind="refused" live heading={action.trouble.message}>
          {action.trouble.problems.map(({ code, message }) => (
            <p key={code}>{message}</p>
          ))}
        </Notice>
      )}
      {place === undefined ? <Skeleton lines={4} /> : <Asked place={place} busy={action.busy} onGive={give} />}
    </Dialog>
  );
}

interface AskedProps {
  readonly place: WrittenPlace;
  readonly busy: boolean;
  readonly onGive: (answer: GivenAnswer | null) => void;
}

function Asked({ place, busy, onGive }: AskedProps) {
  const { t } = useText();
  const [other, setOther] = useState(false);
  return (
    <>
      <AsWrittenFacts place={place} />
      {place.alternatives.length > 0 && (
        <div className="spaced">
          <Alternatives place={place} onGive={onGive} />
        </div>
      )}
      <div className="btns spaced">
        <Button busy={busy} onPress={() => setOther(!other)} aria-expanded={other}>
          {t('reference.another_place')}
        </Button>
        <Button kind="text" busy={busy} onPress={() => onGive({ as: 'written' })}>
          {t('reference.keep_as_written')}
        </Button>
        <Button kind="text" busy={busy} onPress={() => onGive({ as: 'left_out' })}>
          {t('reference.leave_out')}
        </Button>
        {place.answer !== null && (
          <Button kind="text" busy={busy} onPress={() => onGive(null)}>
            {t('reference.take_answer_back')}
          </Button>
        )}
      </div>
      {other && (
        <CityChooser
          begin={place.name}
          except={null}
          onChoose={({ cityId, geonamesId }) => {
            if (cityId !== null) onGive({ city: cityId });
            else if (geonamesId !== null) onGive({ geonamesId });
          }}
        />
      )}
      <p className="note">{t('reference.answer_counts')}</p>
      {place.alternatives.length > 0 && <GazetteerCredit />}
    </>
  );
}

function AsWrittenFacts({ place }: { readonly place: WrittenPlace }) {
  const { t } = useText();
  const formats = useFormats();
  const { countryWritten, latitude, longitude, wikidataId, rows } = place;
  return (
    <Facts
      entries={[
        { term: t('reference.as_written'), value: place.name },
        ...(countryWritten === null ? [] : [{ term: t('reference.country_written'), value: countryWritten }]),
        ...(latitude === null || longitude === null
          ? []
          : [{ term: t('reference.position'), value: `${formats.number(latitude)}°, ${formats.number(longitude)}°` }]),
        ...(wikidataId === null ? [] : [{ term: t('reference.wikidata'), value: wikidataId }]),
        { term: t('reference.rows'), value: rows.slice(0, 12).join(t('reference.comma')) },
        { term: t('reference.taken_now'), value: t(`reference.matched_${place.matchedBy}`) },
      ]}
    />
  );
}

/** What it could be, the likeliest first. */
function Alternatives({ place, onGive }: Pick<AskedProps, 'place' | 'onGive'>) {
  const { t } = useText();
  const formats = useFormats();
  const telling = useTelling();
  const entries = place.alternatives.map((other): RowEntry => {
    const name = other.region === undefined ? other.name : `${other.name}${t('reference.comma')}${other.region}`;
    const away = kilometresAway(place, other);
    const hints = [
      telling.rest(other),
      away === null ? '' : t('reference.away', { kilometres: formats.number(away) }),
      t('reference.geonames', { number: String(other.geonamesId) }),
    ].filter((hint) => hint !== '');
    return {
      key: String(other.geonamesId),
      when: formats.countryName(other.country),
      what: <TextAction onPress={() => onGive({ geonamesId: other.geonamesId })}>{name}</TextAction>,
      detail: hints.join(t('reference.comma')),
      end: t('reference.score', { percent: formats.percent(other.score) }),
    };
  });
  return <Rows wide label={t('reference.could_be')} entries={entries} />;
}
