// What looks like an entry made before it: said to those who can put it right.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import type { ReportEntry, TieReport } from '../contract.ts';

type Outcome = Extract<ReportEntry, { kind: 'outcome' }>['outcome'];

export function MayBeSame({ outcome, report }: { readonly outcome: Outcome; readonly report: TieReport }) {
  const { t } = useText();
  const naming = useNaming();
  const counted = report.alike.find(({ again }) => again === outcome.id)?.counted;
  const before = report.entries.find((entry) => entry.kind === 'outcome' && entry.outcome.id === counted);
  if (before?.kind !== 'outcome') return null;
  return (
    <p className="attention noprint">
      <Link to="/outcomes/$id" params={{ id: before.outcome.id }}>
        {t('reports.may_be_same', { title: naming(before.outcome.title) })}
      </Link>
    </p>
  );
}
