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
