// Two harbours and the line between them: each half is drawn as its own side states the tie. The page's title is heard, this is seen.
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { Named } from '#design/named.tsx';
import type { ShownFirstShape } from '#modules/evidence/contract/shapes.ts';
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

/** The dates of a contested beginning, neither first, with the mark that says so. */
export function ContestedDates({ shown }: { readonly shown: Pick<ShownFirstShape, 'first' | 'differing'> }) {
  const { t } = useText();
  const formats = useFormats();
  // In the order of the rule: what a signed paper bears goes first.
  const dates = [shown.first, ...shown.differing].flatMap((said) => (said?.value.type === 'date' ? [said.value.date] : []));
  const words = dates.map((date) => formats.spelt(formats.flexDate(date)));
  return (
    <>
      {[...new Set(words)].map((date, at) => (
        <Fragment key={date}>
          {at > 0 && t('ties.or')}
          <b>{date}</b>
        </Fragment>
      ))}{' '}
      <span className="contested-mark">{t('ties.contested')}</span>
    </>
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
