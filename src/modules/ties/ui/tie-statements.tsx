// What is said of the tie, attribute by attribute: all statements side by side, why one is first, and what can be done with them.
import { later } from '#design/notices/later.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Landing } from '#design/landing.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { OpenHistory } from '#modules/evidence/ui/open-history.tsx';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import type { Tie } from '../contract/shapes.ts';
import { tieAttributes, type TieAttribute } from '../domain/attributes.ts';
import { useAttributeName, useCodeName } from './words.tsx';

const SilentAttributes = later(() => import('./silent-attributes.tsx'), 'SilentAttributes');
const StatementDialog = later(() => import('./statement-dialog.tsx'), 'StatementDialog');

const AnswerOf = later(() => import('./answer-of.tsx'), 'AnswerOf');

/** What is corrected, or of which attribute something new is said. */
interface Entering {
  readonly corrected?: StatementShape;
  readonly attribute?: TieAttribute;
}

export function TieStatements({ tie, office }: { readonly tie: Tie; readonly office: string | null }) {
  const { t } = useText();
  const codeName = useCodeName(tie.classes);
  const attributeName = useAttributeName();
  const queryClient = useQueryClient();
  const [entering, setEntering] = useState<Entering | null>(null);
  const silent = tieAttributes.filter((attribute) => !tie.shown.some((known) => known.attribute === attribute));
  const history = {
    subject: { kind: 'tie' as const, id: tie.id },
    codeName,
    office,
    onChanged: () => queryClient.invalidateQueries(),
    onCorrect: (corrected: StatementShape) => setEntering({ corrected }),
  };
  return (
    <Section title={t('ties.what_is_said')} aside={t('ties.side_by_side')} id="said">
      {tie.shown.length === 0 && <Empty heading={t('ties.nothing_said')}>{t('ties.nothing_said_text')}</Empty>}
      {tie.shown.map(({ attribute, shown }) => (
        <Landing key={attribute} id={`said-${attribute}`} className="spaced">
          {office !== null && <AnswerOf tie={tie} office={office} attribute={attribute} onDiffer={() => setEntering({ attribute })} />}
          <OpenHistory {...history} attribute={attribute} caption={attributeName(attribute, tie.cities)}>
            <StatementTable caption={attributeName(attribute, tie.cities)} shown={shown} codeName={codeName} />
          </OpenHistory>
        </Landing>
      ))}
      {office !== null && (
        <>
          {silent.length > 0 && <SilentAttributes {...history} attributes={silent} cities={tie.cities} />}
          <Buttons after>
            <Button onPress={() => setEntering({})}>{t('ties.enter_statement')}</Button>
          </Buttons>
          {entering !== null && (
            <StatementDialog
              tie={tie}
              office={office}
              corrected={entering.corrected ?? null}
              about={entering.attribute}
              onClose={() => setEntering(null)}
            />
          )}
        </>
      )}
    </Section>
  );
}
