// Who will be told of a change that is about to be made, and by which way; who cannot be reached is to be rung.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import { Party } from '../edition/names.tsx';

type Ways = Awaited<ReturnType<(typeof meetingsQueries)['previewTold']['call']>>['sides'][number]['ways'];

interface ToldProps {
  readonly ids: { readonly editionId: string; readonly meetingId: string; readonly withMeetingId?: string };
}

export function Told({ ids }: ToldProps) {
  const { t } = useText();
  const data = useRead(meetingsQueries.previewTold.queryOptions({ input: ids }));
  if (data === undefined) return <Skeleton lines={3} />;
  return (
    <>
      <h3>{t('meetings.told_title')}</h3>
      <ul>
        {data.sides.map(({ participant, ways }) => (
          <li key={participant.id}>
            <Party of={participant} /> <WaysWords ways={ways} />
          </li>
        ))}
        {data.interpreters.map(({ name, ways }) => (
          <li key={name}>
            {t('meetings.interpreter_is', { name })} <WaysWords ways={ways} />
          </li>
        ))}
      </ul>
    </>
  );
}

function WaysWords({ ways }: { readonly ways: Ways }) {
  const { t } = useText();
  const formats = useFormats();
  if (ways.length === 0) return <span className="attention">{t('meetings.told_by_nothing')}</span>;
  return <span className="muted">{formats.list(ways.map(({ channel, count }) => t(`meetings.told_by_${channel}`, { count })))}</span>;
}
