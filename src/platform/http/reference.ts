// A readable reference of the API, made of the OpenAPI document: no script, no foreign host.
import { inEach, type Language } from '#kernel/language.ts';
import { escaped } from '#kernel/writing/markup.ts';

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: unknown }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>;
}

interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const shape = (schema: unknown): string => `<pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre>`;

const words = inEach(
  {
    title: 'Hansa API',
    lead: 'Every screen uses these same operations. Times are UTC, changes of versioned things need If-Match, a POST may carry an Idempotency-Key, lists continue by their Link header, and refusals come as application/problem+json with all field problems at once.',
    document: 'OpenAPI document',
    parameters: 'Parameters',
    body: 'Body',
    answer: 'Answer',
  },
  {
    title: '友城合作工作台接口',
    lead: '所有页面均使用以下同一套接口。时间一律为协调世界时（UTC）；修改有版本的内容须带If-Match；POST可带Idempotency-Key；列表按Link头翻页；拒绝以application/problem+json返回，一次列出全部问题。',
    document: 'OpenAPI文档',
    parameters: '参数',
    body: '请求内容',
    answer: '返回内容',
  },
);

function operationHtml(path: string, method: string, operation: Operation, say: (typeof words)[Language]): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answer = Object.values(operation.responses?.['200']?.content ?? {})[0]?.schema;
  const parameters = (operation.parameters ?? [])
    .map((p) => `<li><code>${escaped(p.name)}</code> (${escaped(p.in)}${p.required === true ? ', *' : ''})</li>`)
    .join('');
  return `<details><summary><code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary>
${parameters === '' ? '' : `<h3>${say.parameters}</h3><ul>${parameters}</ul>`}
${body === undefined ? '' : `<h3>${say.body}</h3>${shape(body)}`}
${answer === undefined ? '' : `<h3>${say.answer}</h3>${shape(answer)}`}</details>`;
}

/** The page as HTML; `styles` is the address of the product's style sheet for bare pages. */
export function referencePage(document: unknown, language: Language, styles: string): string {
  const say = words[language];
  const groups = new Map<string, string[]>();
  for (const [path, operations] of Object.entries((document as Document).paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      groups.set(tag, [...(groups.get(tag) ?? []), operationHtml(path, method, operation, say)]);
    }
  const sections = [...groups]
    .map(([tag, entries]) => `<section class="sec"><header><h2>${escaped(tag)}</h2></header>${entries.join('')}</section>`)
    .join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title}</title><link rel="stylesheet" href="${styles}"></head>
<body><main class="page"><div class="title"><h1>${say.title}</h1></div><p class="lead">${say.lead}</p><p><a href="/api/openapi.json">${say.document}</a></p>${sections}</main></body></html>`;
}
