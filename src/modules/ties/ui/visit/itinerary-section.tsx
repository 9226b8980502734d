// What is done day by day: what has no day stands first, each day by its clock, on the time where the visit is.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Attention, Note, Section } from '#design/page.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { writing } from '#kernel/language.ts';
import { precisionOf } from '#kernel/flex-date.ts';
import { zoneName } from '#kernel/zone-names.ts';
import { personName } from '#modules/organisations/ui/person-name.ts';
import type { StopShown } from '../../contract/visits.ts';
import { endsNextDay } from '../../domain/visit/itinerary.ts';
import { PartAudience } from './part-audience.tsx';
import type { VisitOnPage } from './visit-on-page.ts';

const StopDialog = later(() => import('./stop-dialog.tsx'), 'StopDialog');

export function ItinerarySection(on: VisitOnPage) {
  const { t } = useText();
  const formats = useFormats();
  const [editing, setEditing] = useState<StopShown | 'new' | null>(null);
  const { visit, office, tie, exchange } = on;
  const { itinerary } = visit;
  if (itinerary === null && office === null) return null;
  const days = Map.groupBy(itinerary?.stops ?? [], ({ date }) => date.text);
  const hasTimes = itinerary?.stops.some(({ starts }) => starts !== null) === true;
  return (
    <Section
      title={t('ties.itinerary')}
      id="itinerary"
      {...(itinerary !== null && hasTimes ? { aside: t('ties.times_of', { zone: zoneName(itinerary.timeZone, formats.language) }) } : {})}
    >
      {days.size === 0 && <Empty heading={t('ties.no_stops')}>{t('ties.no_stops_text')}</Empty>}
      {[...days.values()].map((stops) => (
        <Day key={stops[0]?.date.text} on={on} stops={stops} onEdit={office === null ? undefined : setEditing} />
      ))}
      {itinerary !== null && itinerary.stops.length > 0 && office !== null && (
        <Note>
          <PartAudience
            on={on}
            part="itinerary"
            audience={itinerary}
            version={itinerary.version}
            preview={
              <ul>
                {itinerary.stops.map(({ id, date, title }) => (
                  <li key={id}>
                    {formats.spelt(formats.flexDate(date, 'table'))} <Named text={title} quiet />
                  </li>
                ))}
              </ul>
            }
          />
        </Note>
      )}
      {office !== null && (
        <div className="noprint">
          <Buttons after>
            <Button onPress={() => setEditing('new')}>{t('ties.add_stop')}</Button>
          </Buttons>
        </div>
      )}
      {editing !== null && office !== null && (
        <StopDialog {...{ tie, exchange, visit }} stop={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

interface DayProps {
  readonly on: VisitOnPage;
  readonly stops: readonly StopShown[];
  readonly onEdit: ((stop: StopShown) => void) | undefined;
}

function Day({ on, stops, onEdit }: DayProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const [first] = stops;
  if (first === undefined) return null;
  const { date } = first;
  // Among the days of a visit the year goes without saying; of a day in another year it is what matters.
  const years = [on.exchange.starts, on.exchange.ends].flatMap((bound) => (bound === null ? [] : [bound.text.slice(0, 4)]));
  const isOfVisit = years.includes(date.text.slice(0, 4));
  const day =
    precisionOf(date) === 'day' && date.qualifier === 'exact'
      ? formats.day(date.text, isOfVisit ? 'day' : 'text')
      : formats.spelt(formats.flexDate(date));
  return (
    <>
      <h3>{day}</h3>
      <Rows
        wide
        label={day}
        entries={stops.map((stop): RowEntry => ({
          key: stop.id,
          when: <Time stop={stop} />,
          what: <Named text={stop.title} />,
          detail: <Detail on={on} stop={stop} />,
          ...(onEdit === undefined
            ? {}
            : {
                end: (
                  <span className="noprint">
                    <TextAction onPress={() => onEdit(stop)} aria-label={t('ties.edit_whom', { name: naming(stop.title) })}>
                      {t('ties.edit')}
                    </TextAction>
                  </span>
                ),
              }),
        }))}
      />
    </>
  );
}

function Time({ stop }: { readonly stop: StopShown }) {
  const { starts, ends, part } = stop;
  const { t, language } = useText();
  if (starts === null) return part === null ? <span className="muted">{t('ties.no_time')}</span> : t(`ties.part_${part}`);
  if (ends === null) return starts;
  const span = `${starts}${writing[language].dash}${ends}`;
  return endsNextDay(stop) ? t('ties.until_next_day', { span }) : span;
}

function Detail({ on: { tie, visit, office }, stop }: { readonly on: VisitOnPage; readonly stop: StopShown }) {
  const { t } = useText();
  const formats = useFormats();
  const { place, parties, travellerIds, agreementId, outside } = stop;
  const agreement = tie.agreements.find(({ id }) => id === agreementId);
  const some = visit.delegation?.travellers.filter(({ id }) => travellerIds.includes(id)) ?? [];
  const named = some.flatMap(({ name }) => (name === null ? [] : [personName(name)]));
  const lines = [
    place === null ? null : <Named text={place} quiet />,
    parties.length === 0 ? null : (
      <>
        {t('ties.stop_with')}{' '}
        {parties.map((party, at) => (
          <span key={at}>
            {at > 0 && t('ties.comma')}
            <PartyName party={party} />
          </span>
        ))}
      </>
    ),
    travellerIds.length === 0
      ? null
      : named.length === travellerIds.length
        ? t('ties.stop_of', { people: formats.list(named) })
        : t('ties.stop_of_count', { count: travellerIds.length }),
    agreement === undefined ? null : (
      <>
        {t('ties.stop_paper')}{' '}
        <Link to="/ties/$slug/agreements/$id" params={{ slug: tie.slug, id: agreement.id }}>
          <Named text={agreement.title} quiet />
        </Link>
      </>
    ),
    outside && office !== null ? <Attention>{t('ties.stop_outside')}</Attention> : null,
  ].filter((line) => line !== null);
  return lines.map((line, at) => (
    <span key={at}>
      {at > 0 && <br />}
      {line}
    </span>
  ));
}

function PartyName({ party: { kind, name } }: { readonly party: StopShown['parties'][number] }) {
  const { t } = useText();
  if (name === null) return t('ties.party_not_shared');
  return kind === 'named' ? <AsWritten text={Object.values(name)[0]?.text ?? ''} named /> : <Named text={name} quiet />;
}
