// The two or three that wait longest, with their answers in place, and the way to all of them.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Note, Section } from '#design/page.tsx';
import type { AnswerList } from '../../contract/answers.ts';
import { deskQueries } from '../client.ts';
import { answersOf } from './answers-page.tsx';
import { Ask } from './ask.tsx';
import './answers.css';

const FEW = 2;

const useAsked = (officeId: string) => {
  const [input] = useState(() => ({ ...answersOf(officeId), limit: 200 }));
  return deskQueries.listAnswers.queryOptions({ input });
};

/** In the month of a desk. */
export function TwoAnswers({ officeId }: { readonly officeId: string }) {
  const list = useRead(useAsked(officeId));
  return list === undefined ? null : <Oldest list={list} />;
}

/** Above the first screen of a chamber or a company, where something waits; without a network that screen stands all the same. */
export function AnswersAhead({ officeId }: { readonly officeId: string }) {
  const { data: list } = useQuery(useAsked(officeId));
  return list === undefined || list.count === 0 ? null : <Oldest list={list} />;
}

function Oldest({ list }: { readonly list: AnswerList }) {
  const { t } = useText();
  // One more takes no more room than the line that would lead to it.
  const isCut = list.count > FEW + 1;
  const oldest = list.entries.toSorted((x, y) => (x.at < y.at ? -1 : 1)).slice(0, isCut ? FEW : FEW + 1);
  const all = list.count > FEW || list.later.length > 0 || list.answered.length > 0;
  return (
    <Section
      title={t('desk.unanswered')}
      count={list.count}
      {...(all ? { aside: <Link to="/answers">{t('desk.all_answers')}</Link> } : {})}
    >
      {oldest.length === 0 ? (
        <Note>{t('desk.nothing_unanswered')}</Note>
      ) : (
        <ul className="asks monthasks">
          {oldest.map((entry) => (
            <Ask key={entry.key} list={list} entry={entry} isBrief />
          ))}
        </ul>
      )}
      {isCut && (
        <p className="more">
          <Link to="/answers">{t('desk.answers_more', { count: list.count - FEW })}</Link>
        </p>
      )}
    </Section>
  );
}
