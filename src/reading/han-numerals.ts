// Whole numbers in Chinese characters as they stand in running text: 三百, 两千五百, 四十.

const digits = '〇一二三四五六七八九';
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const valueOf = (han: string): number => {
  let [sum, digit] = [0, 0];
  for (const sign of han.replaceAll('两', '二').replaceAll('零', '〇')) {
    const ten = tens[sign];
    if (ten === undefined) digit = digits.indexOf(sign);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * ten, 0];
  }
  return sum + digit;
};

/** `'三百多家'` as `'300多家'`, `'近百'` as `'近100'`; scales alone (百万, 亿), 两三百 and figures in other digits stay as they are. */
export const withFigures = (text: string): string =>
  text
    .replace(/(?<![\d.,几数])[一二两三四五六七八九十百千零〇]*[一二两三四五六七八九十](?:[百千])?/g, (han) =>
      /[一二两三四五六七八九]{2}|^[百千]/.test(han) ? han : String(valueOf(han)),
    )
    .replace(/(?<=^|[近约逾超过足])[百千](?=$|[余多个项家人年次])/g, (han) => String(valueOf(`一${han}`)));
