// Statements of a tie that differ, under one word.
import { useText } from '#client/language.ts';
import type { ShownFirstShape } from '#modules/evidence/contract/shapes.ts';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';

export function SideBySide({ shown, codeName }: { readonly shown: ShownFirstShape; readonly codeName: (code: string) => string }) {
  const { t } = useText();
  return <StatementTable caption={t('reports.side_by_side')} shown={shown} codeName={codeName} />;
}
