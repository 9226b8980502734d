// The sheets of an edition workbook and their columns: headings in both languages, and other headings people use for the same.
import { inEach, languages, writing, type Language } from '#kernel/language.ts';
import type { FileTableName } from './edition-file.ts';

/** Words in each language of the interface, parted by bars: the first of each is written, all are understood. */
export type SheetWords = Readonly<Record<Language, string>>;

/** The word that is written. */
export const writtenWord = (words: SheetWords, language: Language): string => words[language].split('|')[0] ?? '';

export interface ColumnLayout {
  readonly field: string;
  readonly heads: SheetWords;
  /** A sheet without it is not this table. */
  readonly needed?: true;
  /** One column per language: head followed by the language in brackets. */
  readonly perLanguage?: true;
  /** What other sheets hold, read here as well: it is not written here, and does not tell what a sheet is. */
  readonly alsoElsewhere?: true;
}

export interface TableLayout {
  readonly table: Exclude<FileTableName, 'fixed'>;
  readonly names: SheetWords;
  readonly columns: readonly ColumnLayout[];
}

const needed = { needed: true } as const;
const perLanguage = { perLanguage: true } as const;

const column = (field: string, en: string, zh: string, more: Omit<ColumnLayout, 'field' | 'heads'> = {}): ColumnLayout => ({
  ...{ field, heads: inEach(en, zh), ...more },
});

const date = column('date', 'Date|day', '日期');
const start = column('start', 'Start|from|start time|begin', '开始|开始时间|起');
const end = column('end', 'End|to|end time|until', '结束|结束时间|止');
const hall = column('hall', 'Hall', '展馆|馆|馆号');
const seats = column('seats', 'Meetings at once|seats|capacity|parallel meetings', '可同时洽谈场次|同时场次');
const closedSlots = column('closedSlots', 'Closed slots|closed', '停用时段|不可用时段');
const spoken = column('languages', 'Languages|language|spoken languages|working language', '语言|语种|洽谈语言|工作语言|使用语言');
const name = (en: string, zh: string): ColumnLayout => column('name', en, zh, { ...needed, ...perLanguage });

const companyEn =
  'company|company name|organisation|organisation name|organization|organization name|firm|participant|exhibitor name|buyer name|exhibitor|buyer';
const companyZh =
  '企业|企业名称|企业全称|公司|公司名称|公司全称|单位|单位名称|单位全称|机构名称|参会单位|参展单位|参展商|展商|采购商|展商名称|参展商名称|参展企业|采购商名称|采购企业';
const codeEn = 'Code|id|no|number|participant code|company code|exhibitor code|buyer code|exhibitor no|buyer no';
const codeZh = '编号|代码|代号|序号|单位编号|企业编号|公司编号|单位代码|企业代码|展商编号|参展商编号|采购商编号|展商代码|采购商代码';
/** The columns of a contact, in a sheet of participants those of the first. */
const contactColumns: readonly ColumnLayout[] = [
  // A whole name in one column is kept whole: which part of it is the surname cannot be told.
  column(
    'surname',
    'Contact surname|surname|last name|family name|contact|contact name|contact person|person in charge',
    '联系人姓|姓|联系人|联系人姓名|参会人|参会代表|负责人|姓名',
  ),
  column('givenName', 'Contact given name|given name|first name', '联系人名|名'),
  column('nameOrder', 'Contact name order|name order', '联系人姓名顺序|姓名顺序'),
  column('post', 'Contact post|post|position|job title', '联系人职务|职务|职位|职称'),
  column(
    'email',
    'Contact e-mail|e-mail|email|mail|e-mail address|email address|contact email|contact email address|work email|business email|company email',
    '联系人邮箱|邮箱|电子邮箱|电子邮件|邮件|邮箱地址|电邮|联系邮箱|电子邮箱地址|联系人电子邮箱|联系人电子邮件|企业邮箱|公司邮箱|单位邮箱|常用邮箱|联络邮箱',
  ),
  column(
    'phone',
    'Contact phone|phone|phone number|mobile|mobile phone|mobile number|cell phone|telephone|tel',
    '联系人手机|手机|手机号|手机号码|电话|电话号码|联系电话|联系人电话|联系方式|联系手机|联系人手机号|移动电话|联络电话',
  ),
  column('contactLanguages', 'Contact languages|contact language', '联系人语言|联系人语种'),
];

/** Whom a company would like to meet, as registration forms ask: each is a request. */
const wishes = column(
  'wishes',
  'Wants to meet|wishes to meet|would like to meet|wishes|companies to meet|who do you want to meet|whom they want to meet|preferred companies|preferred exhibitors|preferred buyers|preferred meetings|meeting requests|requested meetings|companies of interest|exhibitors of interest|buyers of interest',
  '想见的企业|想见企业|想见的单位|想见单位|想见的公司|想见的展商|想见的采购商|想见|拟洽谈企业|拟洽谈单位|拟见企业|拟约见企业|希望洽谈企业|希望洽谈的企业|希望见面的企业|希望会见的企业|希望对接企业|希望对接的企业|意向企业|意向单位|意向展商|意向采购商|意向洽谈企业|意向对接企业|对接意向企业|约见企业|目标企业|洽谈对象|意向洽谈对象|对接企业',
  { alsoElsewhere: true },
);

/** When a company cannot meet; the sheet of absences says the same. */
const away = column(
  'away',
  'Times away|unavailable|unavailable times|not available|not available at|cannot meet|cannot meet at|away|blocked times',
  '不便时间|不便参会时间|不便洽谈时间|不方便时间|不能参加时间|不能参会时间|不能洽谈时间|不可洽谈时间|不可参会时间|无法参会时间|无法洽谈时间',
  { alsoElsewhere: true },
);

/** What is said of an offer or a need beside its words; its title stands before them. */
const detailColumns = (kind: 'offer' | 'need', en: string, zh: string): readonly ColumnLayout[] => [
  column(`${kind}Goals`, `${en}: UN goals|${en} goals`, `${zh}：联合国目标|${zh}目标`),
  column(`${kind}Places`, `${en}: places|${en} places`, `${zh}：地点|${zh}地点`),
  column(`${kind}From`, `${en}: valid from|${en} from`, `${zh}：起始日期|${zh}起始日期`),
  column(`${kind}Until`, `${en}: valid until|${en} until`, `${zh}：截止日期|${zh}截止日期`),
  column(`${kind}Source`, `${en}: source|${en} source`, `${zh}：出处|${zh}出处`),
];

/** Who asks or is asked, said by the role alone: which of the two asks is told by which column comes first. */
export const partyWords: SheetWords = inEach(
  'exhibitor|exhibitor code|exhibitor no|exhibitor name|buyer|buyer code|buyer no|buyer name|supplier|seller',
  '展商|参展商|参展企业|展商编号|参展商编号|展商代码|展商名称|参展商名称|采购商|采购企业|采购商编号|采购商代码|采购商名称|买家|买方|卖方|供应商|企业编号|企业名称|编号',
);

/** All sheets in the order in which they are written. */
export const layouts: readonly TableLayout[] = [
  {
    table: 'edition',
    names: inEach('Edition|event', '届次|活动|展会活动'),
    columns: [
      name('Name', '名称'),
      column('venue', 'Venue|place', '地点|会场', perLanguage),
      column('timeZone', 'Time zone|tz', '时区', needed),
      column('firstDay', 'First day|start date', '开始日期|首日', needed),
      column('lastDay', 'Last day|end date', '结束日期|末日', needed),
    ],
  },
  {
    table: 'slots',
    names: inEach('Slots|timeslots|times|time slots', '时段|时间|时间表|时段表'),
    columns: [
      column('number', 'Slot|no|number', '时段|序号|编号'),
      ...[date, start, end].map((one) => ({ ...one, ...needed })),
      column('session', 'Session', '半天|场次|上下午'),
    ],
  },
  {
    table: 'tables',
    names: inEach('Tables|meeting tables', '洽谈桌|桌子|桌位'),
    columns: [column('number', 'Table|no|number', '桌号|洽谈桌|编号|序号', needed), hall, seats, closedSlots],
  },
  {
    table: 'stands',
    names: inEach('Stands|stand|booths|booth', '展位|展台|展位表'),
    columns: [
      column('code', 'Stand|code|booth', '展位号|展位|编号', needed),
      hall,
      column('lead', 'Lead exhibitor|lead', '组展机构|牵头展商'),
      column('area', 'Area, m²|area|area m2|area sqm|sqm|m2', '面积（平方米）|面积|展位面积'),
      seats,
      closedSlots,
    ],
  },
  {
    table: 'halls',
    names: inEach('Halls|hall', '展馆|馆|展馆表'),
    columns: [
      column('code', 'Hall|code|hall code', '展馆|馆|馆号|编号', needed),
      column('width', 'Width, m|width', '宽度（米）|宽度|宽', needed),
      column('depth', 'Depth, m|depth|length', '进深（米）|进深|长度|长'),
    ],
  },
  {
    table: 'walks',
    names: inEach('Walking times|walks|walking time|walking minutes', '步行用时|步行时间'),
    columns: [
      column('from', 'From hall|from', '自展馆|起点', needed),
      column('to', 'To hall|to', '至展馆|终点', needed),
      column('minutes', 'Minutes on foot|minutes|min', '步行分钟数|分钟', needed),
    ],
  },
  {
    table: 'rectangles',
    names: inEach('Floor plan|rectangles|floor|floorplan', '平面图|展馆平面图|矩形'),
    columns: [
      { ...hall, ...needed },
      column('kind', 'What|kind|type', '类型|类别', needed),
      column('code', 'Code|stand or table|stand|table|no', '编号|展位号|桌号'),
      column('name', 'Name', '名称', perLanguage),
      column('x', 'From the left, m|from the left|x', '距左（米）|距左|横坐标', needed),
      column('y', 'From the top, m|from the top|y', '距上（米）|距上|纵坐标', needed),
      column('width', 'Width, m|width', '宽度（米）|宽度|宽', needed),
      column('depth', 'Depth, m|depth', '进深（米）|进深|深', needed),
    ],
  },
  {
    table: 'groups',
    names: inEach('Groups|delegations|trading groups', '团组|代表团|交易团'),
    columns: [
      column('code', 'Code|id|no|group', '编号|代码|序号', needed),
      name('Name|group', '名称|团组名称|交易团名称'),
      column('kind', 'Kind|type', '类别|类型'),
      column('parent', 'Part of|parent', '上级团组|所属团组'),
    ],
  },
  {
    table: 'topics',
    names: inEach('Topics|topic|topic list|areas|categories', '主题|主题表|主题清单|展区'),
    columns: [name('Topic|name|area|category', '主题|名称|主题名称|展区|类别')],
  },
  {
    table: 'participants',
    names: inEach(
      'Participants|participant|companies|company|organisations|organizations|attendees',
      '参会单位|单位|企业|公司|参会企业|参会',
    ),
    columns: [
      column('code', codeEn, codeZh),
      name(`Name|${companyEn}`, `名称|${companyZh}`),
      column('role', 'Role|type|exhibitor or buyer', '身份|类别|角色|参会身份|参会类别|展商采购商'),
      column(
        'country',
        'Country or region|country|country code|region|nation',
        '国家（地区）|国家|地区|国别|国家代码|国家或地区|国别地区|所在国',
      ),
      column('city', 'City|town', '城市|所在城市|所在地'),
      spoken,
      column('offerTitle', 'Offer: title|offer title|title of the offer', '供应：标题|供应标题', perLanguage),
      column(
        'offer',
        'Offers|offer|products|main products|product|products and services|main business|supplies|what they offer|what it offers|offering',
        '主要产品|产品|主营产品|主营业务|经营范围|参展产品|展品|产品及服务|供应|供应产品|供应内容|可供产品',
        perLanguage,
      ),
      column('needTitle', 'Need: title|need title|title of the need', '需求：标题|需求标题', perLanguage),
      column(
        'need',
        'Looking for|looks for|needs|need|seeks|seeking|interested in|purchasing needs|demand|what they look for|what it looks for',
        '采购需求|需求|采购意向|意向采购产品|需求产品|需求内容|采购产品|采购内容|求购|寻求|合作需求',
        perLanguage,
      ),
      column(
        'offerTopics',
        'Topics offered|offer topics|topics|topic|product category|product categories|categories|category|sector|sectors|industry|trade',
        '供应主题|主题|产品类别|产品分类|类目|行业|行业类别|所属行业',
      ),
      column(
        'needTopics',
        'Topics looked for|need topics|topics sought|topics of interest|categories of interest',
        '需求主题|意向主题|意向类别|采购类别|需求类别',
      ),
      ...detailColumns('offer', 'Offer', '供应'),
      ...detailColumns('need', 'Need', '需求'),
      column('markets', 'Markets|market|target markets|target market|export markets', '市场|目标市场|主要市场|出口市场'),
      column(
        'size',
        'Size|company size|employees|number of employees|staff|headcount',
        '规模|企业规模|公司规模|员工人数|员工数|人数|人员规模',
      ),
      seats,
      column('minMeetings', 'Least meetings|min|min meetings|minimum', '最少场次'),
      column('maxMeetings', 'Most meetings|max|max meetings|maximum', '最多场次'),
      column('group', 'Group|delegation|trading group', '团组|代表团|交易团|所属团组|所属交易团'),
      column('stand', 'Stand|booth|stand no|booth no|stand number|booth number', '展位号|展位|展台|展位编号|展台号'),
      column('meetsAt', 'Meets at|meeting point', '洽谈地点'),
      wishes,
      away,
      ...contactColumns,
    ],
  },
  {
    table: 'contacts',
    names: inEach('Contacts|contact|contact persons|contact people|delegates', '联系人|联系人表|联系方式|参会代表|参会人员'),
    columns: [column('participant', `Participant|${companyEn}|${codeEn}`, `参会单位|${companyZh}|${codeZh}`, needed), ...contactColumns],
  },
  {
    table: 'interpreters',
    names: inEach('Interpreters|interpreter', '译员|翻译|译员表'),
    columns: [
      column('name', 'Name|interpreter', '姓名|译员', needed),
      { ...spoken, ...needed },
      column(
        'longestMinutes',
        'Longest stretch, minutes|longest stretch|longest minutes|minutes without a rest',
        '连续翻译最长时间（分钟）|连续翻译分钟数|最长连续时间',
      ),
      column('restMinutes', 'Rest, minutes|rest|minutes of rest', '休息时间（分钟）|休息分钟数|休息'),
      column('surname', 'Surname|last name|family name', '姓'),
      column('givenName', 'Given name|first name', '名'),
      column('nameOrder', 'Name order', '姓名顺序'),
      column('email', 'E-mail|email|mail|e-mail address|email address', '邮箱|电子邮箱|电子邮件|邮件|邮箱地址|电邮'),
      column(
        'phone',
        'Phone|phone number|mobile|mobile phone|mobile number|cell phone|telephone|tel',
        '手机|手机号|手机号码|电话|电话号码|联系电话|联系方式',
      ),
    ],
  },
  {
    table: 'unavailable',
    names: inEach('Unavailable|absences|unavailable times|availability', '不便时间|不可用时间'),
    columns: [
      column('participant', `Participant|${companyEn}|code`, `参会单位|${companyZh}|编号|代码`),
      column('interpreter', 'Interpreter', '译员|翻译'),
      column('slot', 'Slot|slot number', '时段'),
      date,
      start,
      end,
      column('reason', 'Reason|note', '事由|原因|备注'),
    ],
  },
  {
    table: 'requests',
    names: inEach(
      'Requests|request|wishes|wish|wish list|meetings|meeting requests|appointments|preferences|matchmaking|interests',
      '预约洽谈|预约|洽谈|洽谈需求|洽谈意向|意向|意向表|意愿|意愿表|对接|对接意向|对接需求|需求|配对|约见',
    ),
    columns: [
      column('from', 'From|requester|by|who|requesting company', '预约方|申请方|提出方|发起方|申请单位|意向方|甲方', needed),
      column(
        'to',
        'To|requested|with|whom|wants to meet|requested company',
        '对方|洽谈对象|被约方|预约对象|意向对象|意向企业|意向展商|意向采购商|目标企业|目标展商|对接企业|拟洽谈企业|想见企业|对方单位|乙方',
        needed,
      ),
      column('wish', 'Wish|priority|strength|level', '意愿|意向|优先级|意向程度|意愿程度|等级|级别'),
      column('session', 'Session|half-day', '半天|场次|上下午'),
      column('note', 'Note|reason|why|remark|comment', '备注|说明|理由'),
      column('meeting', 'Meeting|meeting number|meeting no', '洽谈编号|洽谈序号'),
      column('fixedSlot', 'Fixed slot|fixed', '固定时段|指定时段'),
    ],
  },
  {
    table: 'orders',
    names: inEach('Order|orders|precedences|precedence', '先后次序|次序|先后'),
    columns: [
      column('earlier', 'Earlier meeting|earlier|before', '先洽谈编号|先', needed),
      column('later', 'Later meeting|later|after', '后洽谈编号|后', needed),
    ],
  },
];

const LANGUAGE_WORDS: Readonly<Record<string, SheetWords>> = inEach(inEach('English', '英文'), inEach('Chinese', '中文'));

/** A per-language head such as `Name (English)`, `名称（中文）` or `Name (pt)`. */
export function languageHead({ heads }: ColumnLayout, tag: string, language: Language): string {
  const words = LANGUAGE_WORDS[tag];
  const [head, named] = [writtenWord(heads, language), words === undefined ? tag : writtenWord(words, language)];
  return writing[language].inBrackets(head, named);
}

/** Sheets of participants of one role alone. */
export const roleSheets = {
  exhibitors: inEach('Exhibitors|exhibitor|sellers|suppliers', '展商|参展商|参展企业|参展单位|供应商|卖家|卖方|供方'),
  buyers: inEach('Buyers|buyer|purchasers|visitors', '采购商|买家|买方|需方|采购企业|采购单位|采购方|专业观众'),
} as const satisfies Readonly<Record<string, SheetWords>>;
type RoleSheet = keyof typeof roleSheets;
const roleOf = { exhibitors: 'exhibitor', buyers: 'buyer' } as const;

/** What a sheet can hold: participants of one role, a table, or nothing that is taken. */
export const sheetKinds = [
  ...([
    'exhibitors',
    'buyers',
    'participants',
    'contacts',
    'requests',
    'interpreters',
    'unavailable',
    'stands',
    'tables',
    'groups',
    'halls',
    'walks',
    'rectangles',
    'topics',
  ] as const),
  ...(['slots', 'orders', 'edition', 'ignored'] as const),
] as const;
export type SheetKind = (typeof sheetKinds)[number];

const isRoleSheet = (kind: SheetKind): kind is RoleSheet => Object.hasOwn(roleSheets, kind);

/** The table that a sheet of a kind holds, and the role of who stands in it; null of one that is left aside. */
export function layoutOf(kind: SheetKind): { readonly layout: TableLayout; readonly role: 'exhibitor' | 'buyer' | null } | null {
  const [table, role] = isRoleSheet(kind) ? (['participants', roleOf[kind]] as const) : [kind, null];
  const layout = layouts.find((one) => one.table === table);
  return layout === undefined ? null : { layout, role };
}

/** The words of every kind of sheet but the one that is left aside. */
export const sheetWords: Readonly<Record<string, SheetWords>> = {
  ...roleSheets,
  ...Object.fromEntries(layouts.map(({ table, names }) => [table, names])),
};

/** A column is taken for a field, in one language where it has one each: `'name.zh-Hans'`; `'ignored'` for nothing. */
export const meaningOf = (field: string, tag: string | null): string => (tag === null ? field : `${field}.${tag}`);

/** What a column of a table can be taken for, as it is called in a language: the fields, and those in languages one by one. */
export const meaningsIn = (layout: TableLayout, language: Language): readonly { readonly value: string; readonly text: string }[] =>
  layout.columns.flatMap((one) => [
    { value: one.field, text: writtenWord(one.heads, language) },
    ...(one.perLanguage === true
      ? languages.map((tag) => ({ value: meaningOf(one.field, tag), text: languageHead(one, tag, language) }))
      : []),
  ]);

/** The kind that a word of the API or a form stands for. */
export const sheetKind = (word: string | null | undefined): SheetKind | null => sheetKinds.find((kind) => kind === word) ?? null;
