// What the invented companies of the demo edition offer or look for: exhibitors offer, buyers look for. Examples like the companies themselves.
import type { Language } from '#kernel/language.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { FileDetails } from '#modules/meetings/domain/file/edition-file.ts';

/** The topics of the demo edition, in their order. */
export const forumTopics = {
  food: { en: 'Food and drink', 'zh-Hans': '食品饮料' },
  water: { en: 'Water and environment', 'zh-Hans': '水与环境' },
  energy: { en: 'Energy', 'zh-Hans': '能源' },
  building: { en: 'Building and interiors', 'zh-Hans': '建筑与室内' },
  health: { en: 'Health and care', 'zh-Hans': '医疗与养老' },
  machinery: { en: 'Machinery and electronics', 'zh-Hans': '机械与电子' },
  transport: { en: 'Packaging and transport', 'zh-Hans': '包装与物流' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;

type Topic = keyof typeof forumTopics;

interface Said {
  readonly topics: readonly Topic[];
  readonly text: Readonly<Partial<Record<Language, string>>>;
}

const said = (topics: readonly Topic[], en: string, zh: string): Said => ({ topics, text: { en, 'zh-Hans': zh } });

/** Some write in one language alone, and seek what somebody offers whom they have not asked yet: they find each other by a suggestion. */
const saidIn = (language: Language, topics: readonly Topic[], words: string): Said => ({ topics, text: { [language]: words } });

/** By code; the chamber speaks for its companies. */
export const forumSaid: Readonly<Record<string, Said>> = {
  E01: said(['water', 'energy', 'food', 'health'], 'Visits to 25 companies of the bay', '安排走访湾区25家企业'),
  E02: saidIn('en', ['water'], 'Finding leaks in old water mains'),
  E03: said(['water'], 'Membranes for small waterworks', '小型水厂滤膜'),
  E04: said(['water', 'building'], 'Quiet pumps for high buildings', '高层建筑静音水泵'),
  E05: said(['energy', 'building'], 'Solar roofs without scaffolding', '免脚手架屋顶光伏'),
  E06: said(['transport', 'food'], 'Packaging made of kelp', '海藻包装材料'),
  E07: said(['building'], 'Interior woodwork for hotels', '酒店室内木作'),
  E08: said(['health'], 'A blood test that needs one drop', '一滴血检测'),
  E09: said(['machinery', 'water'], 'Sensors for pipes and pumps', '管道与水泵传感器'),
  E10: said(['food'], 'Ready meals without palm oil', '不含棕榈油的方便餐'),
  E11: said(['food'], 'Cold-water mussels and clams', '冷水贻贝与蛤蜊'),
  E12: said(['food'], 'Apples from November to May', '十一月至次年五月供应的苹果'),
  E13: said(['food'], 'Wines of a cool coast', '冷凉海岸葡萄酒'),
  E14: said(['food'], 'Frozen dough for hotel kitchens', '酒店厨房冷冻面团'),
  E15: said(['machinery', 'health'], 'Lenses for endoscopes and cameras', '内窥镜与相机镜片'),
  E16: said(['machinery', 'transport'], 'Robots that pack mixed boxes', '混箱装箱机器人'),
  E17: said(['machinery'], 'Hand tools with long guarantees', '长保修期手动工具'),
  E18: said(['building'], 'Quiet rooms beside loud streets', '临街房间隔声'),
  E19: said(['health'], 'Records that hospitals can exchange', '医院间可互通的病历系统'),
  E20: said(['health'], 'Walking trainers for small clinics', '小型诊所步行训练器'),
  E21: said(['health'], 'Washable gowns that filter', '可洗涤防护服'),
  E22: said(['energy'], 'Second-life batteries as storage for depots', '场站储能用梯次电池'),
  E23: saidIn('en', ['energy'], 'Small wind turbines for harbours and roofs'),
  E24: said(['water'], 'Cleaning the soil of old works', '旧厂区土壤修复'),
  E25: said(['transport'], 'Parcels by night train', '夜间铁路包裹运输'),
  E26: said(['building'], 'Towers that shade themselves', '自遮阳高层设计'),
  E27: said(['food'], 'Olive oil of an early harvest', '早采橄榄油'),
  E28: said(['building'], 'Cork for insulation', '保温软木'),
  E29: said(['food'], 'Shade-grown coffee in small lots', '小批量荫栽咖啡'),
  E30: said(['machinery', 'water'], 'Machines for green waste', '绿化废弃物处理机械'),
  B01: said(['food'], 'More imported food on our shelves: wine, coffee, olive oil', '扩充进口食品货架：葡萄酒、咖啡、橄榄油'),
  B02: said(['food'], 'Ingredients and packaging for our kitchens', '餐饮食材与包装'),
  B03: said(['food'], 'Apples and other fruit out of season, mussels and other seafood', '反季苹果等水果，贻贝等海产'),
  B04: saidIn('zh-Hans', ['food', 'building', 'water'], '酒店餐饮与客房更新，供水管网检漏'),
  B05: said(['water'], 'Renewing old water mains', '老旧管网改造'),
  B06: said(['energy'], 'Storage and local power for business parks', '园区储能与分布式发电'),
  B07: said(['water'], 'Soil of parks, green waste', '公园土壤与绿化废弃物处理'),
  B08: saidIn('zh-Hans', ['building', 'energy'], '绿色建筑示范项目：隔声、保温；楼顶小型风力发电机'),
  B09: said(['health'], 'New equipment for neighbourhood clinics: blood tests, endoscopes', '基层诊所设备更新：血液检测、内窥镜'),
  B10: said(['health'], 'Equipment for rehabilitation, walking trainers', '康复训练设备、步行训练器'),
  B11: said(['health'], 'Medical supplies to import, protective gowns', '医疗耗材、防护服进口'),
  B12: said(['health'], 'Equipment for care homes, software for medical records', '养老机构设备、病历软件'),
  B13: said(['machinery'], 'Renewing production lines: robots, sensors', '生产线改造：机器人、传感器'),
  B14: said(['machinery'], 'Tools to represent here', '五金工具代理'),
  B15: said(['transport'], 'Automated warehouses, green transport', '仓库自动化与绿色运输'),
  B16: saidIn('zh-Hans', ['machinery', 'water'], '传感与电源部件；厂区供水管网检漏，屋顶小型风力发电机'),
};

/** What some of them say beside the words. An example says in its source that it is one; `yearsAfter`: valid until the end of the year so many years after the forum's. */
interface SaidBeside {
  readonly title: FileDetails['title'];
  readonly goals: readonly Goal[];
  readonly places: readonly string[];
  readonly yearsAfter: number | null;
}

const beside = (title: SaidBeside['title'], goals: readonly Goal[], places: readonly string[] = [], yearsAfter: number | null = null) => ({
  ...{ title, goals, places, yearsAfter },
});
const both = (en: string, zh: string) => ({ en, 'zh-Hans': zh });

const forumBeside: Readonly<Record<string, SaidBeside>> = {
  E02: beside({ en: 'Acoustic leak survey' }, [6, 9], ['San Francisco Bay | 旧金山湾区'], 1),
  E03: beside(both('Membrane cartridges', '滤膜组件'), [6]),
  E05: beside(both('Solar roof in a day', '一日装光伏屋顶'), [7, 13], [], 2),
  E06: beside(both('Kelp packaging', '海藻包装'), [12, 14]),
  E22: beside(both('Depot storage', '场站储能'), [7, 12, 13], ['California | 加利福尼亚'], 1),
  E23: beside({ en: 'Harbour wind' }, [7, 13]),
  E24: beside(both('Soil washing on site', '原位土壤清洗'), [11, 15]),
  B04: beside({ 'zh-Hans': '老酒店更新' }, [6], ['上海 | Shanghai'], 0),
  B05: beside(both('Water mains, second stage', '供水管网二期改造'), [6, 11], ['浦东 | Pudong'], 2),
  B06: beside(both('Storage for business parks', '园区储能'), [7, 13], ['长三角 | Yangtze Delta'], 1),
  B09: beside(both('Clinics of the neighbourhood', '社区诊所设备'), [3]),
  B16: beside({ 'zh-Hans': '智慧厂区' }, [], ['苏州 | Suzhou'], 1),
};

/** As a file says it for a forum of this year. */
export function saidBeside(code: string, year: number): FileDetails | null {
  const said = forumBeside[code];
  if (said === undefined) return null;
  const { yearsAfter, ...more } = said;
  const until = yearsAfter === null ? null : `${year + yearsAfter}-12-31`;
  return { ...more, from: null, until, source: 'Example (invented) | 示例（虚构）' };
}
