// /matching: how matches are made, for whoever wants to check it: the formula, what it is made of and under which licence, what it finds, how to run it.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Note, Section, Sentence, Title } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { foundOnPairs, licences, type FoundRow } from '../../domain/method.ts';
import './method.css';

const formula = 'H = 2·F·B / (F + B)\nH = Σ aᵢ · ∂H/∂aᵢ';
const example = `npm run match -- pairs.json --out result.json --top 20

{ "offers": [{ "id": "o1", "kind": "company", "lang": "en", "title": "Shore power", "text": "…" }],
  "needs":  [{ "id": "n1", "kind": "city", "lang": "zh-Hans", "title": "码头岸电", "text": "…" }] }`;

export function MethodPage() {
  const { t, language } = useText();
  const step = (key: 'words' | 'across' | 'vectors' | 'rare' | 'sides' | 'sum' | 'least'): ReactNode => (
    <li key={key}>{t(`matching.method_${key}`)}</li>
  );
  return (
    <div className="method">
      <Title title={t('matching.method_title')} note={t('matching.method_note')} />
      <Sentence>{t('matching.method_lead')}</Sentence>
      <Section title={t('matching.method_how')}>
        <ol>{(['words', 'across', 'vectors', 'rare', 'sides', 'sum', 'least'] as const).map(step)}</ol>
        <pre>{formula}</pre>
        <Note>{t('matching.method_formula')}</Note>
      </Section>
      <Section title={t('matching.method_found')} aside={t('matching.method_found_note')}>
        <DataTable
          caption={t('matching.method_found')}
          rows={foundOnPairs}
          rowKey={({ who, half }) => `${who} ${half}`}
          columns={[
            {
              key: 'who',
              head: t('matching.method_who'),
              naming: true,
              cell: ({ who, half }) => `${t(`matching.method_${who}`)}${writing[language].blank}${t(`matching.method_${half}`)}`,
            },
            ...(['first', 'across', 'rank', 'trap'] as const).map((figure) => ({
              key: figure,
              head: t(`matching.method_figure_${figure}`),
              end: true,
              cell: (row: FoundRow) => row[figure],
            })),
          ]}
        />
        <p>{t('matching.method_pairs')}</p>
        <p>{t('matching.method_remains')}</p>
      </Section>
      <Section title={t('matching.method_data')}>
        <DataTable
          caption={t('matching.method_data')}
          rows={licences}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'name',
              head: t('matching.method_name'),
              naming: true,
              cell: ({ name, address }) => (
                <a href={address} rel="noopener noreferrer" translate="no">
                  {name}
                </a>
              ),
            },
            { key: 'use', head: t('matching.method_use'), cell: ({ key }) => t(`matching.method_use_${key}`) },
            { key: 'licence', head: t('matching.method_licence'), cell: ({ licence }) => licence },
          ]}
        />
      </Section>
      <Section title={t('matching.method_run')}>
        <p>{t('matching.method_run_text')}</p>
        <pre>{example}</pre>
        <p>{t('matching.method_answer')}</p>
      </Section>
      <Section title={t('matching.method_bounds')}>
        <p>{t('matching.method_private')}</p>
        <p>{t('matching.method_people')}</p>
        <p>
          <Link to="/challenges">{t('cities.told_title')}</Link> · <Link to="/data">{t('reports.data_title')}</Link>
        </p>
      </Section>
    </div>
  );
}
