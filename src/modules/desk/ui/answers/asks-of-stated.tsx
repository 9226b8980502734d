// What others state of our city, our place at an edition, of outcomes, projects and lessons in which we have a word, each with its answers.
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { DateField, noDate } from '#design/fields/date-field.tsx';
import { Doubt } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { evidenceApi } from '#modules/evidence/ui/client.ts';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { noValue, ValueFields, valueOf } from '#modules/evidence/ui/value-fields.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import { unitOf } from '#modules/expos/domain/said-attributes.ts';
import type { StatedSubject } from '../../contract/answers.ts';
import { AskLine, Ours, type Asking } from './ask-line.tsx';
import { DiffersFrame } from './differs-frame.tsx';
import type { Choice } from './four.tsx';
import { formOf, sayOfStated, useStatedCode, useStatedName, type StatedEntry } from './stated-words.ts';

/** The page on which it stands. */
function ToStated({ about: { kind, id, of, slug }, children }: { readonly about: StatedSubject; readonly children: ReactNode }) {
  switch (kind) {
    case 'city':
      return (
        <Link to="/cities/$slug" params={{ slug }}>
          {children}
        </Link>
      );
    case 'lesson':
      return (
        <Link to="/cities/$slug" params={{ slug }} hash="lessons">
          {children}
        </Link>
      );
    case 'edition':
    case 'participation':
      return (
        <Link to="/editions/$slug" params={{ slug }}>
          {children}
        </Link>
      );
    case 'outcome':
    case 'milestone':
    case 'indicator':
      return (
        <Link to="/outcomes/$id" params={{ id: kind === 'outcome' ? id : of }}>
          {children}
        </Link>
      );
  }
}

export function StatedAsk({ entry, ...asking }: Asking & { readonly entry: StatedEntry }) {
  const { t } = useText();
  const naming = useNaming();
  const codeName = useStatedCode(entry.about);
  const { office } = asking.list;
  const { keep, ...action } = useKeeping();
  const { about, title, theirs, ours, isUnseen, saidBy } = entry;
  const of = useStatedName()(about);
  const say = (value: StatedEntry['theirs']['value']) => keep(() => sayOfStated(entry, office, value), { said: t('desk.answer_sent') });
  const reveal = () =>
    ours !== null &&
    keep(
      () =>
        evidenceApi.setStatementAudience(
          { statementId: ours.id, visibility: 'shared', sharedWith: [entry.office.id] },
          { context: { ifMatch: ours.version } },
        ),
      { said: t('desk.answer_sent') },
    );
  const choices: readonly Choice[] = [
    { key: 'agree', text: t('desk.as_they_say'), onPress: () => say(theirs.value) },
    ...(isUnseen ? [{ key: 'show', text: t('ties.show_our_answer'), onPress: reveal }] : []),
    { key: 'not_known', text: t('desk.not_known'), onPress: () => say({ type: 'unknown', reason: 'cannot_say' }) },
  ];
  const what = `${naming(title)}${t('ties.comma')}${of}`;
  const name = t('desk.named_of', { who: naming(entry.city?.name ?? entry.office.name), what });
  return (
    <AskLine
      {...{ entry, name, choices, action, ...asking }}
      who={
        <>
          <Named text={entry.office.name} quiet />
          {t('ties.comma')}
          {saidBy === null ? t('desk.kind_said') : <AsWritten text={saidBy} />}
          {t('ties.comma')}
          <SourceName source={theirs.source} />
        </>
      }
      said={
        <ToStated about={about}>
          <Named text={title} quiet />
          {t('ties.comma')}
          {of}
          {t('ties.colon')}
          <b>
            <Value value={theirs.value} style="table" codeName={codeName} />
          </b>
        </ToStated>
      }
      ours={<Ours {...{ ours, isUnseen, codeName }} />}
      form={(close) => <DiffersStated entry={entry} office={office} name={name} onClose={close} />}
    />
  );
}

interface DiffersStatedProps {
  readonly entry: StatedEntry;
  readonly office: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** What it is instead, in the form in which it is said. */
function DiffersStated({ entry, office, name, onClose }: DiffersStatedProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const codeName = useStatedCode(entry.about);
  const label = useStatedName()(entry.about);
  const { value: theirs } = entry.theirs;
  const form = formOf(entry.about, theirs);
  const [draft, setDraft] = useState({ ...noValue, currency: theirs.type === 'money' ? theirs.currency : '' });
  const [code, setCode] = useState('');
  const [day, setDay] = useState(noDate);
  const told = (): StatedEntry['theirs']['value'] | null => {
    if (form.of === 'date') return day.date === null ? null : { type: 'date', date: day.date };
    if (form.of === 'code') return code === '' ? null : { type: 'code', code, ...(day.date === null ? {} : { since: day.date }) };
    const basis = 'basis' in theirs && theirs.basis !== undefined ? theirs.basis : '';
    return valueOf(form.form, draft.basis === '' ? { ...draft, basis } : draft);
  };
  const send = (): Promise<boolean> => {
    const value = told();
    return value === null ? Promise.resolve(false) : keep(() => sayOfStated(entry, office, value), { said: t('desk.answer_sent') });
  };
  return (
    <DiffersFrame label={name} action={action} onSend={send} onClose={onClose}>
      {form.of === 'code' && (
        <>
          <ChoiceField
            name="entries.0.value.code"
            label={label}
            value={code}
            options={form.codes
              .filter((one) => theirs.type !== 'code' || one !== theirs.code)
              .map((one) => ({ value: one, text: codeName(one) }))}
            onChange={setCode}
          />
          <Doubt name="entries.0.value.code" message={code === '' ? t('desk.differing_needed') : undefined} />
          <DateField name="entries.0.value.since" label={t('desk.stated_since')} optional value={day} onChange={setDay} />
        </>
      )}
      {form.of === 'date' && (
        <>
          <Doubt name="entries.0.value.date" message={day.date === null ? t('desk.differing_needed') : undefined} />
          <DateField name="entries.0.value.date" label={label} value={day} onChange={setDay} />
        </>
      )}
      {form.of === 'value' && (
        <ValueFields
          draft={draft}
          form={form.form}
          unit={unitOf[entry.about.attribute]}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
      )}
    </DiffersFrame>
  );
}
