// The blocks editor's format, in short.

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });

export const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });

export const strong = (lead: string, rest: string) => ({
  type: 'paragraph',
  children: [text(lead, { bold: true }), text(rest)],
});

export const heading = (value: string, level = 2) => ({ type: 'heading', level, children: [text(value)] });

export const saying = (value: string) => ({ type: 'quote', children: [text(value)] });

export const list = (...items: string[]) => ({
  type: 'list',
  format: 'unordered',
  children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
});

export const link = (before: string, label: string, url: string, after: string) => ({
  type: 'paragraph',
  children: [text(before), { type: 'link', url, children: [text(label)] }, text(after)],
});
