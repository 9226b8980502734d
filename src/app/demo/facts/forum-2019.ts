// The forum of 5 November 2019 as far as its sources go: day, speakers and co-organisers. Times, room and order are not stated, so they stay unknown.
export const forum2019 = {
  title: ['Sister-cities cooperation forum on the first day of the second import expo', '第二届进博会首日友城合作论坛'],
  day: '2019-11-05',
  cities: ['shanghai-cn', 'liverpool-gb', 'san-francisco-us'],
  hosts: [
    ['Foreign Affairs Office of the Shanghai Municipal People’s Government', '上海市人民政府外事办公室'],
    ['Shanghai People’s Association for Friendship with Foreign Countries', '上海市人民对外友好协会'],
    ['Shanghai Institutes for International Studies', '上海国际问题研究院'],
  ],
  // A name is given in the languages in which a source has it, a post in both.
  speakers: [
    { name: { en: 'Gary Millar' }, post: { en: 'Deputy mayor of Liverpool', 'zh-Hans': '利物浦副市长' }, office: {} },
    {
      name: { en: 'Mark Chandler' },
      post: { en: 'Director', 'zh-Hans': '主任' },
      office: { en: 'San Francisco Mayor’s Office of Global Engagement', 'zh-Hans': '旧金山市长全球事务办公室' },
    },
    {
      name: { en: 'Wang Zhan', 'zh-Hans': '王战' },
      post: { en: 'President', 'zh-Hans': '主席' },
      office: { en: 'Shanghai Federation of Social Science Associations', 'zh-Hans': '上海市社会科学界联合会' },
    },
  ],
  source: 'http://english.eastday.com/Shanghai/u1ai8653148.html',
} as const;
