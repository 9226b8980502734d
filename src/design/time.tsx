// An instant in venue time, and in the reader's own where the clocks differ.
import { clocksDiffer, ownZone, useFormats, type DateStyle, type Instant } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { writing } from '#kernel/language.ts';
import { zoneName } from '#kernel/zone-names.ts';

export interface TimeProps {
  readonly instant: Instant;
  /** The venue's zone, from the edition. */
  readonly zone: string;
  /** The end of a span. */
  readonly until?: Instant;
  readonly style?: 'time' | 'date' | 'datetime';
  readonly dateStyle?: DateStyle;
  /** Add the reader's own time where it differs; off in dense tables. */
  readonly own?: boolean;
}

export function Time({ instant, zone, until, style = 'time', dateStyle = 'text', own = false }: TimeProps) {
  const { t } = useText();
  const formats = useFormats();
  const clock = (timeZone: string): string =>
    until === undefined ? formats.time(instant, timeZone) : formats.span(instant, until, timeZone);
  const written =
    style === 'date'
      ? formats.date(instant, zone, dateStyle)
      : style === 'time'
        ? clock(zone)
        : `${formats.date(instant, zone, dateStyle)} ${clock(zone)}`;
  return (
    <>
      <time dateTime={new Date(instant).toISOString()} className="nowrap">
        {written}
      </time>
      {/* Where a page is drawn for everybody, nobody's own clock is known. */}
      {own && !isDrawnOnServer && style !== 'date' && clocksDiffer(instant, zone, ownZone()) && (
        <OwnTime text={t('design.your_time', { time: ownWritten(formats, instant, zone) })} />
      )}
    </>
  );
}

function OwnTime({ text }: { readonly text: string }) {
  return (
    <span className="muted">
      {' '}
      <small className="own">{text}</small>
    </span>
  );
}

/** The reader's clock, with the day where it is another one. */
function ownWritten(formats: ReturnType<typeof useFormats>, instant: Instant, zone: string): string {
  const here = ownZone();
  const sameDay = formats.date(instant, here, 'table') === formats.date(instant, zone, 'table');
  return sameDay ? formats.time(instant, here) : `${formats.date(instant, here, 'short')} ${formats.time(instant, here)}`;
}

/** An instant by the venue's clock as part of a sentence; the zone is named where it is not the reader's own. */
export function useAtVenue(zone: string): (instant: Instant) => string {
  const { t } = useText();
  const formats = useFormats();
  return (instant) => {
    const at = formats.dateTime(instant, zone);
    return isDrawnOnServer || clocksDiffer(instant, zone, ownZone())
      ? writing[formats.language].inBrackets(at, t('design.venue_time', { zone: zoneName(zone, formats.language) }))
      : at;
  };
}

/** "Shanghai time", and no more where it is the reader's own. */
export function ZoneNote({ zone }: { readonly zone: string }) {
  const { t } = useText();
  const formats = useFormats();
  return <span className="note">{t('design.venue_time', { zone: zoneName(zone, formats.language) })}</span>;
}
