// The frame of a screen in the hall, in every language at once: what it is, the clock, and whether it is fresh.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { isStaleAt } from '../queue/tell.ts';
import { Both, type Wall } from './both.tsx';
import { CallsView } from './calls.tsx';
import { ScheduleView } from './schedule.tsx';
import './wall.css';
import { wallHall, type WallWord } from './wall-words.ts';

function HallName({ hall }: { readonly hall: string }) {
  return (
    <span className="bothlang wallhall">
      {wallHall(hall).map(({ language, text }) => (
        <span key={text} lang={language ?? undefined}>
          {text}
        </span>
      ))}
    </span>
  );
}

interface WallViewProps {
  readonly wall: Wall;
  /** When it was received and what time it is now, by the clock of this device; UTC milliseconds. */
  readonly receivedAt: number;
  readonly now: number;
  readonly children?: ReactNode;
}

/** What a screen shows. Its clock is the server's: that of the device may be wrong. */
export function WallView({ wall, receivedAt, now: deviceNow, children }: WallViewProps) {
  const formats = useFormats();
  const now = Date.parse(wall.at) + (deviceNow - receivedAt);
  const { calls, schedule, edition, hall } = wall;
  const stale = isStaleAt(deviceNow, receivedAt);
  const note = (usual: ReactNode) => (
    <p className={stale ? 'wallnote attention' : 'wallnote'} role="status">
      {stale ? (
        <>
          <Both word="stale" /> <b>{formats.time(wall.at, edition.timeZone)}</b>
        </>
      ) : (
        usual
      )}
    </p>
  );
  return (
    <div className="wall">
      <header>
        <h2>
          <Both word={schedule === null ? 'called' : 'next'} />
        </h2>
        <p className="wallclock">
          {hall !== '' && <HallName hall={hall} />}
          {formats.time(now, edition.timeZone)}
        </p>
      </header>
      {calls !== null && <CallsView calls={calls} now={now} note={note} />}
      {schedule !== null && <ScheduleView schedule={schedule} zone={edition.timeZone} now={now} note={note} />}
      {children}
    </div>
  );
}

/** Instead of anything to show. */
export function EmptyWall({ word, children }: { readonly word: WallWord; readonly children?: ReactNode }) {
  return (
    <div className="wall">
      <p className="wallempty" role="status">
        <Both word={word} />
      </p>
      {children}
    </div>
  );
}
