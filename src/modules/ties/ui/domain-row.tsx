// The eleven domains of a tie: small as one mark in a grid, large as bars with their names.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { DomainMark } from '../contract/shapes.ts';
import './ties.css';

type Marks = readonly DomainMark[];

/** Bars by their look; an empty domain is only the water line, and what has no date is drawn as what is quiet. */
export const lookOf = (state: Marks[number]['state']): string => (state === 'empty' ? 'bare' : state === 'undated' ? 'quiet' : state);

/** Which are alive and which quiet, in words. */
export function useDomainSentence(): (marks: Marks) => string {
  const { t } = useText();
  const formats = useFormats();
  return (marks) => {
    const named = (state: Marks[number]['state']): string => {
      const names = marks.filter((mark) => mark.state === state).map(({ domain }) => t(`cities.domain_${domain}`));
      return names.length === 0 ? t('ties.none') : formats.list(names);
    };
    const undated = marks.some(({ state }) => state === 'undated') ? ` ${t('ties.domains_undated', { undated: named('undated') })}` : '';
    return `${t('ties.domains_said', { alive: named('alive'), quiet: named('quiet') })}${undated}`;
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
  const wordOf = ({ state, last, entries: count }: Marks[number]): string => {
    if (state === 'undated') return t('ties.domain_undated', { count });
    if (last === null) return t('ties.none_entered');
    const year = last.text.slice(0, 4);
    // What is agreed for a year to come has not happened.
    if (Number(year) > new Date().getFullYear()) return t('ties.domain_ahead', { year, count });
    return t(`ties.domain_${state === 'alive' ? 'alive' : 'quiet'}`, { year, count });
  };
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
