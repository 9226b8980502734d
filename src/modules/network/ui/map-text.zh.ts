import { translate } from '#kernel/translation.ts';
import type { mapEn } from './map-text.en.ts';

export const mapZh = translate<typeof mapEn>()({
  'network.map_note_short': '以地图和列表显示各市的友城关系；地图不绘疆界。',
  'network.map_title': '友城关系地图',
});
