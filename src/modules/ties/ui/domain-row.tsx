// The eleven domains of a tie: small as one mark in a grid, large as bars with their names.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { DomainMark } from '../contract/shapes.ts';
import './ties.css';

type Marks = readonly DomainMark[];

/** Bars by their look; an empty domain is only the water line, and what has no date or is yet to come is drawn as what is quiet. */
export const lookOf = (state: Marks[number]['state']): string => (state === 'empty' ? 'bare' : state === 'alive' ? state : 'quiet');

/** Which are alive and which quiet, in words. */
export function useDomainSentence(): (marks: Marks) => string {
  const { t } = useText();
  const formats = useFormats();
  return (marks) => {
    const named = (state: Marks[number]['state']): string => {
      const names = marks.filter((mark) => mark.state === state).map(({ domain }) => t(`cities.domain_${domain}`));
      return names.length === 0 ? t('ties.none') : formats.list(names);
    };
    const more = (['ahead', 'undated'] as const)
      .filter((state) => marks.some((mark) => mark.state === state))
      .map((state) => ` ${t(`ties.domains_${state}`, { named: named(state) })}`);
    return `${t('ties.domains_said', { alive: named('alive'), quiet: named('quiet') })}${more.join('')}`;
  };
}

/** One mark of eleven bars on a water line. */
export function DomainMarks({ marks }: { readonly marks: Marks }) {
  const sentence = useDomainSentence();
  return (
    <span className="doms" role="img" aria-label={sentence(marks)}>
      {marks.map(({ domain, state }) => (
        <i key={domain} className={lookOf(state)} />
      ))}
    </span>
  );
}

/** The bars with the name of each domain and when something was last entered. */
export function DomainBars({ marks }: { readonly marks: Marks }) {
  const { t } = useText();
  const yearOf = (date: Marks[number]['last']): string => date?.text.slice(0, 4) ?? '';
  const wordOf = ({ state, last, ahead, entries: count }: Marks[number]): string =>
    state === 'empty'
      ? t('ties.none_entered')
      : state === 'ahead'
        ? t('ties.domain_ahead', { year: yearOf(ahead), count })
        : t(`ties.domain_${state}`, { year: yearOf(last), count });
  return (
    <ul className="dombars">
      {marks.map(({ domain, state, ...mark }) => (
        <li key={domain} className={lookOf(state)}>
          <span className="bar-of" aria-hidden="true" />
          <span className="words">
            <b>{t(`cities.domain_${domain}`)}</b> <small>{wordOf({ domain, state, ...mark })}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
