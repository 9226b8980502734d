// One thing that waits for our answer: how long, who says it, what, what we hold, and the answers; what differs opens beneath.
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { Action } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Attention } from '#design/page.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { useCodeName } from '#modules/ties/ui/words.tsx';
import type { AnswerEntry, AnswerList } from '../../contract/answers.ts';
import { deskApi, deskQueries } from '../client.ts';
import { Four, type Choice } from './four.tsx';

/** After so many days somebody should have answered. */
const LONG = 14;

export interface Asking {
  readonly list: AnswerList;
  /** In the month what differs is told on the page of answers. */
  readonly isBrief?: boolean;
}

interface OursProps extends Pick<Extract<AnswerEntry, { kind: 'said' | 'stated' }>, 'ours' | 'isUnseen'> {
  readonly codeName: ReturnType<typeof useCodeName>;
}

type Telling = (close: () => void) => ReactNode;

interface AskLineProps extends Asking {
  readonly entry: AnswerEntry;
  /** What it is, for ears and in the month. */
  readonly name: string;
  readonly who: ReactNode;
  readonly said: ReactNode;
  readonly ours: ReactNode;
  readonly choices: readonly Choice[];
  /** What differs is told in it; `close` folds it up. */
  readonly form: Telling | null;
  /** How much of it is so is told in it, where that can be said. */
  readonly partForm?: Telling | undefined;
  readonly action: Pick<Action, 'busy' | 'trouble'>;
}

/** What we hold of what they say, and where it is said; `isUnseen`: they do not read it. */
export function Ours({ ours, isUnseen, codeName }: OursProps) {
  const { t } = useText();
  if (ours === null) return t('desk.nothing_held');
  return (
    <>
      {t('desk.held')}
      <Value value={ours.value} style="table" codeName={codeName} />
      {isUnseen ? t('desk.answer_unseen') : t('ties.comma')}
      {!isUnseen && <SourceName source={ours.source} />}
    </>
  );
}

/** The place of an entry on the page of answers. */
export const placeOf = ({ key }: Pick<AnswerEntry, 'key'>): string => key.replaceAll(' ', '.');

/** How long it has waited, and how often a letter has reminded. */
function Age({ list: { today, later }, entry, isBrief = false }: Asking & { readonly entry: AnswerEntry }) {
  const { t } = useText();
  const formats = useFormats();
  const days = formats.daysBetween(entry.at.slice(0, 10), today);
  const words = days < 1 ? t('desk.age_today') : t('desk.age_days', { count: days });
  const isOff = later.some(({ key }) => key === entry.key);
  return (
    <div className="age">
      {days > LONG && !isOff ? <Attention>{words}</Attention> : <span>{words}</span>}
      {!isBrief && entry.reminded > 0 && <small>{t('desk.reminded', { count: entry.reminded })}</small>}
    </div>
  );
}

export function AskLine({ entry, name, who, said, ours, choices, form, partForm, action, ...asking }: AskLineProps) {
  const { list, isBrief = false } = asking;
  const { t } = useText();
  const place = placeOf(entry);
  const isMeant = useRouterState({ select: ({ location }) => location.hash === place });
  const forms = { differs: form, in_part: partForm ?? null };
  const [open, setOpen] = useState<Form | null>(isMeant && !isBrief && form !== null ? 'differs' : null);
  // Folded up, a form keeps what was typed; only cancelling it, or sending, clears it.
  const [begun, setBegun] = useState<readonly Form[]>(open === null ? [] : [open]);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMeant && !isBrief) line.current?.scrollIntoView({ block: 'center' });
  }, [isMeant, isBrief]);
  const later = useLater(list, entry);
  const press = (key: Form) => () => {
    setOpen(open === key ? null : key);
    setBegun([...new Set([...begun, key])]);
  };
  const told = (key: Form): readonly Choice[] => {
    const choice: Choice = { key, text: t(`desk.${key}`) };
    if (forms[key] === null) return [];
    return [isBrief ? { ...choice, place } : { ...choice, isOpen: open === key, onPress: press(key) }];
  };
  const [first, ...rest] = choices;
  const all = [...(first === undefined ? [] : [first]), ...(isBrief ? [] : told('in_part')), ...told('differs'), ...rest, later.choice];
  return (
    <li ref={line} id={isBrief ? undefined : place} className={open === null ? undefined : 'open'}>
      <Age {...asking} entry={entry} />
      <div>
        {!isBrief && <p className="who">{who}</p>}
        <p className="said">
          {isBrief ? (
            <Link to="/answers" hash={place}>
              {name}
            </Link>
          ) : (
            said
          )}
        </p>
        {!isBrief && <p className="ours">{ours}</p>}
        <TroubleNotice trouble={action.trouble ?? later.trouble} />
        {list.mayEdit && isBrief && <Four choices={all} label={name} busy={action.busy || later.busy} />}
      </div>
      {list.mayEdit && !isBrief && <Four choices={all} label={name} busy={action.busy || later.busy} />}
      {begun.map((key) => (
        <div key={key} className="inplace" hidden={open !== key}>
          {forms[key]?.(() => {
            setOpen(null);
            setBegun(begun.filter((one) => one !== key));
          })}
        </div>
      ))}
    </li>
  );
}

type Form = 'differs' | 'in_part';

/** Puts it off for a month, or has it ask again now. */
function useLater({ office, later }: AnswerList, { key }: AnswerEntry) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(deskQueries.key());
  const isOff = later.some((one) => one.key === key);
  const put = (off: boolean) => deskApi.putOffAnswer({ officeId: office, subject: key, later: off });
  const onPress = () => keep(() => put(!isOff), { said: t(isOff ? 'desk.asks_again' : 'desk.was_put_off'), undo: () => put(isOff) });
  return { ...action, choice: { key: 'later', text: t(isOff ? 'desk.ask_again' : 'desk.put_off'), onPress } satisfies Choice };
}
