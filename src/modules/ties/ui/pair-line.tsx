// Two harbours and the line between them: each half is drawn as its own side states the tie. The page's title is heard, this is seen.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MultilingualText } from '#kernel/language.ts';
import { Named } from '#design/named.tsx';
import type { Status } from '../domain/attributes.ts';
import './ties.css';

export interface PairEnd {
  readonly name: MultilingualText;
  readonly slug: string;
  readonly status: Status | null;
  /** What the side says, under its name. */
  readonly words?: ReactNode;
}

export interface PairLineProps {
  /** The side whose copy this is stands first. */
  readonly first: PairEnd;
  readonly second: PairEnd;
  readonly above: ReactNode;
  readonly below: ReactNode;
}

export function PairLine({ first, second, above, below }: PairLineProps) {
  return (
    <div className="pair">
      <div className="ends">
        <Place end={first} />
        <span className="line">
          <span>{above}</span>
          <i className={`half ${first.status ?? 'unstated'}`} aria-hidden="true" />
          <i className={`half two ${second.status ?? 'unstated'}`} aria-hidden="true" />
          <span>{below}</span>
        </span>
        <Place end={second} />
      </div>
      {first.words !== undefined && <div className="side">{first.words}</div>}
      {second.words !== undefined && <div className="side two">{second.words}</div>}
    </div>
  );
}

function Place({ end }: { readonly end: PairEnd }) {
  return (
    <span className="place">
      <Link to="/cities/$slug" params={{ slug: end.slug }}>
        <Named text={end.name} quiet />
      </Link>
    </span>
  );
}
