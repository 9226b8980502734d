import { translate } from '#kernel/translation.ts';
import type { mapEn } from './map-text.en.ts';

export const mapZh = translate<typeof mapEn>()({
  'network.map_note_short': '谁与谁结好，一图一表。',
  'network.map_title': '友城关系地图',
});
