// What sources say of two editions, line by line: joined by a line only where both count the same.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Section } from '#design/page.tsx';
import type { ShownFirstShape } from '#modules/evidence/contract/shapes.ts';
import { Said } from '#modules/evidence/ui/said.tsx';
import type { Comparison } from '../../contract/compare.ts';
import { changeSentence, isTold } from '../../domain/compare.ts';
import { useHeads } from './heads.ts';

type Line = Comparison['said'][number];

export function SaidTable({ of }: { readonly of: Comparison }) {
  const { t } = useText();
  const [was, is] = useHeads(of);
  const { true: alone = [], false: both = [] } = Object.groupBy(of.said, ({ earlier, later }) =>
    earlier === null || later === null ? 'true' : 'false',
  );
  const what = {
    key: 'what',
    head: t('expos.said_what'),
    naming: true,
    cell: ({ attribute }: Line) => t(`expos.said_${attribute}`),
  };
  return (
    <Section title={t('expos.compare_said')} aside={t('expos.compare_said_note')}>
      {both.length > 0 && (
        <DataTable
          caption={t('expos.compare_said')}
          rows={both}
          rowKey={({ attribute }) => attribute}
          columns={[
            what,
            { key: 'was', head: was, cell: ({ earlier }) => <Views shown={earlier} /> },
            { key: 'line', head: t('expos.compare_line'), silent: true, cell: (line) => <Slope line={line} /> },
            { key: 'is', head: is, cell: ({ later }) => <Views shown={later} /> },
            { key: 'change', head: t('expos.change'), cell: ({ change }) => <Difference change={change} /> },
          ]}
        />
      )}
      {alone.length > 0 && (
        <details className="after">
          <summary>{t('expos.said_of_one', { count: alone.length })}</summary>
          <DataTable
            caption={t('expos.said_of_one', { count: alone.length })}
            rows={alone}
            rowKey={({ attribute }) => attribute}
            columns={[
              what,
              { key: 'edition', head: t('expos.edition'), cell: ({ earlier }) => (earlier === null ? is : was) },
              { key: 'value', head: t('expos.said_value'), cell: ({ earlier, later }) => <Views shown={earlier ?? later} /> },
            ]}
          />
        </details>
      )}
    </Section>
  );
}

/** The first view of an edition's figure and the others; an opinion or a forecast where nothing else is said. Each opens to its source. */
export function Views({ shown }: { readonly shown: ShownFirstShape | null }): ReactNode {
  const { t } = useText();
  if (shown === null) return <Unknown>{t('expos.not_stated')}</Unknown>;
  const { first, differing, apart } = shown;
  return (
    <>
      {first === null ? null : <Said statement={first} />}
      {differing.map((statement) => (
        <div key={statement.id} className="differs">
          <Said statement={statement} />
        </div>
      ))}
      {apart.map((statement) => (
        <div key={statement.id} className="note">
          {t(`evidence.kind_${statement.kind}`)} <Said statement={statement} />
        </div>
      ))}
    </>
  );
}

/** A change in words, never more than both figures say. */
export function Difference({ change }: { readonly change: Line['change'] }) {
  const { t } = useText();
  const formats = useFormats();
  const { code, percent } = changeSentence(change, formats.percent);
  if (isTold(change)) return t(code, { percent });
  return (
    <div className="wraps">
      <Unknown>{t(code, { percent })}</Unknown>
    </div>
  );
}

const figureOf = (shown: ShownFirstShape | null): number => {
  const value = shown?.first?.value;
  return value?.type === 'count' ? Number(value.count) : value?.type === 'money' ? Number(value.amount) : 0;
};

/** Two dots on one scale from nought; a line only where they count alike, dashed where one is a bound. */
function Slope({ line: { earlier, later, change } }: { readonly line: Line }) {
  if (change.relation === 'missing' || change.relation === 'words') return null;
  const [was, is] = [figureOf(earlier), figureOf(later)];
  const most = Math.max(was, is);
  const joined = change.relation === 'alike' || change.relation === 'bound';
  const y = (figure: number): number => (joined && most > 0 ? 24 - (figure / most) * 20 : 14);
  return (
    <svg
      className={change.relation === 'bound' || change.qualifier === 'about' ? 'slope dash' : 'slope'}
      viewBox="0 0 120 28"
      aria-hidden="true"
    >
      {joined && <path d={`M4 ${y(was)}L116 ${y(is)}`} />}
      <circle cx={4} cy={y(was)} r={3} />
      <circle cx={116} cy={y(is)} r={3} />
    </svg>
  );
}
