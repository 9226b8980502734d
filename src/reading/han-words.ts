// Traditional characters of heads and the like as simplified ones, so that one list of words reads both; names of places are left alone.

const traditional = '對國類別來備註說時間結締簽約狀態終關係稱編號緯經標區縣資據處領協誼';
const simplified = '对国类别来备注说时间结缔签约状态终关系称编号纬经标区县资据处领协谊';

const plain = new Map([...traditional].map((han, at) => [han, [...simplified][at] ?? han] as const));

/** `'結好日期'` gives `'结好日期'`. */
export const simplifiedWord = (text: string): string => text.replace(/\p{Script=Han}/gu, (han) => plain.get(han) ?? han);
