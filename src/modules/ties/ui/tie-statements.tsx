// What is said of the tie, attribute by attribute: all statements side by side, why one is first, and what can be done with them.
import { later } from '#design/later.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Empty } from '#design/notice.tsx';
import { Section } from '#design/page.tsx';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { Tie } from '../contract/shapes.ts';
import { isStatus } from '../domain/attributes.ts';
import { useClassName } from './words.tsx';

const History = later(() => import('#modules/evidence/ui/history.tsx'), 'History');
const StatementDialog = later(() => import('./statement-dialog.tsx'), 'StatementDialog');

type Attribute = Tie['shown'][number]['attribute'];

/** Codes of classes and states in words. */
export function useCodeName(tie: Tie): (code: string) => string {
  const { t } = useText();
  const nameOf = useClassName(tie.classes);
  return (code) => (isStatus(code) ? t(`ties.status_${code}`) : nameOf(code));
}

export function TieStatements({ tie, office }: { readonly tie: Tie; readonly office: string | null }) {
  const { t } = useText();
  const codeName = useCodeName(tie);
  const [entering, setEntering] = useState(false);
  return (
    <Section title={t('ties.what_is_said')} aside={t('ties.side_by_side')} id="said">
      {tie.shown.length === 0 && <Empty heading={t('ties.nothing_said')}>{t('ties.nothing_said_text')}</Empty>}
      {tie.shown.map(({ attribute, shown }) => (
        <div key={attribute} className="spaced">
          <StatementTable caption={t(`ties.attribute_${attribute}`)} shown={shown} codeName={codeName} />
          <OpenHistory tie={tie} attribute={attribute} office={office} />
        </div>
      ))}
      {office !== null && (
        <Buttons after>
          <Button onPress={() => setEntering(true)}>{t('ties.enter_statement')}</Button>
        </Buttons>
      )}
      {entering && office !== null && <StatementDialog tie={tie} office={office} onClose={() => setEntering(false)} />}
    </Section>
  );
}

function OpenHistory({ tie, attribute, office }: { readonly tie: Tie; readonly attribute: Attribute; readonly office: string | null }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const codeName = useCodeName(tie);
  const [open, setOpen] = useState(false);
  return (
    <details className="noprint" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ties.history')}</summary>
      {open && (
        <History
          subject={{ kind: 'tie', id: tie.id }}
          attribute={attribute}
          caption={t(`ties.attribute_${attribute}`)}
          codeName={codeName}
          office={office}
          onChanged={() => queryClient.invalidateQueries({ queryKey: queries().ties.key() })}
        />
      )}
    </details>
  );
}
