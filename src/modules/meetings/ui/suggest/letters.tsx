// Suggestions to everybody by one press: who gets a letter, how and in which language, who does not and why, what it says; then writing, and taking back.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Sentence } from '#design/page.tsx';
import { languages, writing } from '#kernel/language.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { Party, useName } from '../edition/names.tsx';
import '#modules/expos/ui/letters/letters.css';

type Preview = Awaited<ReturnType<(typeof meetingsApi)['previewSuggestionLetters']>>;

/** While letters leave, the figures are read anew. */
const refreshEvery = 5000;

interface LettersProps {
  readonly edition: Edition;
}

export function SuggestionLetters({ edition }: LettersProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('meetings.tell_title')} aside={t('meetings.tell_note')} id="letters">
      {isOpen ? (
        <Opened edition={edition} />
      ) : (
        <>
          <p>{t('meetings.tell_text')}</p>
          <Buttons>
            <Button onPress={() => setOpen(true)}>{t('meetings.tell_preview')}</Button>
          </Buttons>
        </>
      )}
    </Section>
  );
}

function Opened({ edition }: LettersProps) {
  const { t } = useText();
  const [toId, setTo] = useState<string | undefined>(undefined);
  const { data, error } = useQuery({
    ...meetingsQueries.previewSuggestionLetters.queryOptions({ input: { editionId: edition.id, toId } }),
    placeholderData: (before) => before,
    refetchInterval: (query) => ((query.state.data?.letters.waiting ?? 0) > 0 ? refreshEvery : false),
  });
  if (error !== null && data === undefined) throw error;
  if (data === undefined) return <Skeleton label={t('meetings.suggest_working')} lines={6} />;
  if (!data.isOn) return <p className="muted">{t('meetings.balance_off')}</p>;
  return (
    <>
      <Going edition={edition} data={data} />
      <Sentence>{t('meetings.tell_lead', { due: data.due, total: data.total })}</Sentence>
      {data.isClosed && <Notice kind="plain">{t('meetings.tell_closed')}</Notice>}
      {!data.leaves && <Notice kind="plain">{t('meetings.tell_leave_not')}</Notice>}
      {data.sample !== null && <Sample sample={data.sample} onNext={setTo} />}
      <Sending key={data.due} edition={edition} data={data} />
      {data.due > 0 && <Who data={data} />}
      {data.reasons.length > 0 && <LeftOut data={data} />}
    </>
  );
}

/** What was written before, and what of it can still be stopped. */
function Going({ edition, data: { letters, leaves } }: LettersProps & { readonly data: Preview }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const { waiting, sent, refused, lastAt } = letters;
  if (lastAt === null) return null;
  const counts = t('meetings.tell_gone', { sent, waiting, refused, at: formats.date(lastAt, edition.timeZone) });
  if (waiting === 0) return <Note>{counts}</Note>;
  const stop = () =>
    void keep(() => meetingsApi.stopSuggestionLetters({ editionId: edition.id }), {
      said: ({ stopped }) => t('meetings.tell_stopped', { stopped, gone: Math.max(0, waiting - stopped) }),
    });
  return (
    <Notice
      live
      heading={t(leaves ? 'meetings.tell_leaving' : 'meetings.tell_kept', { count: waiting })}
      actions={
        <Button busy={action.busy} onPress={stop}>
          {t('meetings.tell_stop')}
        </Button>
      }
    >
      {action.trouble === null ? counts : action.trouble.message}
    </Notice>
  );
}

interface SampleProps {
  readonly sample: NonNullable<Preview['sample']>;
  readonly onNext: (toId: string) => void;
}

function Sample({ sample, onNext }: SampleProps) {
  const { t } = useText();
  const { next, participant, channel, language, texts } = sample;
  return (
    <>
      <Note>
        <Party of={participant} /> · {t(`meetings.tell_by_${channel}`)}
      </Note>
      <div className="lettertexts">
        {languages
          .toSorted((a) => (a === language ? -1 : 0))
          .map((each) => (
            <div key={each} lang={each}>
              <b>{texts[each]?.subject}</b>
              <p>{texts[each]?.body}</p>
            </div>
          ))}
      </div>
      {next !== null && (
        <Button kind="text" onPress={() => onNext(next)}>
          {t('meetings.tell_next')}
        </Button>
      )}
    </>
  );
}

function Sending({ edition, data }: LettersProps & { readonly data: Preview }) {
  const { t, language } = useText();
  const [asking, setAsking] = useState(false);
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const count = data.due;
  if (count === 0) return <p className="muted">{t('meetings.tell_nobody')}</p>;
  const send = () =>
    void keep((context) => meetingsApi.sendSuggestionLetters({ editionId: edition.id }, { context }), {
      said: ({ written }) => t('meetings.tell_written', { count: written }),
      after: () => setAsking(false),
    });
  const { enumeration } = writing[language];
  const ways = data.channels.map(({ key, count: by }) => t(`meetings.tell_count_${key}`, { count: by })).join(enumeration);
  const first = data.languages.map(({ key, count: by }) => t('meetings.tell_count_language', { language: writing[key].name, count: by }));
  return (
    <>
      <Buttons>
        <Button kind="go" onPress={() => setAsking(true)}>
          {t('meetings.tell_send', { count })}
        </Button>
        <span className="muted">{t('meetings.tell_how', { ways, languages: first.join(enumeration) })}</span>
      </Buttons>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('meetings.tell_send', { count })}
        confirmText={t('meetings.tell_send', { count })}
        busy={action.busy}
        onConfirm={send}
      >
        <p>{t('meetings.tell_confirm', { count })}</p>
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
    </>
  );
}

function Who({ data }: { readonly data: Preview }) {
  const { t } = useText();
  const more = data.due - data.entries.length;
  return (
    <details>
      <summary>{t('meetings.tell_who', { count: data.due })}</summary>
      <DataTable
        caption={t('meetings.tell_who', { count: data.due })}
        rows={data.entries}
        rowKey={({ participant }) => participant.id}
        columns={[
          { key: 'who', head: t('meetings.balance_who'), naming: true, cell: ({ participant }) => <Party of={participant} /> },
          { key: 'names', head: t('meetings.tell_names'), end: true, cell: ({ suggestions }) => suggestions },
          {
            key: 'way',
            head: t('meetings.tell_way'),
            cell: ({ channel, people }) =>
              people > 0 ? t('meetings.tell_by_account', { count: people }) : t(`meetings.tell_by_${channel}`),
          },
          { key: 'language', head: t('meetings.tell_language'), cell: ({ language }) => writing[language].name },
        ]}
      />
      {more > 0 && <Note>{t('meetings.tell_more', { count: more })}</Note>}
    </details>
  );
}

/** Of each cause so many by name. */
const mostNamed = 40;

function LeftOut({ data }: { readonly data: Preview }) {
  const { t } = useText();
  const name = useName();
  const count = data.total - data.due;
  return (
    <details>
      <summary>{t('meetings.tell_left', { count })}</summary>
      <DataTable
        caption={t('meetings.tell_left', { count })}
        rows={data.reasons}
        rowKey={({ key }) => key}
        columns={[
          { key: 'why', head: t('meetings.balance_why'), naming: true, cell: ({ key }) => t(`meetings.tell_why_${key}`) },
          { key: 'count', head: t('meetings.tell_count'), end: true, cell: (row) => row.count },
          {
            key: 'who',
            head: t('meetings.balance_who'),
            cell: ({ key, count: all }) => {
              const named = data.leftOut.filter(({ why }) => why === key).slice(0, mostNamed);
              const more = all - named.length;
              return (
                <small>
                  {named.map(({ participant }) => `${participant.code} ${name(participant.name)}`).join(' · ')}
                  {more > 0 && <> · {t('meetings.tell_more', { count: more })}</>}
                </small>
              );
            },
          },
        ]}
      />
    </details>
  );
}
