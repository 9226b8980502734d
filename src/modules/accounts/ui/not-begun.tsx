// An installation without any office says how the first one is set up.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Empty } from '#design/notices/notice.tsx';
import { firstOfficeQuery } from './ways-in.ts';

export function NotBegun() {
  const { t } = useText();
  const { data } = useQuery(firstOfficeQuery());
  return data?.awaited === true ? <Empty heading={t('accounts.not_begun')}>{t('accounts.not_begun_text')}</Empty> : null;
}
