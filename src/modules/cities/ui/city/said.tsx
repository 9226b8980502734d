// What sources state of a city, attribute by attribute: side by side, why one is first, the history, and what one's office can do with it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { needWorkingTexts, useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { Section } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { OpenHistory } from '#modules/evidence/ui/open-history.tsx';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { City } from '../../contract.ts';
import { citiesQueries } from '../client.ts';

const SaidDialog = later(async () => {
  await needWorkingTexts();
  return import('./said-dialog.tsx');
}, 'SaidDialog');

/** The office that may enter something of a city: one of a city, or the register office. */
function useRecordingOffice(): string | null {
  const office = useSession()?.offices.find(({ kind, role }) => (kind === 'city' || kind === 'register') && role !== 'viewer');
  return office?.id ?? null;
}

export function CitySaid({ city }: { readonly city: City }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const office = useRecordingOffice();
  const [entering, setEntering] = useState<StatementShape | 'new' | null>(null);
  const { data } = useQuery(citiesQueries.getCitySaid.queryOptions({ input: { cityId: city.id } }));
  const entries = data?.entries ?? [];
  if (entries.length === 0 && office === null) return null;
  return (
    <Section title={t('cities.said_of')} aside={t('cities.said_of_note')} id="said">
      {entries.length === 0 && <p className="note">{t('cities.nothing_said_text')}</p>}
      {entries.map(({ attribute, shown }) => (
        <div key={attribute} className="spaced">
          <OpenHistory
            subject={{ kind: 'city', id: city.id }}
            attribute={attribute}
            caption={t(`cities.said_${attribute}`)}
            codeName={undefined}
            office={office}
            onChanged={() => queryClient.invalidateQueries({ queryKey: citiesQueries.key() })}
            onCorrect={setEntering}
          >
            <StatementTable caption={t(`cities.said_${attribute}`)} shown={shown} codeName={undefined} />
          </OpenHistory>
        </div>
      ))}
      {office !== null && (
        <>
          <Buttons after>
            <Button onPress={() => setEntering('new')}>{t('cities.enter_said')}</Button>
          </Buttons>
          {entering !== null && (
            <SaidDialog
              cityId={city.id}
              office={office}
              corrected={entering === 'new' ? null : entering}
              onClose={() => setEntering(null)}
            />
          )}
        </>
      )}
    </Section>
  );
}
