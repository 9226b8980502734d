import { expect, test } from 'vitest';
import { splitPaste } from '#reading/clipboard.ts';
import { splitName } from '#modules/organisations/domain/person-name.ts';
import { columnsOfTravellers, readTravellers } from './read-travellers.ts';

const read = (pasted: string) => {
  const table = columnsOfTravellers(splitPaste(pasted));
  return { table, people: readTravellers(table) };
};

test('a list with heads is read by them, in either language, and what is left out is told', () => {
  const { table, people } = read(
    'Name\tPosition\tCompany\tRole in delegation\tPassport\nJane SMITH\tDirector\tPort Company\tLeader\t123\nLi Wei\t\t\t\t',
  );
  expect(table.columns).toEqual(['name', 'post', 'organisation', 'leads', 'left']);
  expect(people[0]).toEqual({
    ...{ row: 2, isSplit: true, isUnsure: false, otherForm: null, left: ['123'] },
    traveller: {
      ...{ id: null, leads: true, organisationId: null },
      post: { en: { text: 'Director', origin: 'human' } },
      organisation: { en: { text: 'Port Company', origin: 'human' } },
      name: { surname: 'SMITH', givenName: 'Jane', nameOrder: 'given_first', contactId: null },
    },
  });
  const chinese = read('姓名\t单位\t职务\t团内职务\n欧阳明月\t上海市人民政府外事办公室\t处长\t团长').people[0]?.traveller;
  expect(chinese).toMatchObject({
    ...{ leads: true, name: { surname: '欧阳', givenName: '明月', nameOrder: 'surname_first' } },
    organisation: { 'zh-Hans': { text: '上海市人民政府外事办公室' } },
  });
});

test('without heads nothing is guessed: every column waits to be named, and the first row is somebody', () => {
  const { table, people } = read('Jane Smith\tDirector\nJohn Doe\tAdviser');
  expect(table).toMatchObject({ heads: null, columns: ['left', 'left'] });
  expect(people.map(({ left, traveller }) => [left, traveller.name])).toEqual([
    [['Jane Smith', 'Director'], null],
    [['John Doe', 'Adviser'], null],
  ]);
  const named = readTravellers({ rows: table.rows, columns: ['name', 'post'] });
  expect(named.map(({ traveller }) => traveller.name?.surname)).toEqual(['Smith', 'Doe']);
});

test('of a column that is there twice the first counts and the second is told', () => {
  expect(read('Name\tPost\tPosition\nAnn Lin\tMayor\tChair').people[0]).toMatchObject({
    left: ['Chair'],
    traveller: { post: { en: { text: 'Mayor' } } },
  });
});

test.each([
  ['Smith, Jane', 'Smith', 'Jane', 'given_first'],
  ['WANG Xiaoming', 'WANG', 'Xiaoming', 'surname_first'],
  ['Jean van DYKE', 'DYKE', 'Jean van', 'given_first'],
  ['Maria  Clara Lopez', 'Lopez', 'Maria Clara', 'given_first'],
  ['Jane Smith', 'Smith', 'Jane', 'given_first'],
  ['Xiaoming Wang', 'Wang', 'Xiaoming', 'given_first'],
  ['王小明', '王', '小明', 'surname_first'],
  ['司马光', '司马', '光', 'surname_first'],
  ['高远', '高', '远', 'surname_first'],
  ['高 远', '高', '远', 'surname_first'],
  ['山田，太郎', '山田', '太郎', 'surname_first'],
  ['Pelé', 'Pelé', '', 'given_first'],
])('“%s” is read as %s, %s', (written, surname, givenName, nameOrder) => {
  expect(splitName(written)).toEqual({ surname, givenName, nameOrder, isUnsure: false });
});

test.each([
  ['Li Wei', 'Li', 'Wei', 'surname_first'],
  ['Wang Xiaoming', 'Wang', 'Xiaoming', 'surname_first'],
  ['山田太郎', '山', '田太郎', 'surname_first'],
  ['简·史密斯', '简·史密斯', '', 'surname_first'],
])('of “%s” it is said that the surname cannot be told', (written, surname, givenName, nameOrder) => {
  expect(splitName(written)).toEqual({ surname, givenName, nameOrder, isUnsure: true });
});

test.each([
  ['王小明 Wang Xiaoming', ['王', '小明'], ['Wang', 'Xiaoming', 'surname_first', false]],
  ['王小明（Xiaoming WANG）', ['王', '小明'], ['WANG', 'Xiaoming', 'given_first', false]],
  ['Xiaoming Wang 王小明', ['王', '小明'], ['Wang', 'Xiaoming', 'given_first', false]],
  ['欧阳明月Ouyang Mingyue', ['欧阳', '明月'], ['Ouyang', 'Mingyue', 'surname_first', false]],
  ['吕方 / Lü Fang', ['吕', '方'], ['Lü', 'Fang', 'surname_first', false]],
  ['冼星海 Xian Xinghai', ['冼', '星海'], ['Xian', 'Xinghai', 'surname_first', true]],
  ['王小明，Wang Xiaoming', ['王', '小明'], ['Wang', 'Xiaoming', 'surname_first', false]],
  ['王小明 David Wang', ['王', '小明'], ['Wang', 'David', 'given_first', false]],
])('“%s” is one person in two scripts', (written, han, latin) => {
  const [surname, givenName, nameOrder, isUnsure] = latin;
  expect(splitName(written)).toEqual({
    han: { surname: han[0], givenName: han[1], nameOrder: 'surname_first', isUnsure: false },
    latin: { surname, givenName, nameOrder, isUnsure },
  });
});

test('of a name in two scripts the form that is asked for is taken, and the other is told', () => {
  const { table } = read('Name\tPost\n王小明 Wang Xiaoming\tMayor');
  expect(readTravellers(table).map(({ traveller, otherForm }) => [traveller.name?.surname, otherForm])).toEqual([['王', 'Wang Xiaoming']]);
  expect(readTravellers(table, 'latin')[0]).toMatchObject({ otherForm: '王小明', traveller: { name: { surname: 'Wang' } } });
  const apart = read('Surname\tGiven name\n欧阳 Ouyang\t明月 Mingyue').people[0];
  expect(apart).toMatchObject({ otherForm: 'Ouyang Mingyue', traveller: { name: { surname: '欧阳', givenName: '明月' } } });
});
