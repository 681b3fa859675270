import type { Story } from '../story';

export const glossary: Story[] = [
  {
    uid: 'api::glossary-term.glossary-term',
    key: 'term-neap',
    steps: [
      {
        daysAgo: 28.2,
        by: 'jonas',
        change(entry) {
          Object.assign(entry, {
            term: 'Neap tide',
            letter: 'N',
            definition: 'The smallest tide of the fortnight.',
            aliases: ['neap', 'neaps'],
          });
        },
      },
      {
        daysAgo: 27.5,
        by: 'camille',
        locale: 'fr',
        change(entry) {
          Object.assign(entry, {
            term: 'Morte-eau',
            definition: 'La plus petite marée de la quinzaine.',
            aliases: ['mortes-eaux'],
          });
        },
      },
      {
        daysAgo: 15.1,
        by: 'jonas',
        change(entry) {
          entry.definition = 'The smallest tide of the fortnight, when sun and moon pull at right angles.';
        },
      },
      {
        daysAgo: 14.9,
        by: 'camille',
        locale: 'fr',
        note: 'Follows the English',
        change(entry) {
          entry.definition =
            'La plus petite marée de la quinzaine, quand le soleil et la lune tirent à angle droit.';
        },
      },
    ],
  },
  {
    uid: 'api::glossary-term.glossary-term',
    key: 'term-quoin',
    steps: [
      {
        daysAgo: 26.8,
        by: 'jonas',
        change(entry) {
          Object.assign(entry, {
            term: 'Coin',
            letter: 'C',
            definition: 'A wedge that holds type in its frame.',
          });
        },
      },
      {
        daysAgo: 26.7,
        by: 'amina',
        note: 'Printers spell it with a q, and say it with a k',
        change(entry) {
          Object.assign(entry, { term: 'Quoin', letter: 'Q', aliases: ['coin'] });
        },
      },
      {
        daysAgo: 10.3,
        by: 'job',
        change(entry, desk) {
          entry.seeAlso = desk.connect('term-neap');
        },
      },
    ],
  },
];
