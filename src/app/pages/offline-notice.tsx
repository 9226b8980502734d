// Says that the network is gone, and since when what is seen is old.
import { onlineManager } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Notice } from '#design/notices/notice.tsx';

export function OfflineNotice() {
  const { t } = useText();
  const formats = useFormats();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => onlineManager.subscribe((online) => setSince(online ? null : Date.now())), []);
  return (
    <div role="status">
      {since !== null && <Notice kind="plain">{t('design.offline_banner', { time: formats.time(since, ownZone()) })}</Notice>}
    </div>
  );
}
