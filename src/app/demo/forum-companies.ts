// Who takes part in the demo edition. Invented names, invented towns; the country codes are real because the product counts them.
import type { ContactPerson } from '#modules/expos/domain/roster.ts';
import { noReach, type FileInterpreter } from '#modules/meetings/domain/file/edition-file.ts';

export interface Company {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly country: string;
  readonly city: string;
  readonly languages: readonly string[];
}

export interface FurtherExhibitor extends Company {
  readonly stand: string;
}

export interface Buyer extends Company {
  readonly group: string;
  readonly seats: number;
  readonly maxMeetings: number | null;
}

const ofBay = (code: string, en: string, zh: string, languages: readonly string[] = ['en']): Company => ({
  code,
  en,
  zh,
  country: 'US',
  city: 'Bayhaven',
  languages,
});

/** The body that holds the joint stand. */
export const chamber = ofBay('E01', 'Bay Chamber of Trade', '湾区贸易商会', ['en', 'zh']);

/** Its 25 companies. */
export const companies: readonly Company[] = [
  ofBay('E02', 'Cypress Water', '柏树水务'),
  ofBay('E03', 'Tideholm Filters', '汐源滤材'),
  ofBay('E04', 'Marrowby Pumps', '玛罗比泵业'),
  ofBay('E05', 'Sunferry Rooftops', '日渡屋顶光伏', ['en', 'zh']),
  ofBay('E06', 'Kelpline Packaging', '海藻线包装'),
  ofBay('E07', 'Brindle Oak Joinery', '斑橡木作'),
  ofBay('E08', 'Larkmoor Diagnostics', '云雀原诊断', ['en', 'zh']),
  ofBay('E09', 'Quillback Sensors', '翎背传感'),
  ofBay('E10', 'Fernhollow Foods', '蕨谷食品'),
  ofBay('E11', 'Saltwhistle Seafood', '盐哨海产'),
  ofBay('E12', 'Pippinfield Orchards', '皮平野果园'),
  ofBay('E13', 'Slatehook Cellars', '板岩钩酒庄'),
  ofBay('E14', 'Nutmeg Row Bakery', '豆蔻街烘焙'),
  ofBay('E15', 'Glimmerfold Optics', '微褶光学', ['en', 'zh']),
  ofBay('E16', 'Tarrowby Robotics', '塔罗比机器人'),
  ofBay('E17', 'Ironfennel Tools', '铁茴工具'),
  ofBay('E18', 'Bellweir Acoustics', '钟堰声学'),
  ofBay('E19', 'Harrowmere Health Software', '哈罗湖医疗软件'),
  ofBay('E20', 'Stillpond Rehabilitation', '静塘康复设备'),
  ofBay('E21', 'Linnetcroft Medical Textiles', '红雀坊医用纺织'),
  ofBay('E22', 'Emberlane Batteries', '余烬里电池', ['en', 'zh']),
  ofBay('E23', 'Windlass Bay Turbines', '绞盘湾风机'),
  ofBay('E24', 'Rootbridge Soils', '根桥土壤修复'),
  ofBay('E25', 'Parcelwick Logistics', '帕瑟维克物流'),
  ofBay('E26', 'Overhang Architects', '悬檐建筑设计'),
];

/** Exhibitors with a stand of their own, or shared by two. */
export const furtherExhibitors: readonly FurtherExhibitor[] = [
  { code: 'E27', en: 'Azeites Vale da Coruja', zh: '枭谷橄榄油', country: 'PT', city: 'Vila da Coruja', languages: ['pt'], stand: 'B-11' },
  {
    code: 'E28',
    en: 'Cortiças do Nevoeiro',
    zh: '雾岭软木',
    country: 'PT',
    city: 'Porto Nevoeiro',
    languages: ['pt', 'en'],
    stand: 'B-12',
  },
  { code: 'E29', en: 'Café Serra Quieta', zh: '静岭咖啡', country: 'BR', city: 'Serra Quieta', languages: ['pt'], stand: 'B-14' },
  {
    code: 'E30',
    en: 'Biomáquinas Ipê-Claro',
    zh: '明蚁木生物机械',
    country: 'BR',
    city: 'Serra Quieta',
    languages: ['pt', 'en'],
    stand: 'B-14',
  },
];

const buyer = (code: string, [en, zh]: readonly [string, string], group: string, more: Partial<Buyer> = {}): Buyer => ({
  code,
  en,
  zh,
  country: 'CN',
  city: group.startsWith('T1') ? '临江 Linjiang' : '北岸 Bei’an',
  languages: ['zh'],
  group,
  seats: 1,
  maxMeetings: null,
  ...more,
});

export const buyers: readonly Buyer[] = [
  buyer('B01', ['Yunzhan Supermarkets', '云栈渡超市'], 'T1-1', { seats: 2 }),
  buyer('B02', ['Hezhu Catering', '禾渚汀餐饮'], 'T1-1'),
  buyer('B03', ['Qilan Fresh Produce', '栖岚浦生鲜'], 'T1-1', { languages: ['zh', 'en'] }),
  buyer('B04', ['Yanxi Lodgings', '砚溪湾酒店'], 'T1-1', { maxMeetings: 5 }),
  buyer('B05', ['Lanzhu Water', '岚渚水务'], 'T1-2', { seats: 2, languages: ['zh', 'en'] }),
  buyer('B06', ['Shuoyuan Energy', '朔原新能'], 'T1-2', { languages: ['zh', 'en'] }),
  buyer('B07', ['Qingdai Parks', '青黛洲园林'], 'T1-2'),
  buyer('B08', ['Zhulan Building', '筑岚营造'], 'T1-2', { languages: ['zh', 'en'] }),
  buyer('B09', ['Baizhi Clinics', '白芷坞诊所'], 'T2-1', { languages: ['zh', 'en'] }),
  buyer('B10', ['Hanqiu Rehabilitation', '涵秋渡康复'], 'T2-1'),
  buyer('B11', ['Lingzhou Medical Trading', '苓舟医贸'], 'T2-1', { languages: ['zh', 'en'] }),
  buyer('B12', ['Qingyou Elder Care', '晴柚里养老'], 'T2-1', { maxMeetings: 4 }),
  buyer('B13', ['Shuochuan Equipment', '铄川装备'], 'T2-2', { languages: ['zh', 'en'] }),
  buyer('B14', ['Lizhou Tools', '砺舟工具'], 'T2-2'),
  buyer('B15', ['Hengdu Freight', '衡渡货运'], 'T2-2', { languages: ['zh', 'en'] }),
  buyer('B16', ['Dielang Electronics', '叠浪电子'], 'T2-2', { languages: ['zh', 'en'] }),
];

/** English-Chinese and Portuguese-Chinese; fewer than the wishes would need. */
export const interpreters: readonly FileInterpreter[] = [
  { name: '顾文卿 Gu Wenqing', languages: ['en', 'zh'], ...noReach },
  { name: 'Iris Lindqvist', languages: ['en', 'zh'], ...noReach },
  { name: '潘书睿 Pan Shurui', languages: ['en', 'zh'], ...noReach },
  { name: 'Rafael Nogueira', languages: ['pt', 'zh'], ...noReach },
];

/** Addresses of reserved domains, which nobody can be reached at. */
const contact = (surname: string, givenName: string, post: string, email: string): ContactPerson => ({
  ...{ surname, givenName, post, email, phone: null, languages: [] },
  nameOrder: /\p{Script=Han}/u.test(surname) ? 'surname_first' : 'given_first',
});

export const contacts: Readonly<Record<string, ContactPerson>> = {
  E01: contact('Whitlock', 'Dana', 'Head of trade missions | 经贸团组负责人', 'dana.whitlock@e01.example'),
  E02: contact('Ilves', 'Marta', 'Sales director | 销售总监', 'marta.ilves@e02.example'),
  E05: contact('Okafor', 'Benjamin', 'Partner manager', 'benjamin.okafor@e05.example'),
  E11: contact('Sørby', 'Ingrid', 'Export manager', 'ingrid.sorby@e11.example'),
  E16: contact('Pellegrin', 'Théo', 'Chief engineer', 'theo.pellegrin@e16.example'),
  E22: contact('Vasquez', 'Noor', 'Head of sales', 'noor.vasquez@e22.example'),
  E27: contact('Teles', 'Amália', 'Diretora comercial', 'amalia.teles@e27.example'),
  E29: contact('Prado', 'Caetano', 'Gerente de exportação', 'caetano.prado@e29.example'),
  B01: contact('闻', '叔衡', 'Import purchasing manager | 进口采购部经理', 'wen.shuheng@b01.example'),
  B05: contact('桑', '知渔', 'Head of technical purchasing | 技术采购主管', 'sang.zhiyu@b05.example'),
  B09: contact('郦', '安澜', 'Head of equipment purchasing | 设备采购主管', 'li.anlan@b09.example'),
  B13: contact('靳', '怀舟', 'International business manager | 国际业务部经理', 'jin.huaizhou@b13.example'),
};
