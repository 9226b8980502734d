// What others said about us and nobody here has answered, by city, the oldest first, answered in place.
import { useState } from 'react';
import { useFormats, dayOf, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Button } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Note, Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { AnswerEntry, AnswerList } from '../../contract/answers.ts';
import { deskQueries } from '../client.ts';
import { AnsweredToday } from './answered-today.tsx';
import { Ask } from './ask.tsx';

/** /answers */
export function AnswersPage() {
  const { t } = useText();
  const office = useSession()?.offices[0];
  if (office === undefined) return <Title title={t('desk.answers_title')} />;
  return <OfficeAnswers officeId={office.id} kind={office.kind} />;
}

/** What is asked of an office: its first page, and what was answered since its day began. */
export function answersOf(officeId: string) {
  const today = dayOf(Date.now(), ownZone());
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return { officeId, today, since: midnight.toISOString() };
}

type Kind = 'city' | 'register' | 'organiser' | 'chamber' | 'company';

export function OfficeAnswers({ officeId, kind }: { readonly officeId: string; readonly kind: Kind }) {
  const { t } = useText();
  const formats = useFormats();
  const [asked] = useState(() => answersOf(officeId));
  const { entries, first, error, more, loadingMore } = usePages(deskQueries.listAnswers.infiniteOptions(paged({ ...asked, limit: 50 })));
  if (error !== null && first === undefined) throw error;
  if (first === undefined) return <Skeleton label={t('desk.answers_title')} lines={8} />;
  const { count, oldest } = first;
  return (
    <div className="tight">
      <Title
        title={t('desk.answers_title')}
        note={t(kind === 'city' || kind === 'register' ? 'desk.answers_note' : 'desk.answers_note_own')}
      />
      {count === 0 || oldest === null ? (
        <Empty heading={t('desk.nothing_to_answer')}>
          {t(kind === 'city' || kind === 'register' ? 'desk.nothing_to_answer_text' : 'desk.nothing_to_answer_own')}
        </Empty>
      ) : (
        <Sentence>{t('desk.answers_count', { count, day: formats.day(oldest.slice(0, 10)) })}</Sentence>
      )}
      <Groups list={first} entries={entries} />
      {more !== null && (
        <p className="more">
          <Button busy={loadingMore} onPress={more}>
            {t('design.more_count', { count: count - entries.length })}
          </Button>
        </p>
      )}
      {first.later.length > 0 && <PutOff list={first} />}
      <AnsweredToday list={first} />
      <div className="putoff">
        <Note>{t('desk.answers_foot')}</Note>
      </div>
    </div>
  );
}

/** Under each city, or whoever says it where there is none. */
function Groups({ list, entries }: { readonly list: AnswerList; readonly entries: readonly AnswerEntry[] }) {
  const { language } = useText();
  const groups = [...Map.groupBy(entries, ({ city, office }) => city?.id ?? office.id)];
  return groups.map(([id, of]) => {
    const [one] = of;
    return one === undefined ? null : (
      <Section key={`${id} ${language}`} title={<Named text={one.city?.name ?? one.office.name} quiet />} count={of.length}>
        <ul className="asks">
          {of.map((entry) => (
            <Ask key={entry.key} list={list} entry={entry} />
          ))}
        </ul>
      </Section>
    );
  });
}

/** What is put off, one press away; it can be answered there all the same. */
function PutOff({ list }: { readonly list: AnswerList }) {
  const { t } = useText();
  return (
    <details className="putoff">
      <summary>{t('desk.put_off_count', { count: list.later.length })}</summary>
      <ul className="asks">
        {list.later.map((entry) => (
          <Ask key={entry.key} list={list} entry={entry} />
        ))}
      </ul>
    </details>
  );
}
