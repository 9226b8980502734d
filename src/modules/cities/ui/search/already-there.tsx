// What the server asks before a city is added: whether it is one that is in the register already, under the same name.
import { Link } from '@tanstack/react-router';
import type { Asked } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';

interface AlreadyThereProps {
  readonly asked: readonly Asked[];
  readonly onAnother: () => void;
}

export function AlreadyThere({ asked, onAnother }: AlreadyThereProps) {
  const { t } = useText();
  const cities = asked.flatMap(({ like }) => like);
  if (cities.length === 0) return null;
  return (
    <Notice kind="plain" live heading={t('cities.already_there')} actions={<Button onPress={onAnother}>{t('cities.another_city')}</Button>}>
      {t('cities.already_there_note')}
      <ul>
        {cities.map(({ id, title }) => (
          <li key={id}>
            <Link to="/cities/$slug" params={{ slug: id }} target="_blank">
              <Named text={title} quiet />
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
