// One line of equal steps, days or years, with what stands on it: an overview, the lists below have the links.
import '#modules/ties/ui/ties.css';

export interface RulerStep {
  readonly key: string;
  readonly text: string;
  /** What stands there. */
  readonly names: readonly string[];
  readonly now?: boolean;
}

/** `years`: steps without anything on them keep only their mark where it is narrow. */
export function Ruler({
  label,
  steps,
  years = false,
}: {
  readonly label: string;
  readonly steps: readonly RulerStep[];
  readonly years?: boolean;
}) {
  let before = -9;
  let low = false;
  return (
    <ol className={years ? 'ruler years' : 'ruler'} aria-label={label}>
      {steps.map(({ key, text, names, now = false }, at) => {
        const on = names.length > 0;
        // Names of neighbours would touch: the second of them stands lower.
        low = on && at - before < 3 && !low;
        if (on) before = at;
        const className = [on ? 'on' : '', on && low ? 'low' : '', now ? 'now' : ''].filter(Boolean).join(' ');
        return (
          <li key={key} className={className === '' ? undefined : className} aria-current={now ? 'date' : undefined}>
            {now ? <b>{text}</b> : text}
            {on && <span className="names onlydesk">{names.slice(0, 2).join(' · ')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
