import { translate } from '#kernel/translation.ts';
import type { mapEn } from './map-text.en.ts';

export const mapZh = translate<typeof mapEn>()({
  'ties.on_map': '地图',
  'ties.map_note_short': '谁与谁结好，一图一表。',
  'ties.map_title': '友城关系地图',
  'ties.network': '友城网络',
});
