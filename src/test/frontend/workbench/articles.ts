/** Made-up articles of a made-up river country. */
export const article = `Harbour talks stall as envoys trade blame
By our own correspondent

Mirela Otunge, the special envoy of Norland to the Lake States, said on Tuesday that “the harbour will open before the frost”, and called on Sudland to withdraw its barges.

Sudland’s Foreign Ministry rejected the demand. “We have heard this every autumn,” spokesman Idris Valk told the Morning Courier, adding that his country might reconsider if the Lake Commission published the tide tables.

According to two officials of the Commission, who asked not to be named, the tables have been ready for months. 😀 One of them called the delay “a matter of pride” and said Otunge had promised to raise it with the Norland Parliament’s Water Committee.

The Courier’s own count puts the number of waiting barges at 1,140, nearly twice as many as last year.
`;

export const arabicArticle = `تعثر محادثات الميناء
قالت المبعوثة ميريلا أوتونغي إن الميناء سيفتح قبل الصقيع، ودعت سودلاند إلى سحب زوارقها.
The statement was later repeated in English by her office.
ورفضت وزارة الخارجية في سودلاند الطلب.
`;

export function longArticle(paragraphs: number): string {
  const lines = article.split('\n').filter((line) => line !== '');
  return Array.from({ length: paragraphs }, (_, index) => `${index + 1}. ${lines[index % lines.length]}`).join('\n\n');
}

export const chineseArticle = `港口会谈陷入僵局
诺兰特使米雷拉·奥通格周二表示，“港口将在霜冻之前开放”，并呼吁南陆撤回驳船。
南陆外交部拒绝了这一要求。发言人瓦尔克对《晨报》说：“我们每年秋天都听到这种话。” The statement was repeated in English.
`;

/** A paragraph with marks of every kind: nested, crossing, on the same words, in several stretches, with unseen characters. */
export const denseArticle = `Mirela Otunge, the special envoy of the Republic of Norland to the Lake States, told the Morning Courier on Tuesday that “the harbour will open before the frost”, and that Sudland’s Foreign Ministry had promised to withdraw its barges.
Zero\u200bwidth, soft\u00adhyphen and a turned \u202eword\u202c stand here; cafe\u0301 and 😀 as well.
Leave a comment
According to two officials, who asked not to be named, the tables have been ready for months.
`;

export function nestedArticle(depth: number): string {
  return `${Array.from({ length: depth }, (_, index) => `w${index}`).join(' ')}\nAnd one line after it.\n`;
}
