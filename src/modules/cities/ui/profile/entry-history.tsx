// Everything that was done with an entry, the last first; two of its texts side by side; an earlier one taken up again.
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TextAction } from '#design/button.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { AsWritten } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { languages } from '#kernel/language.ts';
import type { EntryStep, ProfileEntry } from '../../contract/profile.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import { citiesApi, citiesQueries } from '../client.ts';

interface HistoryProps {
  readonly entry: ProfileEntry;
  readonly mayEdit: boolean;
}

export function EntryHistory({ entry, mayEdit }: HistoryProps) {
  const { t } = useText();
  const data = useRead(citiesQueries.listEntryHistory.queryOptions({ input: { entryId: entry.id }, staleTime: 0 }));
  return (
    <Section title={t('cities.history')} aside={t('cities.history_note')}>
      {data === undefined ? <Skeleton lines={4} /> : <Steps entry={entry} mayEdit={mayEdit} steps={data.entries} />}
      {data !== undefined && <Comparison steps={data.entries} />}
    </Section>
  );
}

function Steps({ entry, mayEdit, steps }: HistoryProps & { readonly steps: readonly EntryStep[] }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, trouble } = useKeeping(citiesQueries.key());
  const nameOf = ({ by }: EntryStep): string => {
    if (by === null) return t('cities.somebody');
    return by.isReader ? t('cities.you_did') : (by.name ?? t('cities.left_office'));
  };
  const takeUp = (textVersion: number) =>
    void keep(() => citiesApi.restoreProfileEntry({ entryId: entry.id, textVersion }, { context: { ifMatch: entry.version } }), {
      said: t('cities.taken_up_again', { number: textVersion }),
    });
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <Rows
        wide
        label={t('cities.history')}
        entries={steps.map((step) => {
          const { id, step: kind, textVersion: number, fromVersion, note, content, at } = step;
          return {
            key: id,
            when: formats.entryDay(at),
            what: t(`cities.step_${kind}`, { name: nameOf(step), number, from: fromVersion ?? 0 }),
            ...(note === null ? {} : { detail: <AsWritten text={note} /> }),
            ...(content !== null && mayEdit && number !== entry.textVersion
              ? { end: <TextAction onPress={() => takeUp(number)}>{t('cities.take_up_again')}</TextAction> }
              : {}),
          };
        })}
      />
    </>
  );
}

type Content = NonNullable<EntryStep['content']>;

/** Two texts are chosen, at first the last two. */
function Comparison({ steps }: { readonly steps: readonly EntryStep[] }) {
  const { t } = useText();
  const texts = steps.flatMap(({ content, textVersion }) => (content === null ? [] : [{ content, number: textVersion }]));
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const [last, before] = texts;
  if (last === undefined || before === undefined) return null;
  const from = texts.find(({ number }) => String(number) === chosen.from) ?? before;
  const to = texts.find(({ number }) => String(number) === chosen.to) ?? last;
  const options = texts.map(({ number }) => ({ value: String(number), text: t('cities.text_numbered', { number }) }));
  return (
    <details className="after">
      <summary>{t('cities.compare')}</summary>
      <Fields>
        <SelectField
          name="compare-from"
          label={t('cities.compare_from')}
          value={String(from.number)}
          options={options}
          onChange={(value) => setChosen({ ...chosen, from: value })}
        />
        <SelectField
          name="compare-to"
          label={t('cities.compare_to')}
          value={String(to.number)}
          options={options}
          onChange={(value) => setChosen({ ...chosen, to: value })}
        />
      </Fields>
      <Differences from={from.content} to={to.content} />
    </details>
  );
}

/** What else of a text can change, besides its words. */
function useOtherFacts(from: Content, to: Content): readonly string[] {
  const { t } = useText();
  const differs = (key: 'kind' | 'domain' | 'goals' | 'extent' | 'sought' | 'source' | 'saidBy') =>
    JSON.stringify(from[key]) !== JSON.stringify(to[key]);
  return [
    ...(differs('kind') ? [t('cities.entry_kind')] : []),
    ...(differs('domain') ? [t('cities.domain')] : []),
    ...(differs('goals') ? [t('cities.goals')] : []),
    ...(differs('extent') ? [t('cities.extent')] : []),
    ...(differs('sought') ? [t('cities.sought')] : []),
    ...(differs('source') ? [t('evidence.source')] : []),
    ...(differs('saidBy') ? [t('evidence.said_by_whom')] : []),
  ];
}

function Differences({ from, to }: { readonly from: Content; readonly to: Content }) {
  const { t } = useText();
  const formats = useFormats();
  const facts = useOtherFacts(from, to);
  const fields = (['title', 'body'] as const).flatMap((field) => {
    const tags = [...new Set([...languages, ...Object.keys(from[field]), ...Object.keys(to[field])])];
    return tags.flatMap((tag) => {
      const [was, is] = [from[field][tag]?.text ?? '', to[field][tag]?.text ?? ''];
      return was === is ? [] : [{ field, tag, was, is }];
    });
  });
  if (fields.length === 0 && facts.length === 0) return <p className="note">{t('cities.no_difference')}</p>;
  return (
    <>
      {fields.map(({ field, tag, was, is }) => (
        <div key={`${field} ${tag}`} className="spaced">
          <p className="note">{t(`cities.${field}_in`, { language: formats.languageName(tag) })}</p>
          <p className="read compared" lang={tag}>
            {compareTexts(was, is).map(({ kind, text }, at) =>
              kind === 'same' ? text : kind === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>,
            )}
          </p>
        </div>
      ))}
      {facts.length > 0 && <p className="note">{t('cities.other_facts', { facts: formats.list(facts) })}</p>}
    </>
  );
}
