// Who could not be told of the schedule: to be rung up or handed their agenda on paper, each marked as told.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Section } from '#design/page.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { AgendaLink } from '../edition/links.tsx';
import { Named, useName } from '../edition/names.tsx';
import { Reach } from '../edition/reach.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

/** As many more are drawn at a time. */
const STEP = 6;

export function Untold({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const name = useName();
  const toast = useToast();
  const trouble = useToldTrouble();
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...meetingsQueries.listUntold.queryOptions({ input: { editionId: edition.id } }), retry: false });
  const [shown, setShown] = useState(STEP);
  const entries = data?.entries ?? [];
  if (entries.length === 0) return null;
  const put = (participantIds: string[], told: boolean) =>
    meetingsApi
      .markTold({ editionId: edition.id, participantIds, told })
      .finally(() => void queryClient.invalidateQueries({ queryKey: meetingsQueries.key() }));
  const mark = async (of: typeof entries) => {
    const ids = of.map(({ participant }) => participant.id);
    try {
      await put(ids, true);
      toast({ text: t('meetings.untold_marked', { count: ids.length }), undo: () => put(ids, false) });
    } catch (error) {
      trouble(error);
    }
  };
  return (
    <Section title={t('meetings.untold')} id="untold" count={entries.length} aside={t('meetings.untold_note')}>
      <ul className="rows ends">
        {entries.slice(0, shown).map((entry) => {
          const { participant, release, inForce } = entry;
          return (
            <li key={participant.id}>
              <div className="what">
                <AgendaLink slug={edition.slug} code={participant.code}>
                  {participant.code} <Named name={participant.name} />
                </AgendaLink>
                <small>{t(release === inForce ? 'meetings.untold_of' : 'meetings.untold_of_earlier', { number: release, inForce })}</small>
                <Reach editionId={edition.id} participantId={participant.id} />
              </div>
              <span>
                {edition.mayEdit && (
                  <Button aria-label={`${t('meetings.untold_done')}: ${name(participant.name)}`} onPress={() => mark([entry])}>
                    {t('meetings.untold_done')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Buttons>
        {entries.length > shown && (
          <Button kind="text" onPress={() => setShown(shown + 5 * STEP)}>
            {t('meetings.untold_more', { count: Math.min(5 * STEP, entries.length - shown) })}
          </Button>
        )}
        {edition.mayEdit && entries.length > 1 && (
          <Button kind="text" onPress={() => mark(entries)}>
            {t('meetings.untold_all_done', { count: entries.length })}
          </Button>
        )}
        <ButtonLink kind="text" to="/editions/$slug/setup/letters" params={{ slug: edition.slug }}>
          {t('meetings.untold_invite')}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}
