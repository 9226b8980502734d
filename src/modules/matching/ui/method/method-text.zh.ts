// 面向研究者的方法说明页用语（简体中文）。
import { translate } from '#kernel/translation.ts';
import type { methodEn } from './method-text.en.ts';

export const methodZh = translate<typeof methodEn>()({
  'matching.method_title': '对接结果如何得出',
  'matching.method_note': '供研究者及需要核对结果的人查阅',
  'matching.method_lead': '中英文供需信息的比对<b>逐条精确计算，不使用训练模型</b>：每个分数都是若干行之和，每行注明所依据的原文用词。',
  'matching.method_how': '方法',
  'matching.method_words':
    '中文按词典切分为可能性最大的词序列，英文统一大小写并取词干。人人都用的词（寻求、系统、供应商等，中英文皆然）不计或少计。',
  'matching.method_across': '词和短语对应中英文共有的概念。先查专用词汇表；表中没有的中文词，代表其本身及词典释义。多义词依上下文取义。',
  'matching.method_vectors':
    '运维方可加载词向量，默认不加载。加载后，词汇表中没有的词还计入与其最接近的一两个概念：余弦相似度须达到0.5，权重为0.4×余弦相似度。此类理由注明“词义相近”。',
  'matching.method_rare':
    '一个共有词项的得分为：稀有程度×己方权重×对方权重。稀有程度按BM25的算法，在参与比对的文本中计算。双方都提到的城市或国家，各按五分之一个词计。',
  'matching.method_sides': '各方所得，一看所求被满足多少（F），二看所供被需要多少（B）。主题、可持续发展目标和市场另行加分。',
  'matching.method_sum': '总分为双方所得的调和平均数，以千分计，并按欧拉定理分摊到各部分，各行之和恰为总分。',
  'matching.method_least':
    '不足45分，或双方文字相合之处不足30分的，不给分数，只列为“仅领域相近”；主题、市场、规模相同，不论多少，均按此处理。',
  'matching.method_formula': 'F、B为双方所得，是各部分aᵢ之和。双方都高，平均数才高；后一式即逐行明细。',
  'matching.method_found': '测试结果',
  'matching.method_found_note': '共300条需求，其中一半在开发时查看过',
  'matching.method_who': '方法',
  'matching.method_ours': '本方法，',
  'matching.method_bm25': 'BM25算法，',
  'matching.method_looked': '开发时查看过的一半',
  'matching.method_unseen': '从未查看的一半',
  'matching.method_figure_first': '前五条中有正确答案',
  'matching.method_figure_across': '同左，供方为另一语言',
  'matching.method_figure_rank': '平均倒数排名',
  'matching.method_figure_trap': '干扰项排在所有正确答案之前',
  'matching.method_pairs':
    '测试用例由人工以中英文撰写，先于并独立于本方法，含干扰项，如以“储蓄”混淆“储能”。用例随源代码公开，执行其中的测评命令可重新得出此表。',
  'matching.method_remains': '不足之处：换一种说法而不含任何共同概念的，查不到。以上结果适用于贸易和城市领域、篇幅数句的中英文文本。',
  'matching.method_data': '所用数据',
  'matching.method_name': '数据',
  'matching.method_use': '用途',
  'matching.method_licence': '许可',
  'matching.method_use_glossary': '展会与城市领域的中英文术语，分组分类',
  'matching.method_use_cedict': '中文词释义（节选），与代码分开存放，沿用原许可',
  'matching.method_use_features': 'OpenStreetMap编辑器对店铺、服务和设施的中英文叫法，补专用词汇表之缺',
  'matching.method_use_places': '大城市和国家的中英文名称',
  'matching.method_use_jieba': '中文词频',
  'matching.method_run': '自行运行',
  'matching.method_run_text': '该方法是源代码中的一个程序库，无需数据库和网络即可运行：',
  'matching.method_answer': '结果按需求逐条列出供方，从优到次，附分数和理由；同一文件的结果始终相同。文件如有问题，一次性全部列明。',
  'matching.method_bounds': '不做什么',
  'matching.method_private': '不公开的内容不影响他人所见：草稿和本单位用词仅用于本单位比对。词项稀有程度只按各方均可阅读的文本计算。',
  'matching.method_people': '仅作推荐，不据此邀约、拒绝或排名。决定由人作出，任何一方均可选择不被推荐。',
});
