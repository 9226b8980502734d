// What whoever helps at an edition, or looks on, begins with.
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Sentence } from '#design/page.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';

const stewards = ['check-in', 'day', 'schedule'] as const;
const lookers = ['schedule', 'day'] as const;
const titles = { 'check-in': 'meetings.door_title', day: 'meetings.day_title', schedule: 'meetings.schedule_title' } as const;

/** A steward begins at the door; whoever only looks on, with the schedule, and is told so before they stand at a door that they cannot keep. */
export function Helping({ edition: { id: editionId, slug } }: { readonly edition: Pick<Edition, 'id' | 'slug'> }) {
  const { t } = useText();
  const params = { slug };
  const door = useRead(meetingsQueries.getDoor.queryOptions({ input: { editionId } }));
  if (door === undefined) return <Skeleton label={t('meetings.door_title')} />;
  const { mayTell } = door;
  return (
    <div className="after">
      <Sentence>{t(mayTell ? 'meetings.work_helping' : 'meetings.work_looking')}</Sentence>
      <Buttons>
        {(mayTell ? stewards : lookers).map((page, at) => (
          <ButtonLink key={page} kind={at === 0 ? 'go' : 'plain'} to={`/editions/$slug/${page}`} params={params}>
            {t(titles[page])}
          </ButtonLink>
        ))}
      </Buttons>
    </div>
  );
}
