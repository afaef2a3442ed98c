import { describe, expect, it } from 'vitest';
import { extract, extractAll } from '../extract.ts';
import { bytesOf } from './sample-files.test-support.ts';

const NOTE = `---
title: "Evening session"
date: 2025-07-12
publisher: Support team
lang: en
---
# Evening *session*

The envoy said that **nothing** had
changed, [as before](https://w.example/1).

> “We will stay,” she _added_.

- [x] water \\*
- snake_case stays
1. First, talks

| Side | Stance |
|------|--------|
| North | rejects |

\`\`\`
a * b * c
\`\`\`
<!-- not for print -->
![The quay](quay.png)
`;

describe('Markdown', () => {
  it('gives its words without its marks, a line for each block, and what its front matter says', () => {
    const { text, ...rest } = extract(bytesOf(NOTE), { fileName: 'note.md' });
    expect(text.split('\n')).toEqual([
      'Evening session',
      'The envoy said that nothing had changed, as before.',
      '“We will stay,” she added.',
      'water *',
      'snake_case stays',
      '1. First, talks',
      'Side | Stance',
      'North | rejects',
      'a * b * c',
      'The quay',
    ]);
    expect(rest).toMatchObject({
      title: 'Evening session',
      published: '2025-07-12',
      publisher: 'Support team',
      language: 'en',
      mediaType: 'text/markdown',
    });
    expect(rest.dropped.join('\n')).toMatch(/1 link[\s\S]*1 picture/);
  });

  it('takes its first heading for its title, in any direction', () => {
    const { text, title, language } = extract(bytesOf('بيان\n====\n\nقال **المبعوث** إن العرض قائم.\n'), { mediaType: 'text/markdown' });
    expect([title, language]).toEqual(['بيان', 'ar']);
    expect(text).toBe('بيان\nقال المبعوث إن العرض قائم.');
    expect(text.slice(text.indexOf('المبعوث'), text.indexOf('المبعوث') + 7)).toBe('المبعوث');
  });

  it('reads the same at once and with the others', async () => {
    expect(await extractAll(bytesOf(NOTE), { fileName: 'note.md' })).toEqual([extract(bytesOf(NOTE), { fileName: 'note.md' })]);
  });
});
